namespace Approvals.Feel;

/// <summary>The texts of this assembly.</summary>
internal static class FeelTexts
{
    private static readonly MessageCatalog Catalog = MessageCatalog.Load(typeof(FeelTexts).Assembly);

    public static LocalText Message(FeelDiagnostic diagnostic)
    {
        var error = diagnostic.ToError();
        return new LocalText(Catalog.Format(error, "zh-CN"), Catalog.Format(error, "en"));
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
