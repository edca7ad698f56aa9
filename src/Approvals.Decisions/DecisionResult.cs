using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>What a decision gave.</summary>
/// <param name="Value">The decision's value; null also where something went wrong.</param>
/// <param name="Matched">The rules that matched, of this decision and of those it required, in order of evaluation.</param>
/// <param name="Diagnostics">What went wrong on the way.</param>
public sealed record DecisionResult(FeelValue Value, ImmutableArray<MatchedRule> Matched, ImmutableArray<FeelDiagnostic> Diagnostics);

/// <summary>A rule that matched.</summary>
/// <param name="Decision">The name of the decision whose table it stands in.</param>
/// <param name="Number">The rule's number in the table, from 1.</param>
/// <param name="Id">The rule's id in the file, if it has one.</param>
/// <param name="Annotations">The rule's annotations by the name of their column, such as clause and source.</param>
public sealed record MatchedRule(string Decision, int Number, string? Id, ImmutableSortedDictionary<string, string> Annotations);
