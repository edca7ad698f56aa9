using System.Text.Json.Nodes;
using Approvals.Feel;
using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>Definitions executed, dispatched and used as activities.</summary>
public sealed class SubflowTests
{
    [Fact]
    public void Execute_RunsTheChildInItsOwnScope_AndReturnsItsOutputs()
    {
        var @case = Parent("Elsa.ExecuteWorkflow", Child(wait: false), ("input", Json("""{ "who": "Ann" }""")), ("result", Into("out"))).Start(withSubmission: false);
        Expect.Items(@case.Lines, "Hello Ann");
        Assert.Equal("granted", @case.State.Result);
        Assert.Equal("Hello Ann", @case.State.Variables["out"].AsContext()["greeting"].AsString());
        Assert.False(@case.State.Variables.ContainsKey("own"));
    }

    [Fact]
    public void Execute_ChildWaits_TheCaseWaitsAndItsIdsDoNotClash()
    {
        var @case = Parent("Elsa.ExecuteWorkflow", Child(wait: true)).Start(withSubmission: false);
        Assert.Equal("call/wait", Assert.Single(@case.State.Tasks).Activity);
        @case.Definition = @case.Definition with { Name = "read anew" }; // a program compiled afresh finds the activity again
        Assert.Equal("granted", @case.Complete("call/wait", "p").State.Result);
    }

    [Fact]
    public void Execute_DefinitionNamedByAnExpression_IsFoundAgain()
    {
        var @case = Parent("Elsa.ExecuteWorkflow", Child(wait: true), ("workflowDefinitionId", Formula("\"ch\" + \"ild\""))).Start(withSubmission: false);
        @case.Definition = @case.Definition with { Name = "read anew" };
        Assert.Equal("granted", @case.Complete("call/child/wait", "p").State.Result);
    }

    [Fact]
    public void Execute_UnknownDefinition_IsNamedAtPublish_AndAnIncident()
    {
        var @case = Parent("Elsa.ExecuteWorkflow", Child(wait: false), ("workflowDefinitionId", Literal("nothing")));
        Assert.Contains(@case.Definition.Check(), p => p.Code == "workflow.check.unknownDefinition" && p.Data["definition"] == "nothing");
        Assert.Equal("workflow.unknownDefinition", Assert.Single(@case.Start(withSubmission: false).State.Incidents).Code);
    }

