using Approvals.Feel;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Decisions.Tests.Analysis;

/// <summary>On random tables: what is found is really so when the table is evaluated, and what is really so is found.</summary>
public sealed class RandomTableTests
{
    private static readonly string[] Inputs = ["s: string = \"A\", \"B\", \"C\"", "n: number", "b: boolean"];
    private static readonly string[] Strings = ["-", "-", "\"A\"", "\"B\"", "\"A\",\"C\"", "not(\"A\")", "not(\"B\",\"C\")", "? = \"C\""];
    private static readonly string[] Numbers = ["-", "-", "< 2", ">= 2", "[1..3]", "]1..3[", "not([1..2])", "3", "1, > 2", "? > 1 and ? <= 3", "not(< 2)"];
    private static readonly string[] Booleans = ["-", "-", "true", "false", "not(true)"];
    private static readonly string[] NumberGrid = ["0", "1", "1.5", "2", "2.5", "3", "4"];
    private static readonly string[] Policies = ["UNIQUE", "ANY", "FIRST", "PRIORITY"];

    private static readonly Gen<string> Rule =
        from s in Gen.Elements(Strings)
        from n in Gen.Elements(Numbers)
        from b in Gen.Elements(Booleans)
        from x in Gen.Choose(1, 3)
        select $"{s}; {n}; {b} => {x}";

    private static readonly Gen<(string Policy, string[] Rules)> Tables =
        from policy in Gen.Elements(Policies)
        from count in Gen.Choose(1, 7)
        from rules in Rule.ArrayOf(count)
        select (policy, rules);

    [Fact]
    public void Of_RandomTable_FindingsAreSoWhenEvaluated() => Prop.ForAll(Tables.ToArbitrary(), table =>
    {
        var (model, report) = Analysed(table);
        foreach (var finding in report.Findings.Where(finding => !finding.Example.IsEmpty))
        {
            var matching = Matching(model, finding.ExampleText);
            Assert.True(
                finding.Kind == FindingKind.Gap ? matching.Count == 0
                : finding.Kind == FindingKind.Mergeable ? finding.Rules.Any(matching.Contains)
                : finding.Kind == FindingKind.Unreachable ? matching.Contains(finding.Rules[0]) && matching.Count > 1
                : finding.Rules.Count(matching.Contains) > 1,
                $"{table.Policy} {string.Join(" | ", table.Rules)}: {finding.Kind} {finding.ExampleText}");
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Of_RandomTable_WhatAGridShowsIsFound() => Prop.ForAll(Tables.ToArbitrary(), table =>
    {
        var (model, report) = Analysed(table);
        var kinds = report.Findings.Select(finding => finding.Kind).ToHashSet();
        var reached = new HashSet<int>();
        foreach (var row in Grid())
        {
            var matching = Matching(model, row);
            var result = model.Evaluate("Result", FromRow(row)).Value;
            reached.UnionWith(result.Matched.Select(rule => rule.Number));
            Assert.True(matching.Count > 0 || kinds.Contains(FindingKind.Gap), $"gap at {row}");
            var forbidden = table.Policy is "UNIQUE" or "ANY" && matching.Count > 1 && result.Value.IsNull;
            Assert.True(!forbidden || kinds.Contains(FindingKind.Overlap), $"overlap at {row}");
        }

        Assert.DoesNotContain(report.Findings, finding => finding.Kind == FindingKind.Unreachable && reached.Contains(finding.Rules[0]));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Of_TableWithoutFindings_DecidesTheWholeGrid() => Prop.ForAll(Tables.Where(table => Analysed(table).Report.Findings.IsEmpty).ToArbitrary(), table =>
    {
        var model = Analysed(table).Model;
        Assert.All(Grid(), row => Assert.False(model.Evaluate("Result", FromRow(row)).Value.Value.IsNull));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    private static (DecisionModel Model, TableReport Report) Analysed((string Policy, string[] Rules) table)
    {
        var model = Models.Sound(TypedTables.Xml($"hitPolicy=\"{table.Policy}\"", Inputs, ["x: number = 3, 2, 1"], table.Rules));
        return (model, Assert.Single(TableAnalysis.Of(model)));
    }

    private static List<int> Matching(DecisionModel model, string row) =>
        [.. model.Explain("Result", FromRow(row)).Value.Rules.Where(rule => rule.Matched).Select(rule => rule.Number)];

    private static IEnumerable<string> Grid() =>
        from s in new[] { "A", "B", "C" }
        from n in NumberGrid
        from b in new[] { "true", "false" }
        select $"s = \"{s}\", n = {n}, b = {b}";

    /// <summary>An example's text is a context but for its equal signs.</summary>
    private static FeelContext FromRow(string row) => Models.Inputs($"{{{row.Replace(" = ", ": ", StringComparison.Ordinal)}}}");
}
