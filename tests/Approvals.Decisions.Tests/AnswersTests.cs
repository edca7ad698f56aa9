namespace Approvals.Decisions.Tests;

/// <summary>What a table can answer, known before it is asked.</summary>
public sealed class AnswersTests
{
    [Theory]
    [InlineData("", "level", "", "\"low\" \"high\"")]
    [InlineData("hitPolicy=\"COLLECT\"", "level", "", "unknown")]
    [InlineData("", "level", "level", "unknown")]
    [InlineData("", "level(default \"none\")", "", "\"low\" \"high\" \"none\"")]
    public void Answers_OfOneOutput_AreWhatItsRulesSay(string policy, string output, string asked, string answers) =>
        Assert.Equal(answers, Told(Models.Sound(Models.Table(policy, "a", output, "< 5 => \"low\"", "[5..9] => \"high\"", "> 9 => \"low\"")), asked));

    [Theory]
    [InlineData("level", "\"low\" \"high\"")]
    [InlineData("months", "unknown")]
    [InlineData("", "unknown")]
    [InlineData("other", "unknown")]
    public void Answers_OfSeveralOutputs_AreAskedByName(string asked, string answers) =>
        Assert.Equal(answers, Told(Models.Sound(Models.Table("", "a", "level | months", "< 5 => \"low\"; a + 1", ">= 5 => \"high\"; 2")), asked));

    [Fact]
    public void Answers_OfNoTable_AreUnknown() =>
        Assert.Equal("unknown", Told(Models.Sound("""<decision id="d" name="Result"><literalExpression><text>1 + 1</text></literalExpression></decision>"""), ""));

    private static string Told(DecisionModel model, string output) => model.Answers("Result", output) is { } answers ? string.Join(' ', answers) : "unknown";
}
