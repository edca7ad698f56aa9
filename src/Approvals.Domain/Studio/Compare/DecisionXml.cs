using System.Xml.Linq;

namespace Approvals.Domain.Studio.Compare;

/// <summary>A decision as its file has it; it need not be one that loads.</summary>
internal sealed class DecisionXml
{
    internal DecisionXml(XElement element)
    {
        Element = element;
        var table = element.Elements().FirstOrDefault(e => Is(e, "decisionTable"))
            ?? element.Elements().Where(e => Is(e, "encapsulatedLogic")).Elements().FirstOrDefault(e => Is(e, "decisionTable"));
        Expression = element.Elements().FirstOrDefault(e => Is(e, "literalExpression")) is { } literal ? Text(literal) : null;
        HitPolicy = table?.Attribute("hitPolicy")?.Value ?? "UNIQUE";
        Columns = table is null ? [] : [.. Distinct(table.Elements().Where(e => Is(e, "input") || Is(e, "output") || Is(e, "annotation")).Select(Label))];
        Rules = table is null ? [] : [.. table.Elements().Where(e => Is(e, "rule")).Select((rule, i) => new RuleXml(rule, i + 1, Columns, table.Elements().Count(e => Is(e, "input"))))];
    }

    internal XElement Element { get; }

    internal string Name => Element.Attribute("name")?.Value ?? "";

    internal LocalText Title => CompareWords.Plain(Element.Attribute("label")?.Value ?? Name);

    internal string? Expression { get; }

    internal string HitPolicy { get; }

    internal IReadOnlyList<string> Columns { get; }

    internal IReadOnlyList<RuleXml> Rules { get; }

    internal static bool Is(XElement element, string name) => element.Name.LocalName == name;

    internal static string Text(XElement element) => element.Elements().FirstOrDefault(e => Is(e, "text"))?.Value.Trim() ?? "";

    private static string Label(XElement column) => column.Attribute("label")?.Value ?? column.Attribute("name")?.Value
        ?? column.Elements().Where(e => Is(e, "inputExpression")).Select(Text).FirstOrDefault() ?? "";

    /// <summary>Two columns of one name are told apart by their place.</summary>
    private static IEnumerable<string> Distinct(IEnumerable<string> labels)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var label in labels)
        {
            var times = seen[label] = seen.GetValueOrDefault(label) + 1;
            yield return times == 1 ? label : $"{label} ({times})";
        }
    }
}

/// <summary>A rule of a table as its file has it.</summary>
internal sealed class RuleXml
{
    internal RuleXml(XElement rule, int number, IReadOnlyList<string> columns, int inputs)
    {
        Id = rule.Attribute("id")?.Value;
        Number = number;
        string[] cells = [.. rule.Elements().Where(e => DecisionXml.Is(e, "inputEntry")).Concat(rule.Elements().Where(e => DecisionXml.Is(e, "outputEntry")))
            .Concat(rule.Elements().Where(e => DecisionXml.Is(e, "annotationEntry"))).Select(DecisionXml.Text).Select(t => t is "" or "-" ? "–" : t)];
        Cells = columns.Zip(cells).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
        Result = inputs < columns.Count && inputs < cells.Length ? $"{columns[inputs]} {cells[inputs]}" : "";
        Text = string.Join(" | ", cells);
    }

    internal string? Id { get; }

    internal int Number { get; }

    internal IReadOnlyDictionary<string, string> Cells { get; }

    /// <summary>Its first result: what people know it by.</summary>
    internal string Result { get; }

    internal string Text { get; }
}
