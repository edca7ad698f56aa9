using Approvals.Feel;

namespace Approvals.Decisions.Tests;

/// <summary>The nearest better answer of a table and what stands between.</summary>
public sealed class BetterAnswerTests
{
    private static readonly string Ordered = Table("FIRST", "\"good\", \"fair\", \"bad\"",
        ("true", "-", "\"bad\""), ("-", "< 4", "\"bad\""), ("-", "< 6", "\"fair\""), ("-", "-", "\"good\""));

    [Fact]
    public void NearestBetter_OfAnOrderedTable_NamesTheRuleInTheWay()
    {
        var better = Of(Ordered, barred: false, months: 5);

        Assert.Equal(("\"good\"", 4), (better!.Value.ToString(), better.Rule));
        Assert.Empty(better.Missing);
        Assert.Equal(3, Assert.Single(better.InTheWay).Number);
        Assert.Equal("months", Assert.Single(better.InTheWay[0].Cells).Input.En);
    }

    [Fact]
    public void NearestBetter_WithSeveralRulesInTheWay_NamesEach() =>
        Assert.Equal([1, 2], Of(Ordered, barred: true, months: 3)!.InTheWay.Select(r => r.Number).Take(2));

    [Fact]
    public void NearestBetter_OfTheBestAnswer_IsNone() => Assert.Null(Of(Ordered, barred: false, months: 8));

    [Fact]
    public void NearestBetter_OfAUniqueTable_SaysWhichCellsAreMissing()
    {
        var unique = Table("UNIQUE", "\"good\", \"bad\"", ("false", ">= 6", "\"good\""), ("false", "< 6", "\"bad\""), ("true", "-", "\"bad\""));

        var better = Of(unique, barred: false, months: 5);

        Assert.Equal(("months", ">= 6"), (Assert.Single(better!.Missing).Input.En, better.Missing[0].Cell));
        Assert.Empty(better.InTheWay);
        Assert.Equal(2, Of(unique, barred: true, months: 5)!.Missing.Length);
    }

    [Fact]
    public void NearestBetter_WithoutAnOrderOfAnswers_IsNone() =>
        Assert.Null(Of(Table("UNIQUE", null, ("-", "< 6", "\"bad\""), ("-", ">= 6", "\"good\"")), barred: false, months: 5));

    private static BetterAnswer? Of(string table, bool barred, int months)
    {
        var found = Models.Sound(table).NearestBetter("d", FeelContext.Of(("barred", FeelValue.Of(barred)), ("months", FeelValue.Of(months))));
        Assert.True(found.IsSuccess, found.Error?.Code);
        return found.Value;
    }

    private static string Table(string policy, string? order, params (string Barred, string Months, string Result)[] rules) => $"""
        <inputData id="ib" name="barred"><variable name="barred" typeRef="boolean"/></inputData>
        <inputData id="im" name="months"><variable name="months" typeRef="number"/></inputData>
        <decision id="d" name="d"><variable name="d" typeRef="string"/>
          <informationRequirement><requiredInput href="#ib"/></informationRequirement><informationRequirement><requiredInput href="#im"/></informationRequirement>
          <decisionTable hitPolicy="{policy}">
            <input label="barred"><inputExpression typeRef="boolean"><text>barred</text></inputExpression></input>
            <input label="months"><inputExpression typeRef="number"><text>months</text></inputExpression></input>
            <output name="result" typeRef="string">{(order is null ? "" : $"<outputValues><text>{order}</text></outputValues>")}</output>
            {string.Concat(rules.Select(r => $"<rule><inputEntry><text>{r.Barred}</text></inputEntry><inputEntry><text>{System.Security.SecurityElement.Escape(r.Months)}</text></inputEntry><outputEntry><text>{r.Result}</text></outputEntry></rule>"))}
          </decisionTable></decision>
        """;
}
