using System.Security;
using System.Text;

namespace Approvals.Decisions.Tests.Analysis;

/// <summary>Builds models of one table whose inputs have types and allowed values.</summary>
internal static class TypedTables
{
    /// <summary>
    /// Inputs and outputs are written <c>name: type = allowed values</c>, the last two if need be; rules as in
    /// <see cref="Models.Table"/>: cells separated by semicolons, outputs after =>, an annotation after #.
    /// </summary>
    public static string Xml(string hitPolicy, string[] inputs, string[] outputs, string[] rules, string extension = "")
    {
        var xml = new StringBuilder();
        foreach (var (name, type, _) in inputs.Select(Column))
        {
            xml.Append($"""<inputData id="in_{name}" name="{name}"><variable name="{name}" typeRef="{type}"/></inputData>""");
        }

        xml.Append("""<decision id="d" name="Result">""");
        foreach (var (name, _, _) in inputs.Select(Column))
        {
            xml.Append($"""<informationRequirement><requiredInput href="#in_{name}"/></informationRequirement>""");
        }

        xml.Append($"""<decisionTable id="t" {hitPolicy}>{extension}""");
        foreach (var (name, type, allowed) in inputs.Select(Column))
        {
            xml.Append($"""<input><inputExpression typeRef="{type}"><text>{name}</text></inputExpression>{Values("inputValues", allowed)}</input>""");
        }

        foreach (var (name, type, allowed) in outputs.Select(Column))
        {
            var parts = allowed.Split("default", StringSplitOptions.TrimEntries);
            var byDefault = parts.Length > 1 ? $"<defaultOutputEntry><text>{SecurityElement.Escape(parts[1])}</text></defaultOutputEntry>" : "";
            xml.Append($"""<output name="{name}" typeRef="{type}">{Values("outputValues", parts[0])}{byDefault}</output>""");
        }

        xml.Append("""<annotation name="note"/>""");
        for (var i = 0; i < rules.Length; i++)
        {
            AppendRule(xml, rules[i], i + 1);
        }

        return xml.Append("</decisionTable></decision>").ToString();
    }

    public static TableReport Report(string hitPolicy, string[] inputs, string[] outputs, params string[] rules) =>
        Assert.Single(TableAnalysis.Of(Models.Sound(Xml(hitPolicy, inputs, outputs, rules))));

    /// <summary>The findings as lines: kind, rules, column, example.</summary>
    public static string[] Lines(TableReport report) =>
        [.. report.Findings.Select(finding => $"{finding.Kind} [{string.Join(' ', finding.Rules)}] {finding.Column} {finding.ExampleText}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd())];

    private static (string Name, string Type, string Allowed) Column(string text)
    {
        var halves = text.Split('=', 2, StringSplitOptions.TrimEntries);
        var left = halves[0].Split(':', StringSplitOptions.TrimEntries);
        return (left[0], left.Length > 1 ? left[1] : "Any", halves.Length > 1 ? halves[1] : "");
    }

    private static string Values(string element, string text) => text.Length == 0 ? "" : $"<{element}><text>{SecurityElement.Escape(text)}</text></{element}>";

    private static void AppendRule(StringBuilder xml, string rule, int number)
    {
        var annotation = rule.Split('#', StringSplitOptions.TrimEntries);
        var sides = annotation[0].Split("=>", StringSplitOptions.TrimEntries);
        xml.Append($"""<rule id="r{number}">""");
        foreach (var cell in sides[0].Split(';', StringSplitOptions.TrimEntries))
        {
            xml.Append($"<inputEntry><text>{SecurityElement.Escape(cell)}</text></inputEntry>");
        }

        foreach (var output in sides[1].Split(';', StringSplitOptions.TrimEntries))
        {
            xml.Append($"<outputEntry><text>{SecurityElement.Escape(output)}</text></outputEntry>");
        }

        xml.Append($"<annotationEntry><text>{(annotation.Length > 1 ? annotation[1] : "")}</text></annotationEntry></rule>");
    }
}
