using System.Globalization;
using System.Text;
using Approvals.Decisions;
using Approvals.Feel;

namespace Approvals.Bench.Decisions;

/// <summary>A unique table of six columns with equality, interval, date and boolean cells, and inputs of which each meets one rule.</summary>
internal sealed class BenchTable
{
    private const int Levels = 5;
    private const int Regions = 20;
    private static readonly FeelScope Scope = FeelScope.Of("level", "region", "amount", "age", "since", "resident");

    private readonly FeelUnaryTests[][] _cells;
    private readonly FeelExpression[] _outputs;

    public BenchTable(int rules, int inputs)
    {
        var rows = Enumerable.Range(0, rules).Select(Row).ToArray();
        Model = DecisionModel.Read(Encoding.UTF8.GetBytes(Xml(rows))).Value;
        _cells = [.. rows.Select(row => row[..6].Select(cell => FeelUnaryTests.Compile(cell, Scope).Value).ToArray())];
        _outputs = [.. rows.Select(row => FeelExpression.Compile(row[6], Scope).Value)];
        Inputs = [.. Enumerable.Range(0, inputs).Select(i => Input((int)(i * 7919L % rules)))];
    }

    public DecisionModel Model { get; }

    public FeelContext[] Inputs { get; }

    /// <summary>Looks at one row after the other, at the cells until one fails, and stops at the first row that matches.</summary>
    public FeelValue Scan(FeelContext input)
    {
        var run = new FeelRun();
        var values = new[] { input["level"], input["region"], input["amount"], input["age"], input["since"], input["resident"] };
        for (var row = 0; row < _cells.Length; row++)
        {
            var cells = _cells[row];
            var matches = true;
            for (var i = 0; i < cells.Length && matches; i++)
            {
                matches = cells[i].Evaluate(values[i], input, run) == FeelValue.True;
            }

            if (matches)
            {
                return _outputs[row].Evaluate(input, run);
            }
        }

        return FeelValue.Null;
    }

    /// <summary>The first three columns part the rules; the others narrow each of them.</summary>
    private static string[] Row(int rule)
    {
        var (level, region, band) = (rule % Levels, rule / Levels % Regions, rule / (Levels * Regions));
        return
        [
            $"\"L{level}\"", $"\"R{region}\"", $"[{band * 100}..{(band + 1) * 100})", rule % 3 == 0 ? "-" : rule % 3 == 1 ? ">= 18" : "[18..60]",
            rule % 4 == 0 ? "-" : $"> @\"20{10 + (rule % 10)}-01-01\"", rule % 2 == 0 ? "-" : "true", $"\"outcome {rule}\"",
        ];
    }

    private static FeelContext Input(int rule) => FeelContext.Of(
        ("level", FeelValue.Of($"L{rule % Levels}")),
        ("region", FeelValue.Of($"R{rule / Levels % Regions}")),
        ("amount", FeelValue.Of((rule / (Levels * Regions) * 100) + (rule % 100) + 0.25m)),
        ("age", FeelValue.Of(20 + (rule % 40))),
        ("since", FeelValue.Of(new DateOnly(2025, 6, 1 + (rule % 28)))),
        ("resident", FeelValue.True));

    private static string Xml(string[][] rows)
    {
        var xml = new StringBuilder("<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"bench\" namespace=\"urn:bench\">");
        var inputs = new[] { ("level", "string"), ("region", "string"), ("amount", "number"), ("age", "number"), ("since", "date"), ("resident", "boolean") };
        foreach (var (name, type) in inputs)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<inputData id=\"{name}\" name=\"{name}\"><variable name=\"{name}\" typeRef=\"{type}\"/></inputData>");
        }

        xml.Append("<decision id=\"d\" name=\"outcome\"><variable name=\"outcome\" typeRef=\"string\"/>");
        xml.AppendJoin("", inputs.Select(input => $"<informationRequirement><requiredInput href=\"#{input.Item1}\"/></informationRequirement>"));
        xml.Append("<decisionTable hitPolicy=\"UNIQUE\">");
        xml.AppendJoin("", inputs.Select(input => $"<input><inputExpression typeRef=\"{input.Item2}\"><text>{input.Item1}</text></inputExpression></input>"));
        xml.Append("<output/>");
        foreach (var row in rows)
        {
            xml.Append("<rule>");
            xml.AppendJoin("", row[..6].Select(cell => $"<inputEntry><text>{System.Security.SecurityElement.Escape(cell)}</text></inputEntry>"));
            xml.Append(CultureInfo.InvariantCulture, $"<outputEntry><text>{row[6]}</text></outputEntry></rule>");
        }

        return xml.Append("</decisionTable></decision></definitions>").ToString();
    }
}
