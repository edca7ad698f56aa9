using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>The nearest rule of a table that would have given a better answer, and what stands between.</summary>
/// <param name="Value">The better answer: one that stands earlier among the output's allowed values.</param>
/// <param name="Rule">The rule's number in the table, from 1.</param>
/// <param name="Annotations">The rule's annotations by the name of their column.</param>
/// <param name="Missing">The rule's own cells that are not satisfied.</param>
/// <param name="InTheWay">Rules that come first and would still answer otherwise; none where the table does not ask in order.</param>
public sealed record BetterAnswer(
    FeelValue Value,
    int Rule,
    ImmutableSortedDictionary<string, string> Annotations,
    ImmutableArray<FailedCell> Missing,
    ImmutableArray<HinderingRule> InTheWay);

/// <summary>A rule that applies and hides a better one.</summary>
/// <param name="Number">Its number in the table, from 1.</param>
/// <param name="Annotations">Its annotations by the name of their column.</param>
/// <param name="Cells">The cells by which it applies: when one of them no longer holds, it does not hinder.</param>
public sealed record HinderingRule(int Number, ImmutableSortedDictionary<string, string> Annotations, ImmutableArray<FailedCell> Cells);
