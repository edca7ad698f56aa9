using System.Collections.Immutable;
using System.Globalization;

namespace Approvals.Decisions;

/// <summary>A mistake in a spreadsheet.</summary>
/// <param name="Address">The cell: <c>Sheet1!C7</c>.</param>
/// <param name="Message">What is wrong, with the address.</param>
public sealed record SheetProblem(string Address, LocalText Message);

/// <summary>What a sheet holds as a table.</summary>
/// <param name="Table">The table; null when its frame cannot be understood.</param>
/// <param name="Problems">The mistakes, by cell.</param>
public sealed record SheetReading(TableGrid? Table, ImmutableArray<SheetProblem> Problems);

/// <summary>Cells by their addresses.</summary>
public static class SheetAddress
{
    /// <summary>The address of a cell by its row and column, counted from 0: <c>C7</c>.</summary>
    public static string Of(int row, int column)
    {
        var letters = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26)
        {
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        }

        return letters + (row + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The row and column, from 0, of an address; null for anything else.</summary>
    public static (int Row, int Column)? Parse(string address)
    {
        var letters = address.TakeWhile(char.IsAsciiLetterUpper).Count();
        if (letters is 0 or > 3 || !int.TryParse(address.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row == 0)
        {
            return null;
        }

        return (row - 1, address.Take(letters).Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1);
    }
}
