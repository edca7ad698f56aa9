using System.Collections.Immutable;

namespace Approvals.Application.Sheets;

/// <summary>Rows of text from a file of comma-separated values or the first sheet of a workbook.</summary>
/// <param name="Rows">The rows, the head first.</param>
/// <param name="Problems">Cells that hold what is no plain text, such as formulas.</param>
public sealed record Sheet(ImmutableArray<ImmutableArray<string>> Rows, ImmutableArray<SheetProblem> Problems);

/// <summary>A mistake in a file, by row and column as a spreadsheet shows them.</summary>
/// <param name="Row">The row, the head being 1; 0 for the whole file.</param>
/// <param name="Column">The column's letter or its head; empty for the whole row.</param>
/// <param name="Code">Key of the text.</param>
public sealed record SheetProblem(int Row, string Column, string Code)
{
    /// <summary>Values for the placeholders of the text.</summary>
    public ImmutableSortedDictionary<string, string> Data { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The same with one more placeholder value.</summary>
    public SheetProblem With(string name, string value) => this with { Data = Data.SetItem(name, value) };
}

/// <summary>Reads files that people make with a spreadsheet.</summary>
public interface ISheetFiles
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Reads a file; an error when it is none of the two kinds, or too large.</summary>
    /// <param name="name">Its name, whose ending says which kind it is.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="mostRows">How many rows it may have below its head.</param>
    public Result<Sheet> Read(string name, ReadOnlyMemory<byte> content, int mostRows);
}
