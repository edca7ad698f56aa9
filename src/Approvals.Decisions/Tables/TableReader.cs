using System.Collections.Immutable;
using System.Xml.Linq;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Reads and compiles decision tables.</summary>
internal sealed class TableReader(ItemTypes types, Problems problems)
{
    /// <summary>Bounds the work of working out constants for the indexes of all tables of the model.</summary>
    private readonly FeelRun _indexing = new();

    public DecisionTable Read(XElement element, string decision, ItemType result, FeelScope scope)
    {
        var inputs = element.All("input").Select((input, i) => Input(input, i, decision, scope)).ToImmutableArray();
        var outputs = Outputs(element, decision, result, scope);
        var annotations = element.All("annotation").Select((column, i) => column.NameOf() is { Length: > 0 } name ? name : $"{i + 1}").ToList();
        var rules = element.All("rule").Select((rule, i) => Rule(rule, i + 1, inputs, outputs, annotations, decision, scope)).ToImmutableArray();
        var table = new DecisionTable(decision, inputs, outputs, rules)
        {
            Misfits = CellKinds.Misfits(inputs, rules, decision, _indexing),
            Index = TableIndex.Of(rules, inputs.Length, _indexing),
            Id = element.Text("id"),
            Accepted = AcceptedFindings.Read(element),
            Policy = Policy(element, decision),
            Aggregation = AggregationOf(element, decision),
        };
        CheckPriorities(table, decision);
        return table;
    }

    private TableInput Input(XElement element, int index, string decision, FeelScope scope)
    {
        var expression = element.One("inputExpression");
        var text = expression?.Content() ?? "";
        var label = element.Text("label") is { Length: > 0 } given ? given : text.Length > 0 ? text : $"{index + 1}";
        return new TableInput(label, Compiled(text, scope, decision, null, label), types.Of(expression?.Text("typeRef"), decision))
        {
            AllowedValues = Tests(element.One("inputValues")?.Content(), scope, decision, null, label),
        };
    }

    private ImmutableArray<TableOutput> Outputs(XElement element, string decision, ItemType result, FeelScope scope)
    {
        var columns = element.All("output").ToList();
        return [.. columns.Select(column => Output(column, columns.Count == 1, decision, result, scope))];
    }

    /// <summary>A single output has the decision's type unless it says otherwise; one of several, the type of the member of its name.</summary>
    private TableOutput Output(XElement element, bool isOnly, string decision, ItemType result, FeelScope scope)
    {
        var name = element.NameOf();
        var label = element.Text("label") is { Length: > 0 } given ? given : name.Length > 0 ? name : decision;
        var allowed = element.One("outputValues")?.Content();
        var type = element.Text("typeRef") is { } reference ? types.Of(reference, decision)
            : isOnly ? ItemType.Any
            : result.Members.FirstOrDefault(member => member.Key == name).Value ?? ItemType.Any;
        return new TableOutput(name, label, type)
        {
            AllowedValues = Tests(allowed, scope, decision, null, label),
            Order = Order(allowed ?? (type.AllowedValues ?? result.AllowedValues)?.Text),
            Default = element.One("defaultOutputEntry")?.Content() is { Length: > 0 } text ? Compiled(text, scope, decision, null, label) : null,
        };
    }

    private static ImmutableArray<FeelValue> Order(string? allowed)
    {
        if (string.IsNullOrEmpty(allowed))
        {
            return [];
        }

        var list = FeelExpression.Compile($"[{allowed}]", FeelScope.Empty);
        return list.IsSuccess && list.Value.Evaluate(FeelContext.Empty).Value.TryGetList(out var values) ? [.. values] : [];
    }

    private TableRule Rule(
        XElement element, int number, ImmutableArray<TableInput> inputs, ImmutableArray<TableOutput> outputs, List<string> annotations, string decision, FeelScope scope)
    {
        var cells = element.All("inputEntry").ToList();
        var results = element.All("outputEntry").ToList();
        if (cells.Count != inputs.Length || results.Count != outputs.Length)
        {
            problems.Add(new Error("decisions.wrongCellCount"), decision, number);
        }

        return new TableRule(
            number,
            element.Text("id"),
            [.. inputs.Select((input, i) => Cell(cells.ElementAtOrDefault(i)?.Content(), scope, decision, number, input.Label))],
            [.. outputs.Select((output, i) => Compiled(results.ElementAtOrDefault(i)?.Content() ?? "", scope, decision, number, output.Label))],
            Annotations(element, annotations))
        {
            OutputTypes = results.Any(result => result.Text("typeRef") is { Length: > 0 })
                ? [.. outputs.Select((_, i) => types.Of(results.ElementAtOrDefault(i)?.Text("typeRef"), decision))]
                : [],
        };
    }

