using System.Collections.Immutable;

namespace Approvals.Decisions;

/// <summary>A decision table as its author sees it: texts in columns and rules. What it means is known only when it is compiled.</summary>
/// <param name="Name">Name of the decision or knowledge model.</param>
public sealed record TableGrid(string Name)
{
    /// <summary>UNIQUE, ANY, PRIORITY, FIRST, RULE ORDER, OUTPUT ORDER or COLLECT.</summary>
    public string HitPolicy { get; init; } = "UNIQUE";

    /// <summary>For COLLECT: SUM, COUNT, MIN or MAX; null for a list.</summary>
    public string? Aggregation { get; init; }

    /// <summary>The input columns.</summary>
    public ImmutableArray<GridInput> Inputs { get; init; } = [];

    /// <summary>The output columns.</summary>
    public ImmutableArray<GridOutput> Outputs { get; init; } = [];

    /// <summary>The names of the annotation columns.</summary>
    public ImmutableArray<string> Annotations { get; init; } = [];

    /// <summary>The rules in order.</summary>
    public ImmutableArray<GridRule> Rules { get; init; } = [];

    /// <summary>The same table with another text in a cell.</summary>
    /// <param name="rule">The rule, from 1.</param>
    /// <param name="input">The input column, from 1.</param>
    /// <param name="text">Unary tests.</param>
    public TableGrid WithCell(int rule, int input, string text) =>
        this with { Rules = Rules.SetItem(rule - 1, Rules[rule - 1] with { Cells = Rules[rule - 1].Cells.SetItem(input - 1, text) }) };

    /// <summary>The same table with another result of a rule; rule and output are counted from 1.</summary>
    public TableGrid WithResult(int rule, int output, string text) =>
        this with { Rules = Rules.SetItem(rule - 1, Rules[rule - 1] with { Results = Rules[rule - 1].Results.SetItem(output - 1, text) }) };
}

/// <summary>An input column.</summary>
/// <param name="Expression">The FEEL expression, most often the name of an input.</param>
/// <param name="Label">What people read above the column; null when it is the expression.</param>
/// <param name="Type">The name of its type; null when it is not given.</param>
/// <param name="AllowedValues">Unary tests that every value must satisfy; null when any may be.</param>
public sealed record GridInput(string Expression, string? Label = null, string? Type = null, string? AllowedValues = null)
{
    /// <summary>Its id in the file; null where it has none.</summary>
    public string? Id { get; init; }
}

/// <summary>An output column.</summary>
/// <param name="Name">Its name in the result; empty for the only output.</param>
/// <param name="Label">What people read above the column; null when it is the name.</param>
/// <param name="Type">The name of its type; null when it is not given.</param>
/// <param name="AllowedValues">The allowed values, for PRIORITY and OUTPUT ORDER from the most important on; null when any may be.</param>
/// <param name="Default">The result when no rule matches; null for none.</param>
public sealed record GridOutput(string Name, string? Label = null, string? Type = null, string? AllowedValues = null, string? Default = null)
{
    /// <summary>Its id in the file; null where it has none.</summary>
    public string? Id { get; init; }
}

/// <summary>A rule.</summary>
/// <param name="Cells">Unary tests, one an input; <c>-</c> asks nothing.</param>
/// <param name="Results">FEEL expressions, one an output.</param>
/// <param name="Annotations">Texts, one an annotation column.</param>
public sealed record GridRule(ImmutableArray<string> Cells, ImmutableArray<string> Results, ImmutableArray<string> Annotations)
{
    /// <summary>Its id in the file; null for a new rule.</summary>
    public string? Id { get; init; }

    /// <summary>Its description; null for none.</summary>
    public string? Description { get; init; }
}
