using System.Collections.Immutable;

namespace Approvals.Decisions;

/// <summary>A new column.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Name">An input's expression, an output's name, an annotation's name.</param>
/// <param name="Label">What people read above it.</param>
/// <param name="Type">The name of its type.</param>
/// <param name="AllowedValues">Its allowed values.</param>
/// <param name="Text">The text of every rule; null for a cell that asks nothing.</param>
public sealed record NewColumn(GridColumnKind Kind, string Name, string? Label = null, string? Type = null, string? AllowedValues = null, string? Text = null);

/// <summary>Changes of a table's columns and hit policy, by the keys of <see cref="GridColumn"/>.</summary>
public static class ColumnEdits
{
    private static readonly string[] Policies = ["UNIQUE", "ANY", "PRIORITY", "FIRST", "RULE ORDER", "OUTPUT ORDER", "COLLECT"];
    private static readonly string?[] Aggregations = [null, "SUM", "COUNT", "MIN", "MAX"];

    /// <summary>The settings that a column has.</summary>
    public static ImmutableArray<string> Settings { get; } = ["name", "label", "type", "allowedValues", "default"];

    /// <summary>The table with one more column among those of its kind.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="index">Its place among those of its kind from 0; null for the end.</param>
    public static Result<TableGrid> WithColumn(this TableGrid table, NewColumn column, int? index)
    {
        var place = index ?? CountOf(table, column.Kind);
        if (Refusal(table, column, place) is { } refusal)
        {
            return refusal;
        }

        string[] read = [.. table.Inputs.Select(input => input.Id).OfType<string>()];
        string[] given = [.. table.Outputs.Select(output => output.Id).OfType<string>()];
        var id = column.Kind == GridColumnKind.Input ? new RuleIds(read, given, "input").Next() : new RuleIds(given, read, "output").Next();
        return EditErrors.Bounded(column.Kind switch
        {
            GridColumnKind.Input => table with
            {
                Inputs = table.Inputs.Insert(place, new GridInput(column.Name, column.Label, column.Type, column.AllowedValues) { Id = id }),
                Rules = Rules(table, rule => rule with { Cells = rule.Cells.Insert(place, column.Text is { Length: > 0 } text ? text : "-") }),
            },
            GridColumnKind.Output => table with
            {
                Outputs = table.Outputs.Insert(place, new GridOutput(column.Name, column.Label, column.Type, column.AllowedValues) { Id = id }),
                Rules = Rules(table, rule => rule with { Results = rule.Results.Insert(place, column.Text ?? "") }),
            },
            _ => table with
            {
                Annotations = table.Annotations.Insert(place, column.Name),
                Rules = Rules(table, rule => rule with { Annotations = rule.Annotations.Insert(place, column.Text ?? "") }),
            },
        });
    }

    /// <summary>The table with another setting of a column; an empty text, or none, takes the setting away.</summary>
    public static Result<TableGrid> WithSetting(this TableGrid table, string column, string setting, string? text)
    {
        if (GridColumn.Of(table).FirstOrDefault(known => known.Key == column) is not { } found)
        {
            return EditErrors.NoColumn(column);
        }

        var given = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        if (setting == "name" && given is null && !(found.Kind == GridColumnKind.Output && table.Outputs.Length == 1))
        {
            return new Error("decisions.edit.noName");
        }

        return found.Kind switch
        {
            GridColumnKind.Input => Input(table.Inputs[found.Index], setting, given).Map(input => table with { Inputs = table.Inputs.SetItem(found.Index, input) }),
            GridColumnKind.Output => Output(table.Outputs[found.Index], setting, given).Map(output => table with { Outputs = table.Outputs.SetItem(found.Index, output) }),
            _ => setting != "name" ? Unknown(setting)
                : table.Annotations.Contains(given!) ? new Error("decisions.edit.sameName").With("name", given!)
                : table with { Annotations = table.Annotations.SetItem(found.Index, given!) },
        };
    }

