using Approvals.Domain.Json;
using Approvals.Domain.Letters;
using Approvals.Domain.Packages;

namespace Approvals.Domain.Forms;

/// <summary>A text of a form in both languages, with expressions filled in on display.</summary>
public sealed record FormText(Template Zh, Template En)
{
    /// <summary>The text with values escaped for markdown; what is too long is cut away whole.</summary>
    internal LocalText Fill(FeelContext context) => new(Fill(Zh, "zh-CN", context), Fill(En, "en", context));

    internal static FormText? Read(JsonPlace place)
    {
        if (place.Local("text") is not { } text) return null;
        var (zh, en) = (Template.Parse(text.Zh), Template.Parse(text.En));
        if ((zh.Error ?? en.Error) is not { } error) return new FormText(zh.Value, en.Value);
        place.File.Add(new PackageProblem(place.File.Path, "forms.text") { Place = place.At("text"), Cause = error });
        return null;
    }

    private static string Fill(Template template, string language, FeelContext context)
    {
        var filled = template.Fill(context, new ValueStyle(language, true));
        return filled.IsSuccess ? filled.Value.Text : "";
    }
}
