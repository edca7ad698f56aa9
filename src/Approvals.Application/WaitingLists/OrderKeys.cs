using System.Globalization;
using Approvals.Application.Database;
using Approvals.Feel;

namespace Approvals.Application.WaitingLists;

/// <summary>Turns what a list is ordered by into text whose ordinal order is the values' order, the same on every database.</summary>
internal static class OrderKeys
{
    private const char Separator = '\u001f';
    private const decimal Offset = 1_000_000_000_000m;

    /// <summary>The key of a value: smallest first, lists by their items in turn, nothing last.</summary>
    internal static string Of(FeelValue value)
    {
        var key = value.TryGetList(out var items) ? string.Join(Separator, items.Select(One)) : One(value);
        return key.Length <= Lengths.Key ? key : key[..Lengths.Key];
    }

    private static string One(FeelValue value) =>
        value.IsNull ? "z"
        : value.TryGetBoolean(out var flag) ? flag ? "b1" : "b0"
        : value.TryGetNumber(out var number) ? $"n{Number(number)}"
        : value.TryGetDate(out var day) ? $"d{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
        : value.TryGetString(out var text) ? $"s{text.Replace(Separator, ' ')}"
        : $"t{value}";

    /// <summary>Shifted to be positive, with as many digits before the point; a number beyond a billion thousand stands at the border.</summary>
    private static string Number(decimal number) =>
        (Math.Clamp(number, -Offset, Offset) + Offset).ToString("0000000000000.############", CultureInfo.InvariantCulture);
}