    /// <summary>The table without a column; the last output stays.</summary>
    public static Result<TableGrid> WithoutColumn(this TableGrid table, string column) => GridColumn.Of(table).FirstOrDefault(known => known.Key == column) switch
    {
        null => EditErrors.NoColumn(column),
        { Kind: GridColumnKind.Input } input => table with
        {
            Inputs = table.Inputs.RemoveAt(input.Index),
            Rules = Rules(table, rule => rule with { Cells = rule.Cells.RemoveAt(input.Index) }),
        },
        { Kind: GridColumnKind.Output } when table.Outputs.Length == 1 => new Error("decisions.edit.lastOutput"),
        { Kind: GridColumnKind.Output } output => table with
        {
            Outputs = table.Outputs.RemoveAt(output.Index),
            Rules = Rules(table, rule => rule with { Results = rule.Results.RemoveAt(output.Index) }),
        },
        { } note => table with
        {
            Annotations = table.Annotations.RemoveAt(note.Index),
            Rules = Rules(table, rule => rule with { Annotations = rule.Annotations.RemoveAt(note.Index) }),
        },
    };

    /// <summary>The table with a column at another place among those of its kind, from 0, counted without it.</summary>
    public static Result<TableGrid> WithColumnAt(this TableGrid table, string column, int index)
    {
        if (GridColumn.Of(table).FirstOrDefault(known => known.Key == column) is not { } found)
        {
            return EditErrors.NoColumn(column);
        }

        return index < 0 || index >= CountOf(table, found.Kind) ? new Error("decisions.edit.noPlace") : found.Kind switch
        {
            GridColumnKind.Input => table with
            {
                Inputs = Moved(table.Inputs, found.Index, index),
                Rules = Rules(table, rule => rule with { Cells = Moved(rule.Cells, found.Index, index) }),
            },
            GridColumnKind.Output => table with
            {
                Outputs = Moved(table.Outputs, found.Index, index),
                Rules = Rules(table, rule => rule with { Results = Moved(rule.Results, found.Index, index) }),
            },
            _ => table with
            {
                Annotations = Moved(table.Annotations, found.Index, index),
                Rules = Rules(table, rule => rule with { Annotations = Moved(rule.Annotations, found.Index, index) }),
            },
        };
    }

    /// <summary>The table with another hit policy; an aggregation is for COLLECT alone.</summary>
    public static Result<TableGrid> WithPolicy(this TableGrid table, string policy, string? aggregation) =>
        !Policies.Contains(policy) || !Aggregations.Contains(aggregation) || (aggregation is not null && policy != "COLLECT")
            ? new Error("decisions.sheet.unknownPolicy").With("text", $"{policy} {aggregation}".Trim())
            : table with { HitPolicy = policy, Aggregation = aggregation };

    private static int CountOf(TableGrid table, GridColumnKind kind) =>
        kind switch { GridColumnKind.Input => table.Inputs.Length, GridColumnKind.Output => table.Outputs.Length, _ => table.Annotations.Length };

    /// <summary>What stands in the way of a new column; null for nothing.</summary>
    private static Error? Refusal(TableGrid table, NewColumn column, int place) =>
        place < 0 || place > CountOf(table, column.Kind) ? new Error("decisions.edit.noPlace")
        : column.Name.Trim().Length == 0 && (column.Kind != GridColumnKind.Output || table.Outputs.Length > 0) ? new Error("decisions.edit.noName")
        : column.Kind == GridColumnKind.Annotation && table.Annotations.Contains(column.Name) ? new Error("decisions.edit.sameName").With("name", column.Name)
        : null;

    private static Result<GridInput> Input(GridInput input, string setting, string? text) => setting switch
    {
        "name" => input with { Expression = text! },
        "label" => input with { Label = text },
        "type" => input with { Type = text },
        "allowedValues" => input with { AllowedValues = text },
        _ => Unknown(setting),
    };

    private static Result<GridOutput> Output(GridOutput output, string setting, string? text) => setting switch
    {
        "name" => output with { Name = text ?? "" },
        "label" => output with { Label = text },
        "type" => output with { Type = text },
        "allowedValues" => output with { AllowedValues = text },
        "default" => output with { Default = text },
        _ => Unknown(setting),
    };

    private static Error Unknown(string setting) => new Error("decisions.edit.noSetting").With("setting", setting);

    private static ImmutableArray<GridRule> Rules(TableGrid table, Func<GridRule, GridRule> change) => [.. table.Rules.Select(change)];

    private static ImmutableArray<T> Moved<T>(ImmutableArray<T> items, int from, int to) => items.RemoveAt(from).Insert(to, items[from]);
}
