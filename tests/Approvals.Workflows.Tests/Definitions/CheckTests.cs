using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

public sealed class CheckTests
{
    [Fact]
    public void SoundDefinition_HasNoProblems() => Assert.Empty(ReviewTests.Simple().Build().Check());

    [Fact]
    public void EveryPackageOfTheRepository_HasNoErrors()
    {
        var folder = Path.Combine(IncidentTests.SourceFolder(), "..", "..", "workflows");
        foreach (var file in Directory.EnumerateFiles(folder, "workflow.json", SearchOption.AllDirectories))
        {
            var read = WorkflowDefinition.Read(File.ReadAllBytes(file));
            Assert.True(read.IsSuccess, file);
            Assert.DoesNotContain(read.Value.Check(), p => p.Severity == Severity.Error);
        }
    }

    [Fact]
    public void Skip_ByAnOutcomeOfItsOwnThatLeadsOn_IsSound()
    {
        var flow = Broken("workflow.check.skipNowhere").Connect("r:Skipped>no").Build();

        Assert.DoesNotContain(flow.Check(), p => p.Activity == "r" && p.Severity == Severity.Error);
        Assert.Contains("Skipped", ActivityOutcomes.Of(flow, "r"));
    }

    [Theory]
    [InlineData("workflow.check.duplicateId")]
    [InlineData("workflow.check.connectionToNowhere")]
    [InlineData("workflow.check.unknownPort")]
    [InlineData("workflow.check.missingBranch")]
    [InlineData("workflow.check.unsupportedActivity")]
    [InlineData("workflow.check.unsupportedExpression")]
    [InlineData("workflow.check.badExpression")]
    [InlineData("workflow.check.badJson")]
    [InlineData("workflow.check.unknownVariable")]
    [InlineData("workflow.check.unreachable")]
    [InlineData("workflow.check.missingDefault")]
    [InlineData("workflow.check.noNoMatch")]
    [InlineData("workflow.check.returnUnknown")]
    [InlineData("workflow.check.returnNotBefore")]
    [InlineData("workflow.check.returnAcross")]
    [InlineData("workflow.check.skipDecides")]
    [InlineData("workflow.check.skipNowhere")]
    [InlineData("workflow.check.inputMissing")]
    [InlineData("workflow.check.wrongValue")]
    public void EachMistake_IsNamedWithActivityAndPlace(string code)
    {
        var problem = Assert.Single(Broken(code).Build().Check(), p => p.Code == code);

        Assert.NotNull(problem.Activity);
        Assert.StartsWith("root", problem.Place, StringComparison.Ordinal);
        var text = problem.Describe(MessageCatalog.Load(typeof(WorkflowEngine).Assembly, typeof(Approvals.Feel.FeelExpression).Assembly), "en");
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
    }

    private static FlowBuilder Broken(string code)
    {
        var flow = ReviewTests.Simple();
        return code["workflow.check.".Length..] switch
        {
            "duplicateId" => flow.Add("apply", "Elsa.FlowNode"),
            "connectionToNowhere" => flow.Connect("enough:True>nowhere"),
            "unknownPort" => flow.Connect("review:Maybe>yes"),
            "missingBranch" => flow.Add("more", "Review", ("participants", Users("a"))).Connect("more:Approved>yes"),
            "unsupportedActivity" => flow.Add("web", "Elsa.HttpEndpoint"),
            "unsupportedExpression" => flow.Add("js", "Elsa.FlowDecision", ("condition", Script())),
            "badExpression" => flow.Add("feel", "Elsa.FlowDecision", ("condition", Formula("1 +"))),
            "badJson" => flow.Add("n", "Notify", ("to", Quoted("[")), ("template", Literal("t"))),
            "unknownVariable" => flow.Add("set", "Elsa.SetVariable", ("variable", System.Text.Json.Nodes.JsonNode.Parse("""{ "id": "x", "name": "x" }"""))),
            "unreachable" => flow.Add("alone", "Elsa.FlowNode"),
            "missingDefault" => flow.Add("s", "Elsa.FlowSwitch", ("cases", System.Text.Json.Nodes.JsonNode.Parse("""[{ "label": "a", "condition": "true" }]""")))
                .Connect("s:a>yes"),
            "noNoMatch" => flow.Add("d", "Decide", ("decision", Literal("x"))).Connect("d:a>yes"),
            "returnUnknown" => flow.Add("r", "Review", ("participants", Users("a")), ("returnTo", Json("""["nobody"]"""))),
            "returnNotBefore" => flow.Add("r", "Review", ("participants", Users("a")), ("returnTo", Json("""["yes"]"""))),
            "returnAcross" => flow.Add("g", "Grant", ("kind", Literal("k")), ("validFrom", Formula("today")))
                .Add("r", "Review", ("participants", Users("a")), ("returnTo", Json("""["apply"]"""))).Connect("enough:True>g", "g>r"),
            "skipDecides" => flow.Add("r", Skipped("Approved")).Connect("r:Approved>yes", "r:Rejected>no"),
            "skipNowhere" => flow.Add("r", Skipped("Skipped")).Connect("r:Approved>yes", "r:Rejected>no"),
            "inputMissing" => flow.Add("n", "Notify", ("to", Users("a"))),
            _ => flow.Add("w", "WaitWorkingDays", ("days", Literal("soon"))),
        };
    }

    private static System.Text.Json.Nodes.JsonObject Skipped(string by) => Activity("r", "Review", ("participants", Users("a")), ("customProperties",
        new System.Text.Json.Nodes.JsonObject { ["approvals"] = new System.Text.Json.Nodes.JsonObject { ["onSkip"] = by } }));

    private static System.Text.Json.Nodes.JsonObject Script() =>
        new() { ["expression"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "JavaScript", ["value"] = "true" } };

    private static System.Text.Json.Nodes.JsonObject Quoted(string json) =>
        new() { ["expression"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "Object", ["value"] = json } };
}
