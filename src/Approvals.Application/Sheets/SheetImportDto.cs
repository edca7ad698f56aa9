namespace Approvals.Application.Sheets;

/// <summary>What an import does, or would do.</summary>
/// <param name="Applied">Whether it was carried out; never in part.</param>
/// <param name="Rows">Rows below the head.</param>
/// <param name="Added">Rows that are new.</param>
/// <param name="Changed">Rows that change what is there.</param>
/// <param name="Unchanged">Rows that are there already as they are.</param>
/// <param name="ProblemCount">How many mistakes there are; with any, nothing is carried out.</param>
/// <param name="Problems">The first of them, by row and column.</param>
/// <param name="Preview">The first rows that would be added or changed.</param>
public sealed record SheetImportDto(
    bool Applied, int Rows, int Added, int Changed, int Unchanged, int ProblemCount, IReadOnlyList<SheetProblemDto> Problems, IReadOnlyList<SheetChangeDto> Preview)
{
    /// <summary>How many mistakes and changes are told at most.</summary>
    public const int Most = 100;
}

/// <summary>A mistake in words.</summary>
/// <param name="Row">The row, the head being 1; 0 for the whole file.</param>
/// <param name="Column">The column, or empty.</param>
/// <param name="Text">What is wrong.</param>
public sealed record SheetProblemDto(int Row, string Column, string Text);

/// <summary>A row that is added or changed.</summary>
/// <param name="Row">The row.</param>
/// <param name="Added">Whether it is new.</param>
/// <param name="Name">What it is, in words.</param>
public sealed record SheetChangeDto(int Row, bool Added, string Name);
