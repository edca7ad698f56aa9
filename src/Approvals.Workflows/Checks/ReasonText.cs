namespace Approvals.Workflows;

/// <summary>Texts that quote a reason which is itself a text of the catalogue.</summary>
internal static class ReasonText
{
    private const string Reason = "reason";

    public static string Format(MessageCatalog catalog, string code, ImmutableSortedDictionary<string, string> data, string? language)
    {
        var spoken = data.TryGetValue(Reason, out var reason) ? data.SetItem(Reason, catalog.Format(reason, data, language)) : data;
        return catalog.Format(code, spoken, language);
    }
}
