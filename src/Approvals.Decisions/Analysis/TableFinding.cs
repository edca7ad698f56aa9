using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>What an analysis of a decision table finds.</summary>
public enum FindingKind
{
    /// <summary>An allowed input that no rule covers, in a table without default output.</summary>
    Gap,

    /// <summary>An allowed input that two rules cover though the hit policy forbids it.</summary>
    Overlap,

    /// <summary>A rule that an earlier or more important one overrides for a part of its inputs, with another result.</summary>
    Masked,

    /// <summary>A rule that never decides: earlier or more important ones cover all its inputs.</summary>
    Unreachable,

    /// <summary>Rules that could be written as one.</summary>
    Mergeable,

    /// <summary>A cell that asks for, or gives, what the column's allowed values exclude.</summary>
    OutsideAllowed,

    /// <summary>A cell that no value of the column's type satisfies.</summary>
    Contradiction,
}

/// <summary>Something that an analysis found in a table.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Decision">Name of the decision or knowledge model whose table it is.</param>
/// <param name="Rules">The rules it is about, by number from 1, in order; empty for a gap.</param>
/// <param name="Column">The label of the column, when it is about one.</param>
/// <param name="Example">An input that shows it, a value for each column of the table; empty when there is none, as for a cell that nothing satisfies.</param>
/// <param name="Message">What it is in words, with the example.</param>
public sealed record TableFinding(
    FindingKind Kind, string Decision, ImmutableArray<int> Rules, string? Column, ImmutableArray<ExampleValue> Example, LocalText Message)
{
    /// <summary>Why it is accepted; null when it is not.</summary>
    public string? AcceptedBecause { get; init; }

    /// <summary>For rules that could be one: the cell that the one has in the column; null where it cannot be written as a text.</summary>
    public string? Merged { get; init; }

    /// <summary>The place of the column among the table's inputs, from 0, when it is about an input column.</summary>
    public int? Input { get; init; }

    /// <summary>Whether evaluation gives null, or less than it should, where it shows: a gap, an overlap, a cell in vain.</summary>
    public bool IsGrave => Kind is FindingKind.Gap or FindingKind.Overlap or FindingKind.OutsideAllowed or FindingKind.Contradiction;

    /// <summary>The example as FEEL text: <c>level = "A", months = 4</c>.</summary>
    public string ExampleText => string.Join(", ", Example.Select(value => value.Text));
}

/// <summary>The value of one input of an example.</summary>
/// <param name="Input">The column's input expression, which is most often the name of an input.</param>
/// <param name="Label">The column's label.</param>
/// <param name="Value">The value.</param>
public sealed record ExampleValue(string Input, string Label, FeelValue Value)
{
    /// <summary>As FEEL text: <c>months = 4</c>.</summary>
    public string Text => $"{Input} = {Value}";
}

/// <summary>A part of a table that the analysis could not take into account, so that it may have missed something.</summary>
/// <param name="Rule">The rule, from 1; null when it is about a whole column or table.</param>
/// <param name="Column">The label of the column; null when it is about the whole table.</param>
/// <param name="Message">What it is and why.</param>
public sealed record NotAnalysed(int? Rule, string? Column, LocalText Message);

/// <summary>What the analysis of one table found.</summary>
/// <param name="Decision">Name of the decision or knowledge model whose table it is.</param>
/// <param name="Table">The table's id in the file.</param>
/// <param name="Rules">How many rules it has.</param>
/// <param name="Findings">What was found, the gravest kinds first; accepted ones with their reason.</param>
/// <param name="NotAnalysed">What was left out.</param>
public sealed record TableReport(
    string Decision, string? Table, int Rules, ImmutableArray<TableFinding> Findings, ImmutableArray<NotAnalysed> NotAnalysed)
{
    /// <summary>Accepted findings that the table no longer has, as they are recorded.</summary>
    public ImmutableArray<AcceptedFinding> Outdated { get; init; } = [];

    /// <summary>The findings that nobody has accepted.</summary>
    public IEnumerable<TableFinding> Open => Findings.Where(finding => finding.AcceptedBecause is null);
}
