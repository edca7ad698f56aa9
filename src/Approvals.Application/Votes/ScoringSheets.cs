using System.Text.Json;

namespace Approvals.Application.Votes;

/// <summary>What scoring sheets come to: each sheet's field <c>total</c>, else the sum of its numbers; the mean over the sheets.</summary>
internal static class ScoringSheets
{
    private const string TotalKey = "total";
    private const int Decimals = 4;

    /// <summary>The mean of the totals; null when no sheet was filled in.</summary>
    internal static decimal? Mean(IEnumerable<Ballot> ballots)
    {
        var totals = ballots.Select(b => b.Sheet).OfType<JsonElement>().Select(Total).OfType<decimal>().ToList();
        return totals.Count == 0 ? null : Math.Round(totals.Average(), Decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>The total of a sheet; null when it holds no number.</summary>
    internal static decimal? Total(JsonElement sheet)
    {
        if (sheet.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (sheet.TryGetProperty(TotalKey, out var total) && total.ValueKind == JsonValueKind.Number)
        {
            return total.GetDecimal();
        }

        var numbers = sheet.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Number).Select(p => p.Value.GetDecimal()).ToList();
        return numbers.Count == 0 ? null : numbers.Sum();
    }
}