    private static ImmutableSortedDictionary<string, string> Annotations(XElement rule, List<string> columns)
    {
        var entries = rule.All("annotationEntry").Select(entry => entry.Content() ?? "").ToList();
        var named = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            named[i < columns.Count ? columns[i] : $"{i + 1}"] = entries[i];
        }

        if (rule.One("description")?.Value.Trim() is { Length: > 0 } description)
        {
            named.TryAdd("description", description);
        }

        return named.ToImmutable();
    }

    /// <summary>An empty cell asks nothing.</summary>
    private FeelUnaryTests Cell(string? text, FeelScope scope, string decision, int rule, string column) =>
        Tests(string.IsNullOrEmpty(text) ? "-" : text, scope, decision, rule, column) ?? FeelUnaryTests.Compile("null", FeelScope.Empty).Value;

    private FeelUnaryTests? Tests(string? text, FeelScope scope, string decision, int? rule, string column)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var tests = FeelUnaryTests.Compile(text, scope);
        if (tests.IsSuccess)
        {
            CheckNames(tests.Value.References, scope, decision, rule, column, text);
            return tests.Value;
        }

        problems.Add(tests.Error, decision, rule, column, text);
        return null;
    }

    /// <summary>An empty text is null.</summary>
    private FeelExpression Compiled(string text, FeelScope scope, string decision, int? rule, string column)
    {
        var compiled = FeelExpression.Compile(text is "" or "-" ? "null" : text, scope);
        if (compiled.IsSuccess)
        {
            CheckNames(compiled.Value.References, scope, decision, rule, column, text);
            return compiled.Value;
        }

        problems.Add(compiled.Error, decision, rule, column, text);
        return FeelExpression.Compile("null", FeelScope.Empty).Value;
    }

    private void CheckNames(ImmutableArray<string> references, FeelScope scope, string decision, int? rule, string column, string text) =>
        NameCheck.Check(references, scope, problems, decision, rule, column, text);

    private HitPolicy Policy(XElement element, string decision)
    {
        switch (element.Text("hitPolicy") ?? "UNIQUE")
        {
            case "UNIQUE":
                return HitPolicy.Unique;
            case "ANY":
                return HitPolicy.Any;
            case "PRIORITY":
                return HitPolicy.Priority;
            case "FIRST":
                return HitPolicy.First;
            case "RULE ORDER":
                return HitPolicy.RuleOrder;
            case "OUTPUT ORDER":
                return HitPolicy.OutputOrder;
            case "COLLECT":
                return HitPolicy.Collect;
            case var other:
                problems.Add("decisions.unknownHitPolicy", decision, ("policy", other));
                return HitPolicy.Unique;
        }
    }

    private Aggregation AggregationOf(XElement element, string decision)
    {
        switch (element.Text("aggregation"))
        {
            case null:
                return Aggregation.List;
            case "SUM":
                return Aggregation.Sum;
            case "COUNT":
                return Aggregation.Count;
            case "MIN":
                return Aggregation.Minimum;
            case "MAX":
                return Aggregation.Maximum;
            case var other:
                problems.Add("decisions.unknownHitPolicy", decision, ("policy", other));
                return Aggregation.List;
        }
    }

    private void CheckPriorities(DecisionTable table, string decision)
    {
        if (table.Policy is HitPolicy.Priority or HitPolicy.OutputOrder && table.Outputs.All(output => output.Order.IsEmpty))
        {
            problems.Add("decisions.noPriorities", decision);
        }

        if (table.Aggregation != Aggregation.List && table.Outputs.Length > 1)
        {
            problems.Add("decisions.aggregationOfSeveral", decision);
        }

        if (table.Outputs.IsEmpty)
        {
            problems.Add("decisions.noOutput", decision);
        }
    }
}
