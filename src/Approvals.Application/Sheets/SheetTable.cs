using System.Collections.Immutable;

namespace Approvals.Application.Sheets;

/// <summary>Rows of text to be written as a workbook.</summary>
/// <param name="Name">The name of the sheet and the file.</param>
/// <param name="Rows">The rows, the head first.</param>
public sealed record SheetTable(string Name, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>How many rows a workbook holds at most below its head; a list that has more says so in its last row.</summary>
    public const int Most = 2_000;
}
