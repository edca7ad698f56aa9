using System.Globalization;
using Approvals.Domain.Forms;
using Approvals.Feel;

namespace Approvals.Application.Cases;

/// <summary>Answers as people read them: a choice by its label, a day as a day.</summary>
public static class FieldTexts
{
    private const string FormPrefix = "form.";

    /// <summary>The answer at a path such as <c>form.basic.name</c>, or of a variable.</summary>
    public static LocalText At(CaseWork work, string path)
    {
        if (path.StartsWith(FormPrefix, StringComparison.Ordinal) && path[FormPrefix.Length..].Split('.', 2) is [var formId, var field])
        {
            var value = work.Forms.GetValueOrDefault(formId)?.At(field) ?? FeelValue.Null;
            return Of(work.Service.Package.Forms.GetValueOrDefault(formId)?.FieldAt(field), value);
        }

        var names = path.Split('.');
        var found = work.State.Variables.GetValueOrDefault(names[0]);
        foreach (var name in names.Skip(1))
        {
            found = found.TryGetContext(out var inner) ? inner[name] : FeelValue.Null;
        }

        return Of(null, found);
    }

    /// <summary>One value of a field.</summary>
    public static LocalText Of(FormComponent? field, FeelValue value)
    {
        if (value.TryGetList(out var list))
        {
            var items = list.Select(v => Of(field, v)).ToList();
            return new LocalText(string.Join("、", items.Select(i => i.Zh)), string.Join(", ", items.Select(i => i.En)));
        }

        var text = Plain(value);
        return field?.Options.FirstOrDefault(o => o.Value == text)?.Label ?? new LocalText(text, text);
    }

    private static string Plain(FeelValue value) =>
        value.IsNull ? ""
        : value.TryGetString(out var text) ? text
        : value.TryGetDate(out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.TryGetNumber(out var number) ? number.ToString(CultureInfo.InvariantCulture)
        : value.ToString();
}
