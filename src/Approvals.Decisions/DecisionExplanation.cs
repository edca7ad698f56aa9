using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Why a decision table gave what it gave.</summary>
/// <param name="Rules">Each rule of the table, in order.</param>
public sealed record DecisionExplanation(ImmutableArray<RuleExplanation> Rules);

/// <summary>Whether a rule matched, and why not.</summary>
/// <param name="Number">The rule's number in the table, from 1.</param>
/// <param name="Matched">Whether every cell was satisfied.</param>
/// <param name="Annotations">The rule's annotations by the name of their column.</param>
/// <param name="FailedCells">The cells that were not satisfied; empty when the rule matched.</param>
public sealed record RuleExplanation(int Number, bool Matched, ImmutableSortedDictionary<string, string> Annotations, ImmutableArray<FailedCell> FailedCells);

/// <summary>A cell that was not satisfied.</summary>
/// <param name="Input">What people call the column.</param>
/// <param name="Cell">The cell's text.</param>
/// <param name="Actual">The value that was given.</param>
/// <param name="Why">The reason in words.</param>
public sealed record FailedCell(LocalText Input, string Cell, FeelValue Actual, LocalText Why);

/// <summary>What people call what a table reads: its columns and the codes in its cells.</summary>
/// <param name="Column">The name of what a column reads, used where its own label is not in the reader's language; null for the label.</param>
/// <param name="Value">The name of a code in a column that reads the first argument, or null for the code itself.</param>
public sealed record TableWords(Func<string, LocalText?> Column, Func<string, string, LocalText?> Value)
{
    /// <summary>No names: labels and codes as they stand in the table.</summary>
    public static TableWords None { get; } = new(_ => null, (_, _) => null);
}

/// <summary>A decision on the way to another one.</summary>
/// <param name="Decision">Its name.</param>
/// <param name="Value">What it gave.</param>
/// <param name="Explanation">What each rule of its table said; null when it is no table, or an input of it was not allowed.</param>
public sealed record DecisionStep(string Decision, FeelValue Value, DecisionExplanation? Explanation);
