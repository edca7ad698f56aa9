using System.Collections.Immutable;
using System.Globalization;
using Approvals.Feel;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Decisions.Tests;

/// <summary>A table answers by its index exactly what it answers by looking at every rule.</summary>
public sealed class TableIndexTests
{
    private static readonly string[] Policies =
    [
        "UNIQUE", "ANY", "PRIORITY", "FIRST", "RULE ORDER", "OUTPUT ORDER", "COLLECT",
        "COLLECT\" aggregation=\"SUM", "COLLECT\" aggregation=\"COUNT", "COLLECT\" aggregation=\"MIN", "COLLECT\" aggregation=\"MAX",
    ];

    private static readonly string[] Cells =
    [
        "-", "-", "3", "< 4", ">= 2", "[2..5)", "(1..6]", "]7..9[", "1, 8", "not(3)", "not(2, [5..7])", "!= 4", "< 2, > 7", "[5..1]", "2.5", "0.5 * 4", "[1, 4]",
        "\"a\"", "\"a\", \"b\"", "not(\"a\")", "< \"b\"", "[\"a\"..\"c\")", "\"𝒞\"", "true", "false", "not(true)", "@\"2026-01-05\"", "> @\"2026-01-03\"",
        "[@\"2026-01-01\"..@\"2026-01-04\"]", "date(\"2026-01-02\")", "@\"P1D\"", "< @\"P2D\"", "null", "? > 3", "other", "> other", "count(?) > 1", "1 +", "@\"10:00:00\"", "[@\"09:00:00\"..@\"17:30:00\")", "not(< @\"10:00:00\")",
        "> @\"10:00:00Z\"", "@\"11:00:00+01:00\", @\"12:00:00Z\"", "< @\"2026-01-02T00:00:00\"", "[@\"2026-01-01T08:00:00\"..@\"2026-01-02T00:00:00\"]",
        "@\"2026-01-01T08:00:00+08:00\"", ">= @\"2026-01-01T00:00:00Z\"", "< @\"2026-07-01T00:00:00@Asia/Shanghai\"",
    ];

    private static readonly string[] Values =
    [
        "null", "null", "0", "1", "2", "2.5", "3", "4", "5", "7", "8", "9.75", "-1", "1000", "\"a\"", "\"b\"", "\"bb\"", "\"\"", "\"𝒞\"", "true", "false",
        "@\"2026-01-01\"", "@\"2026-01-02\"", "@\"2026-01-04\"", "@\"2027-01-05\"", "@\"P1D\"", "@\"PT1H\"", "@\"10:00:00\"", "@\"10:00:00Z\"", "@\"18:00:00\"",
        "@\"2026-01-01T00:00:00Z\"", "@\"2026-01-01T08:00:00@Asia/Shanghai\"", "@\"2026-01-01T08:00:00\"", "@\"2026-06-30T23:00:00Z\"", "[3]", "[\"a\", 2]", "{k: 1}",
    ];

