using System.Runtime.CompilerServices;
using System.Text;
using Approvals.Feel;

namespace Approvals.Decisions.Tests;

/// <summary>Builds models for the tests.</summary>
internal static class Models
{
    public const string Space = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    /// <summary>Each model again, after it was written: what the tests ask of one they ask of the other.</summary>
    private static readonly ConditionalWeakTable<DecisionModel, DecisionModel> Rewritten = [];

    public static DecisionModel Read(string content, params (string Namespace, DecisionModel Model)[] imports)
    {
        var model = DecisionModel.Read(Encoding.UTF8.GetBytes(Xml(content)), imports.ToDictionary(import => import.Namespace, import => import.Model));
        Assert.True(model.IsSuccess, model.Error?.Code);
        Rewritten.Add(model.Value, Written(Encoding.UTF8.GetBytes(Xml(content)), model.Value, imports));
        return model.Value;
    }

    public static DecisionModel Sound(string content, params (string Namespace, DecisionModel Model)[] imports)
    {
        var model = Read(content, imports);
        Assert.True(model.Check().IsEmpty, string.Join("\n", model.Check().Select(problem => problem.Message.En)));
        return model;
    }

    public static string Xml(string content) =>
        content.StartsWith("<?xml", StringComparison.Ordinal) || content.StartsWith("<definitions", StringComparison.Ordinal)
            ? content
            : $"""<definitions xmlns="{Space}" name="test" namespace="urn:test">{content}</definitions>""";

    /// <summary>A table over inputs named a, b, … and outputs; each rule is a line of cells separated by semicolons, outputs after =>, annotations after #.</summary>
    public static string Table(string hitPolicy, string inputs, string outputs, params string[] rules)
    {
        var names = inputs.Split(',', StringSplitOptions.TrimEntries);
        var xml = new StringBuilder();
        foreach (var name in names)
        {
            xml.Append($"""<inputData id="in_{name}" name="{name}"/>""");
        }

        xml.Append("""<decision id="d" name="Result">""");
        foreach (var name in names)
        {
            xml.Append($"""<informationRequirement><requiredInput href="#in_{name}"/></informationRequirement>""");
        }

        xml.Append($"<decisionTable {hitPolicy}>");
        foreach (var name in names)
        {
            xml.Append($"<input><inputExpression><text>{name}</text></inputExpression></input>");
        }

        foreach (var output in outputs.Split('|', StringSplitOptions.TrimEntries))
        {
            var (name, values) = output.Contains('(', StringComparison.Ordinal) ? (output[..output.IndexOf('(', StringComparison.Ordinal)], output[(output.IndexOf('(', StringComparison.Ordinal) + 1)..^1]) : (output, "");
            var parts = values.Split("default", StringSplitOptions.TrimEntries);
            xml.Append($"""<output name="{name}">""");
            xml.Append(parts[0].Length > 0 ? $"<outputValues><text>{parts[0]}</text></outputValues>" : "");
            xml.Append(parts.Length > 1 ? $"<defaultOutputEntry><text>{parts[1]}</text></defaultOutputEntry></output>" : "</output>");
        }

        xml.Append("""<annotation name="clause"/>""");
        foreach (var rule in rules)
        {
            AppendRule(xml, rule);
        }

        return xml.Append("</decisionTable></decision>").ToString();
    }

    public static FeelContext Inputs(string context) => FeelExpression.Compile(context, FeelScope.Empty).Value.Evaluate(FeelContext.Empty).Value.AsContext();

    public static DecisionResult Evaluate(this DecisionModel model, string decision, string inputs)
    {
        var result = model.Evaluate(decision, Inputs(inputs));
        Assert.True(result.IsSuccess, $"{result.Error?.Code} {string.Join(", ", result.Error?.Data.Select(pair => $"{pair.Key}={pair.Value}") ?? [])}");
        if (Rewritten.TryGetValue(model, out var rewritten))
        {
            var again = rewritten.Evaluate(decision, Inputs(inputs)).Value;
            Assert.Equal(result.Value.Value.ToString(), again.Value.ToString());
            Assert.Equal(result.Value.Matched.Select(rule => (rule.Decision, rule.Number)), again.Matched.Select(rule => (rule.Decision, rule.Number)));
        }

        return result.Value;
    }

    private static DecisionModel Written(byte[] xml, DecisionModel model, (string Namespace, DecisionModel Model)[] imports)
    {
        var document = DecisionDocument.Read(xml).Value;
        var written = document.Compile(imports.ToDictionary(import => import.Namespace, import => import.Model)).Value;
        Assert.Equal(model.Check().Select(problem => problem.Message), written.Check().Select(problem => problem.Message));
        Assert.Equal(document.Write(), DecisionDocument.Read(document.Write()).Value.Write());
        return written;
    }

    private static void AppendRule(StringBuilder xml, string rule)
    {
        var annotation = rule.Split('#', StringSplitOptions.TrimEntries);
        var sides = annotation[0].Split("=>", StringSplitOptions.TrimEntries);
        xml.Append("<rule>");
        foreach (var cell in sides[0].Split(';', StringSplitOptions.TrimEntries))
        {
            xml.Append($"<inputEntry><text>{System.Security.SecurityElement.Escape(cell)}</text></inputEntry>");
        }

        foreach (var output in sides[1].Split(';', StringSplitOptions.TrimEntries))
        {
            xml.Append($"<outputEntry><text>{System.Security.SecurityElement.Escape(output)}</text></outputEntry>");
        }

        xml.Append(annotation.Length > 1 ? $"<annotationEntry><text>{annotation[1]}</text></annotationEntry></rule>" : "</rule>");
    }
}
