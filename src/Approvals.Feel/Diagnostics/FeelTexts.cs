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

    public static LocalText Message(Error error) => new(Catalog.Format(error, "zh-CN"), Catalog.Format(error, "en"));
}
