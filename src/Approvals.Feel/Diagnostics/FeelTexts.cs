using System.Collections.Immutable;

namespace Approvals.Feel;

/// <summary>The texts of this assembly.</summary>
internal static class FeelTexts
{
    private const string KindCode = "feel.kind.";

    /// <summary>The placeholders that hold the kind of a value.</summary>
    private static readonly string[] KindNames = ["kind", "left", "right"];

    private static readonly MessageCatalog Catalog = MessageCatalog.Load(typeof(FeelTexts).Assembly);

    public static LocalText Message(FeelDiagnostic diagnostic)
    {
        var data = diagnostic.ToError().Data;
        return new LocalText(
            Catalog.Format(diagnostic.Code, WithKinds(data, "zh-CN"), "zh-CN"), Catalog.Format(diagnostic.Code, WithKinds(data, "en"), "en"));
    }

    /// <summary>Kinds of values in words; in the data they keep FEEL's names.</summary>
    private static ImmutableSortedDictionary<string, string> WithKinds(ImmutableSortedDictionary<string, string> data, string language)
    {
        foreach (var name in KindNames)
        {
            if (data.TryGetValue(name, out var kind) && Catalog.Texts.TryGetValue(KindCode + kind.Replace(" ", "", StringComparison.Ordinal), out var words))
            {
                data = data.SetItem(name, words.In(language));
            }
        }

        return data;
    }

    /// <summary>A text whose placeholders are filled in both languages.</summary>
    public static LocalText Words(string code, params ReadOnlySpan<(string Name, LocalText Value)> data)
    {
        var chinese = new Dictionary<string, string>(StringComparer.Ordinal);
        var english = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in data)
        {
            chinese[name] = value.Zh;
            english[name] = value.En;
        }

        return new LocalText(Catalog.Format(code, chinese, "zh-CN"), Catalog.Format(code, english, "en"));
    }
}
