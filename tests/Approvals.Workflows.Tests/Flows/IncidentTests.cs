using System.Text;

using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

public sealed class IncidentTests
{
    [Fact]
    public void NullCondition_Waits_AndRetriesAfterMending()
    {
        var @case = new CaseDriver(ReviewTests.Simple().Build()).Start().Complete("review", "u-Reviewer", "Approved");

        var incident = Assert.Single(@case.State.Incidents);
        Assert.Equal(("enough", "condition", "form.f.months >= 4"), (incident.Activity, incident.Input, incident.Expression));
        Expect.Items(incident.Missing, "form.f.months");

        @case.Form = ReviewTests.Form("""{ "f": { "months": 4 } }""");
        @case.Send(new IncidentResolved(incident.Id, CaseDriver.By("operator")));
        Assert.Equal("granted", @case.State.Result);
    }

    [Fact]
    public void Retry_StillBroken_StaysAnIncident()
    {
        var @case = new CaseDriver(ReviewTests.Simple().Build()).Start().Complete("review", "u-Reviewer", "Approved");
        var first = @case.State.Incidents[0].Id;

        @case.Send(new IncidentResolved(first, CaseDriver.By("operator")));

        Assert.NotEqual(first, Assert.Single(@case.State.Incidents).Id);
        Assert.Equal("workflow.incidentGone", @case.Refused(new IncidentResolved(first, CaseDriver.By("operator"))));
    }

    [Fact]
    public void Skip_LeavesByTheGivenOutcome()
    {
        var @case = new CaseDriver(ReviewTests.Simple().Build()).Start().Complete("review", "u-Reviewer", "Approved");

        @case.Send(new IncidentResolved(@case.State.Incidents[0].Id, CaseDriver.By("operator"), IncidentResolution.Skip, "False"));
        Assert.Equal("refused", @case.State.Result);
    }

    [Fact]
    public void NoBranch_KeepsTheOutcomeForTheMendedDefinition()
    {
        var flow = new FlowBuilder().Add("review", "Review", ("participants", Users("a"))).End("yes", "granted").Connect("review:Rejected>yes");
        var @case = new CaseDriver(flow.Build()).Start().Complete("review", "a", "Approved");
        var incident = Assert.Single(@case.State.Incidents);
        Assert.Equal("workflow.noBranch", incident.Code);

        @case.Definition = flow.Connect("review:Approved>yes").Build();
        @case.Send(new IncidentResolved(incident.Id, CaseDriver.By("operator")));
        Assert.Equal("granted", @case.State.Result);
    }

    [Fact]
    public void FailureWhileResuming_KeepsTheTaskAndRetriesTheEvent()
    {
        var flow = new FlowBuilder()
            .Add("review", "Review", ("participants", Json("""[{ "kind": "users", "users": ["a"] }, { "kind": "role", "role": "Late", "region": "r1" }]""")),
                ("mode", Literal("InSequence")))
            .End("yes", "granted").Connect("review:Approved>yes", "review:Rejected>yes");
        var @case = new CaseDriver(flow.Build()) { Roles = { ["Late"] = ["a"] } }.Start().Complete("review", "a", "Approved");
        var incident = Assert.Single(@case.State.Incidents);
        Assert.IsType<TaskCompleted>(incident.Event);
        Assert.Equal("workflow.incidentOpen", @case.Refused(new TaskCompleted(@case.Task("review").Id, CaseDriver.By("a"), "Approved")));

        @case.Roles["Late"] = ["b"];
        @case.Send(new IncidentResolved(incident.Id, CaseDriver.By("operator")));
        Assert.Equal("granted", @case.Complete("review", "b", "Approved").State.Result);
    }

    [Fact]
    public void Circle_WithoutWait_EndsInAnIncidentInBoundedTime()
    {
        var flow = new FlowBuilder().Add("a", "Elsa.FlowNode").Add("b", "Elsa.FlowNode").Connect("a>b", "b>a");

        var @case = new CaseDriver(flow.Build()).Start();

        Assert.Equal("workflow.tooManyActivities", Assert.Single(@case.State.Incidents).Code);
    }

    [Fact]
    public void UnsupportedActivity_Reached_IsNamed()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("a", "Elsa.HttpEndpoint").Build()).Start();

        Assert.Equal("Elsa.HttpEndpoint", Assert.Single(@case.State.Incidents).Data["type"]);
    }

    [Fact]
    public void OneBranchFails_TheOtherGoesOn()
    {
        var flow = new FlowBuilder().Add("fork", "Elsa.FlowNode").Add("bad", "Elsa.FlowDecision", ("condition", Formula("form.x > 1")))
            .Add("good", "Fill", ("who", Users("a"))).Add("next", "Fill", ("who", Users("b"))).Connect("fork>bad", "fork>good", "good>next");

        var @case = new CaseDriver(flow.Build()).Start(withSubmission: false).Complete("good", "a");

        Assert.Equal(["bad", "next"], @case.Waiting);
    }

    [Fact]
    public void EveryCode_HasATextInBothLanguages()
    {
        var texts = MessageCatalog.Load(typeof(WorkflowEngine).Assembly).Texts;
        var codes = Directory.EnumerateFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(f, Encoding.UTF8), "\"(workflow\\.[a-zA-Z.]+)\"").Select(m => m.Groups[1].Value));

        Assert.All(codes.Distinct(), code => Assert.True(texts.ContainsKey(code), code));
    }

    internal static string SourceFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Approvals.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "src", "Approvals.Workflows");
    }
}
