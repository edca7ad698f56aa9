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
/// <param name="Input">The column's label.</param>
/// <param name="Cell">The cell's text.</param>
/// <param name="Actual">The value that was given.</param>
/// <param name="Why">The reason in words.</param>
public sealed record FailedCell(string Input, string Cell, FeelValue Actual, LocalText Why);