    [Fact]
    public void Execute_Itself_EndsInAnIncident()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("self", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Literal("test"))).Build()).Start();
        Assert.Equal("workflow.definitionsTooDeep", Assert.Single(@case.State.Incidents).Code);
    }

    [Theory]
    [InlineData(false, "after,Hello ")]
    [InlineData(true, "Hello ,after")]
    public void Dispatch_GoesOnAtOnce_UnlessItWaits(bool waits, string lines)
    {
        var flow = new FlowBuilder().Add("call", "Elsa.DispatchWorkflow", ("workflowDefinitionId", Literal("child")), ("waitForCompletion", Literal(waits)))
            .Add("after", Line("after", "\"after\"")).Connect("call>after").Build();
        var @case = new CaseDriver(flow with { Flows = flow.Flows.Add("child", Child(wait: true)) }).Start(withSubmission: false);
        @case.Complete("call/wait", "p");
        Assert.Equal(lines, string.Join(',', @case.Lines));
        Assert.Equal(WorkflowStatus.Finished, @case.State.Status);
    }

    [Fact]
    public void UsedAsActivity_TakesInputs_GivesOutputs_LeavesByTheChildsOutcomes()
    {
        var child = new FlowBuilder().Document("definitionId", "child").Document("inputs", new JsonArray(new JsonObject { ["name"] = "Amount" }))
            .Document("outputs", new JsonArray(new JsonObject { ["name"] = "Double" })).Document("outcomes", new JsonArray("Big", "Small"))
            .Add("set", "Elsa.SetOutput", ("outputName", Literal("Double")), ("outputValue", Formula("Amount * 2")))
            .Add("which", "Elsa.FlowDecision", ("condition", Formula("Amount > 10"))).Add("big", "Elsa.Complete", ("outcomes", Json("""["Big"]""")))
            .Add("small", "Elsa.Complete", ("outcomes", Json("""["Small"]"""))).Connect("set>which", "which:True>big", "which:False>small").Build();
        var flow = new FlowBuilder().Variable("d").Add("use", new JsonObject
        {
            ["id"] = "use", ["type"] = "Doubler.Flow", ["workflowDefinitionId"] = "child", ["workflowDefinitionVersionId"] = "v1", ["latestAvailablePublishedVersion"] = 3,
            ["amount"] = Formula("20 + 1"), ["double"] = Into("d"),
        }).Add("b", Line("b", "\"big\"")).Add("s", Line("s", "\"small\"")).Connect("use:Big>b", "use:Small>s").Build();
        var @case = new CaseDriver(flow with { Flows = flow.Flows.Add("child", child) }).Start();
        Expect.Items(@case.Lines, "big");
        Assert.Equal(FeelValue.Of(42), @case.State.Variables["d"]);
        Assert.Empty(@case.State.Outputs);
        Assert.DoesNotContain(@case.Definition.Check(), p => p.Severity == Severity.Error);
    }

    [Fact]
    public void UsedAsActivity_OutputBoundToTheOwnOutput_GoesThroughToIt()
    {
        var child = new FlowBuilder().Document("definitionId", "child").Document("outputs", new JsonArray(new JsonObject { ["name"] = "Double" }))
            .Add("set", "Elsa.SetOutput", ("outputName", Literal("Double")), ("outputValue", Formula("21 * 2"))).Build();
        var flow = new FlowBuilder().Document("outputs", new JsonArray(new JsonObject { ["name"] = "Result" })).Add("use", new JsonObject
        {
            ["id"] = "use", ["type"] = "Doubler.Flow", ["workflowDefinitionId"] = "child", ["double"] = new JsonObject { ["memoryReference"] = new JsonObject { ["id"] = "Result" } },
        }).Build();

        var @case = new CaseDriver(flow with { Flows = flow.Flows.Add("child", child) }).Start();

        Assert.Equal(FeelValue.Of(42), @case.State.Outputs["Result"]);
    }

    [Theory]
    [InlineData("v1", "old")]
    [InlineData("v9", "new")]
    [InlineData("other", "new")]
    public void UsedAsActivity_RunsTheVersionThatIsNamed_ElseTheOneOfTheId(string version, string line)
    {
        var use = new JsonObject { ["id"] = "use", ["type"] = "Sub", ["workflowDefinitionId"] = "child", ["workflowDefinitionVersionId"] = version };
        var flow = new FlowBuilder().Add("use", use).Build();
        var flows = flow.Flows.Add("child", Saying("child", "new")).Add("v1", Saying("child", "old")).Add("other", Saying("another", "another"));

        Expect.Items(new CaseDriver(flow with { Flows = flows }).Start(withSubmission: false).Lines, line);
    }

    [Fact]
    public void UsedAsActivity_HeldByABlock_NeedsNoDotInItsType()
    {
        var use = new JsonObject { ["id"] = "use", ["type"] = "Sub", ["workflowDefinitionId"] = "child" };
        var flow = new FlowBuilder().Add("if", "Elsa.If", ("condition", Literal(true)), ("then", use)).Build();

        Expect.Items(new CaseDriver(flow with { Flows = flow.Flows.Add("child", Saying("child", "in the block")) }).Start(withSubmission: false).Lines, "in the block");
    }

    [Fact]
    public void ReviewInAChild_ReturnsToAStepOfTheChild()
    {
        var child = new FlowBuilder().Document("definitionId", "child").Add("wait", BlockTests.Person("wait"))
            .Add("look", "Review", ("participants", Users("r")), ("returnTo", Json("""["wait"]"""))).Connect("wait>look").Build();
        var @case = Parent("Elsa.ExecuteWorkflow", child).Start(withSubmission: false).Complete("call/wait", "p");
        @case.Send(new Returned(@case.Task("call/look").Id, CaseDriver.By("r"), "wait"));
        Assert.Equal("granted", @case.Complete("call/wait", "p").Complete("call/look", "r", "Approved").State.Result);
    }

    private static WorkflowDefinition Saying(string id, string line) =>
        new FlowBuilder().Document("definitionId", id).Add("say", Activity("say", "Elsa.WriteLine", ("text", Literal(line)))).Build();

    private static WorkflowDefinition Child(bool wait)
    {
        var flow = new FlowBuilder().Document("definitionId", "child").Document("inputs", new JsonArray(new JsonObject { ["name"] = "who" })).Variable("own", "Hello ")
            .Add("say", Line("say", "own + (if who = null then \"\" else who)"))
            .Add("give", "Elsa.SetOutput", ("outputName", Literal("greeting")), ("outputValue", Formula("own + (if who = null then \"\" else who)")));
        return (wait ? flow.Add("wait", BlockTests.Person("wait")).Connect("wait>say", "say>give") : flow.Connect("say>give")).Build();
    }

    private static CaseDriver Parent(string type, WorkflowDefinition child, params (string Name, JsonNode? Value)[] inputs)
    {
        (string, JsonNode?)[] all = inputs.Any(i => i.Name == "workflowDefinitionId") ? inputs : [.. inputs, ("workflowDefinitionId", Literal("child"))];
        var flow = new FlowBuilder().Variable("out").Add("call", type, all).End("yes", "granted").Connect("call>yes").Build();
        return new CaseDriver(flow with { Flows = flow.Flows.Add("child", child) });
    }
}