    [Fact]
    public void Evaluate_RandomTables_SameByIndexAndByScan()
    {
        var tables = from seed in Gen.Choose(0, int.MaxValue - 1) select seed;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(tables.ToArbitrary(), seed => Compare(new Random(seed))));
    }

    [Fact]
    public void Evaluate_ManyRules_SameByIndexAndByScan()
    {
        var random = new Random(7);
        var rules = Enumerable.Range(0, 700).Select(i => $"{(i % 3 == 0 ? "-" : $"[{i % 40}..{(i % 40) + (i % 7)}]")}; {(i % 5 == 0 ? "-" : $">= {i}")}; {(i % 11 == 0 ? "-" : $"\"k{i % 23}\"")} => {i}");
        var table = Table("COLLECT", "a, b, c", [.. rules]);
        for (var i = 0; i < 500; i++)
        {
            var inputs = Models.Inputs($"{{a: {random.Next(-2, 48)}, b: {random.Next(-5, 800)}, c: \"k{random.Next(25)}\"}}");
            Assert.Equal(Answer(Scanning(table), inputs), Answer(table, inputs));
        }
    }

    [Fact]
    public void Read_CellsOfMuchWork_LeftToTheEvaluation()
    {
        var rules = Enumerable.Range(0, 20).Select(i => $"count(for i in 1..900000 return i) => {i}").ToArray();
        Assert.NotNull(Table("UNIQUE", "a", rules));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("@\"2020-01-01T00:00:00\"")]
    public void Evaluate_NullOrNoRuleInALongTable_FewRulesLookedAt(string input)
    {
        var rules = Enumerable.Range(0, 5000).Select(i => $"\"k{i % 1000}\"; [@\"2026-01-01T00:00:00\" + @\"PT{i}H\"..@\"2026-01-01T00:30:00\" + @\"PT{i}H\"] => {i}").ToArray();
        var table = Table("UNIQUE", "a, b", rules);
        var inputs = Models.Inputs($"{{a: \"k7\", b: {input}}}");
        Assert.Equal(Answer(Scanning(table), inputs), Answer(table, inputs));
        Assert.InRange(Allocated(table, inputs), 0, Allocated(Scanning(table), inputs) / 10);
    }

    [Theory]
    [InlineData("@\"10:10:00\"", "[@\"{0:00}:00:00\"..@\"{0:00}:30:00\"]")]
    [InlineData("@\"2026-01-01T10:10:00Z\"", "[@\"2026-01-01T{0:00}:00:00Z\"..@\"2026-01-01T{0:00}:30:00Z\"]")]
    [InlineData("@\"2026-01-01T18:10:00@Asia/Shanghai\"", "[@\"2026-01-01T{0:00}:00:00Z\"..@\"2026-01-01T{0:00}:30:00Z\"]")]
    public void Evaluate_IntervalsOfTimes_FoundByTheIndex(string input, string cell)
    {
        var table = Table("COLLECT", "a", [.. Enumerable.Range(0, 24).Select(hour => $"{string.Format(CultureInfo.InvariantCulture, cell, hour)} => {hour}")]);
        var found = default(RuleSet);
        Assert.True(table.Index!.TryFind([.. Models.Inputs($"{{a: {input}, b: null}}").Entries.Select(entry => entry.Value)], ref found, out _));
        Assert.Equal((1, 10), (found.Count, found[0]));
    }

    [Fact]
    public void Evaluate_CellOfAnotherKindThanItsColumn_ToldThoughARuleMatches()
    {
        var model = Models.Read("""
            <inputData id="a" name="a"><variable name="a" typeRef="number"/></inputData>
            <decision id="d" name="d"><informationRequirement><requiredInput href="#a"/></informationRequirement><decisionTable>
              <input label="Years"><inputExpression><text>a</text></inputExpression></input><output name="o"/>
              <rule><inputEntry><text>5</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
              <rule><inputEntry><text>6, "six"</text></inputEntry><outputEntry><text>2</text></outputEntry></rule></decisionTable></decision>
            """);
        var result = model.Evaluate("d", FeelContext.Of(("a", FeelValue.Of(5)))).Value;
        Assert.Equal(FeelValue.Of(1), result.Value);
        var told = Assert.Single(result.Diagnostics);
        Assert.Equal("The input “Years” is a number, but the cell “6, \"six\"” of rule 2 asks for a string.", told.Message.En);
    }

    private static long Allocated(DecisionTable table, FeelContext inputs)
    {
        table.Evaluate(new DecisionRun(), inputs);
        var before = GC.GetAllocatedBytesForCurrentThread();
        table.Evaluate(new DecisionRun(), inputs);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Compare(Random random)
    {
        var columns = random.Next(1, 4);
        var kinds = Enumerable.Range(0, columns).Select(_ => Some(random, 4)).ToArray();
        var rules = Enumerable.Range(0, random.Next(8, 90))
            .Select(i => string.Join("; ", kinds.Select(kind => Some(kind, random))) + $" => {random.Next(1, 4)}").ToArray();
        var table = Table(Policies[random.Next(Policies.Length)], string.Join(", ", Enumerable.Range(0, columns).Select(i => $"c{i}")), rules);
        var scanning = Scanning(table);
        for (var i = 0; i < 12; i++)
        {
            var inputs = Models.Inputs($"{{{string.Join(", ", Enumerable.Range(0, columns).Select(c => $"c{c}: {Values[random.Next(Values.Length)]}"))}, other: 5}}");
            Assert.Equal(Answer(scanning, inputs), Answer(table, inputs));
        }
    }

    /// <summary>A column's cells are mostly of a few texts, so that indexes have something to find.</summary>
    private static string[] Some(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Cells[random.Next(Cells.Length)])];

    private static string Some(string[] cells, Random random) => random.Next(10) == 0 ? Cells[random.Next(Cells.Length)] : cells[random.Next(cells.Length)];

    private static DecisionTable Table(string policy, string inputs, string[] rules)
    {
        var model = Models.Read(Models.Table($"hitPolicy=\"{policy}\"", inputs + ", other", "x(3, 2, 1)", [.. rules.Select(rule => rule.Replace(" =>", "; - =>", StringComparison.Ordinal))]));
        return Assert.IsType<DecisionTable>(Assert.IsType<Decision>(model.Elements.Values.First(element => element is Decision)).Logic);
    }

    private static DecisionTable Scanning(DecisionTable table) =>
        new(table.Owner, table.Inputs, table.Outputs, table.Rules) { Policy = table.Policy, Aggregation = table.Aggregation };

    private static string Answer(DecisionTable table, FeelContext inputs)
    {
        var run = new DecisionRun();
        var value = table.Evaluate(run, inputs);
        var told = run.Feel.Diagnostics.Select(diagnostic => diagnostic.Message.En + string.Join(",", diagnostic.Data.Select(pair => $"{pair.Key}={pair.Value}")));
        return string.Create(CultureInfo.InvariantCulture, $"{value} {string.Join(",", run.Matched.Select(rule => rule.Number))} {string.Join("; ", told)}");
    }
}
