namespace Approvals.Decisions.Tests;

public sealed class HitPolicyTests
{
    private static readonly string[] Overlapping = ["< 10 => \"low\" #1", "[5..20] => \"middle\" #2", "> 15 => \"high\" #3"];

    [Theory]
    [InlineData("hitPolicy=\"UNIQUE\"", "{a: 1}", "\"low\"")]
    [InlineData("hitPolicy=\"UNIQUE\"", "{a: 7}", "null")]
    [InlineData("", "{a: 12}", "\"middle\"")]
    [InlineData("hitPolicy=\"FIRST\"", "{a: 7}", "\"low\"")]
    [InlineData("hitPolicy=\"FIRST\"", "{a: 18}", "\"middle\"")]
    [InlineData("hitPolicy=\"ANY\"", "{a: 7}", "null")]
    [InlineData("hitPolicy=\"ANY\"", "{a: 3}", "\"low\"")]
    [InlineData("hitPolicy=\"RULE ORDER\"", "{a: 7}", "[\"low\", \"middle\"]")]
    [InlineData("hitPolicy=\"COLLECT\"", "{a: 18}", "[\"middle\", \"high\"]")]
    [InlineData("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", "{a: 18}", "2")]
    [InlineData("hitPolicy=\"COLLECT\" aggregation=\"MIN\"", "{a: 18}", "\"high\"")]
    [InlineData("hitPolicy=\"COLLECT\" aggregation=\"MAX\"", "{a: 18}", "\"middle\"")]
    public void Evaluate_OverlappingRules_ByPolicy(string policy, string inputs, string expected)
    {
        var model = Models.Sound(Models.Table(policy, "a", "level", Overlapping));
        Assert.Equal(expected, model.Evaluate("Result", inputs).Value.ToString());
    }

    [Theory]
    [InlineData("PRIORITY", "{a: 7}", "\"middle\"", "2")]
    [InlineData("PRIORITY", "{a: 18}", "\"high\"", "3")]
    [InlineData("OUTPUT ORDER", "{a: 18}", "[\"high\", \"middle\"]", "3,2")]
    public void Evaluate_OutputValues_DecideTheOrder(string policy, string inputs, string expected, string rules)
    {
        var model = Models.Sound(Models.Table($"hitPolicy=\"{policy}\"", "a", "level(\"high\",\"middle\",\"low\")", Overlapping));
        var result = model.Evaluate("Result", inputs);
        Assert.Equal(expected, result.Value.ToString());
        Assert.Equal(rules, string.Join(",", result.Matched.Select(rule => rule.Number)));
    }

    [Theory]
    [InlineData("SUM", "{a: 7}", "30")]
    [InlineData("MIN", "{a: 7}", "10")]
    [InlineData("MAX", "{a: 7}", "20")]
    [InlineData("COUNT", "{a: 7}", "2")]
    [InlineData("SUM", "{a: 0}", "null")]
    [InlineData("MIN", "{a: 0}", "null")]
    [InlineData("COUNT", "{a: 0}", "0")]
    public void Evaluate_Aggregation_OfNumbers(string aggregation, string inputs, string expected)
    {
        var model = Models.Sound(Models.Table($"hitPolicy=\"COLLECT\" aggregation=\"{aggregation}\"", "a", "n", "> 1 => 10", "> 5 => 20", "> 10 => 30"));
        Assert.Equal(expected, model.Evaluate("Result", inputs).Value.ToString());
    }

    [Theory]
    [InlineData("level", "[]")]
    [InlineData("level(\"high\",\"middle\" default \"middle\")", "\"middle\"")]
    public void Evaluate_NothingToCollect_DefaultOrEmptyList(string output, string expected)
    {
        var model = Models.Sound(Models.Table("hitPolicy=\"COLLECT\"", "a", output, "> 5 => \"high\""));
        var result = model.Evaluate("Result", "{a: 1}");
        Assert.Equal(expected, result.Value.ToString());
        Assert.Empty(result.Matched);
    }

    [Fact]
    public void Evaluate_InputOfAnotherType_TestedAsItIs()
    {
        var model = Models.Read("""
            <inputData id="i" name="known"/>
            <decision id="d" name="Result"><informationRequirement><requiredInput href="#i"/></informationRequirement>
              <decisionTable><input label="known"><inputExpression typeRef="string"><text>known</text></inputExpression></input><output/>
                <rule><inputEntry><text>true</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
                <rule><inputEntry><text>false</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
              </decisionTable></decision>
            """);
        Assert.Equal("1", model.Evaluate("Result", "{known: true}").Value.ToString());
        Assert.Equal("2", model.Evaluate("Result", "{known: false}").Value.ToString());
    }

    [Fact]
    public void Evaluate_SeveralOutputs_Context()
    {
        var model = Models.Sound(Models.Table("hitPolicy=\"UNIQUE\"", "a, b", "x | y(default 9)", "> 1; \"k\" => 10; a + 1 # 第三条", "<= 1; - => 20; 2"));
        var result = model.Evaluate("Result", "{a: 7, b: \"k\"}");
        Assert.Equal("{x: 10, y: 8}", result.Value.ToString());
        Assert.Equal("第三条", Assert.Single(result.Matched).Annotations["clause"]);
        Assert.Equal("{x: null, y: 9}", model.Evaluate("Result", "{a: 7, b: \"z\"}").Value.ToString());
    }
}
