using System.Globalization;
using Approvals.Application.Secrets;
using Approvals.Feel;

namespace Approvals.Application.Cases;

/// <summary>
/// How a searchable answer is written and looked for: ordinal order is the field's order, and a sensitive answer is a keyed
/// hash, so it is found by equality only.
/// </summary>
internal static class SearchTerms
{
    private const int Longest = 200;

    /// <summary>An answer, or null when there is nothing to find.</summary>
    internal static string? Of(FeelValue value) =>
        value.TryGetNumber(out var number) ? OfNumber(number)
        : value.TryGetDate(out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.TryGetString(out var plain) && plain.Length > 0 ? OfText(plain)
        : null;

    /// <summary>A text, whatever its case.</summary>
    internal static string OfText(string text) => text.Trim().ToUpperInvariant();

    /// <summary>A number, so that a greater one sorts after it.</summary>
    internal static string OfNumber(decimal number) => (number + 1_000_000_000_000m).ToString("0000000000000.####", CultureInfo.InvariantCulture);

    /// <summary>As it stands in a row.</summary>
    internal static string Open(string term) => term.Length > Longest ? term[..Longest] : term;

    /// <summary>As the row of a sensitive field holds it.</summary>
    internal static string Hidden(Vault vault, string path, string term) => Convert.ToHexStringLower(vault.LookUp($"search:{path}", term));
}
