using System.Text.Json;
using Approvals.Application.Votes;

namespace Approvals.Application.Tests.Votes;

/// <summary>What sheets come to: a sheet's own total before the sum of its numbers, the mean without the sheets that say nothing.</summary>
public sealed class ScoringSheetsTests
{
    [Theory]
    [InlineData("""{ "total": 85.5, "skill": 10, "merit": 20 }""", 85.5)]
    [InlineData("""{ "skill": 40, "merit": 42.5, "remark": "尚可" }""", 82.5)]
    [InlineData("""{ "skill": 0 }""", 0)]
    [InlineData("""{ "total": "high", "skill": 7 }""", 7)]
    [InlineData("""{ "skill": 0.1, "merit": 0.2 }""", 0.3)]
    [InlineData("""{ "skill": -5, "merit": 8 }""", 3)]
    public void Total_OfASheet_IsItsTotalOrTheExactSumOfItsNumbers(string sheet, double total) => Assert.Equal((decimal)total, ScoringSheets.Total(Read(sheet)));

    [Theory]
    [InlineData("""{ "remark": "弃权", "fits": true, "marks": [1, 2], "inner": { "skill": 3 } }""")]
    [InlineData("{}")]
    [InlineData("[1, 2, 3]")]
    [InlineData("7")]
    [InlineData("null")]
    public void Total_WithoutANumber_IsNone(string sheet) => Assert.Null(ScoringSheets.Total(Read(sheet)));

    [Fact]
    public void Mean_CountsOnlySheetsWithNumbers_WhateverTheVote() => Assert.Equal(
        75m,
        ScoringSheets.Mean(
        [
            new Ballot(BallotChoice.For, Read("""{ "total": 90 }""")), new Ballot(BallotChoice.Against, Read("""{ "total": 60 }""")),
            new Ballot(BallotChoice.Abstain, null), new Ballot(BallotChoice.For, Read("""{ "remark": "无" }""")),
        ]));

    [Fact]
    public void Mean_WithoutAnySheet_IsNone() => Assert.Null(ScoringSheets.Mean([new Ballot(BallotChoice.For, null), new Ballot(BallotChoice.Against, Read("{}"))]));

    [Fact]
    public void Mean_ThatDoesNotEnd_IsRoundedAwayFromZeroAtFourPlaces()
    {
        Assert.Equal(66.6667m, MeanOf("66", "67", "67"));
        Assert.Equal(0.0001m, MeanOf("0.0001", "0.00005", "0"));
        Assert.Equal(0.0001m, MeanOf("0.00005"));
        Assert.Equal(-0.0001m, MeanOf("-0.00005"));
    }

    private static decimal? MeanOf(params string[] totals) =>
        ScoringSheets.Mean(totals.Select(t => new Ballot(BallotChoice.For, Read($$"""{ "total": {{t}} }"""))));

    private static JsonElement Read(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
