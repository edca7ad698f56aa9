using Approvals.Feel;
using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>Elsa's activities of data, waiting and the outside world.</summary>
public sealed class ElsaActivityTests
{
    [Fact]
    public void SetName_Correlate_SetOutput_ChangeTheState()
    {
        var state = new CaseDriver(new FlowBuilder().Add("n", "Elsa.SetName", ("value", Literal("name")))
            .Add("c", "Elsa.Correlate", ("correlationId", Formula("\"c\" + \"1\""))).Add("o", "Elsa.SetOutput", ("outputName", Literal("sum")), ("outputValue", Formula("1 + 2")))
            .Connect("n>c", "c>o").Build()).Start().State;
        Assert.Equal(("name", "c1", FeelValue.Of(3)), (state.Name, state.Correlation, state.Outputs["sum"]));
    }

    [Fact]
    public void Complete_EndsTheCaseByItsOutcomes()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("f", "Elsa.FlowNode").Add("p", BlockTests.Person("p")).Add("c", "Elsa.Complete", ("outcomes", Json("""["Good"]""")))
            .Connect("f>p", "f>c").Build()).Start(withSubmission: false);
        Assert.Equal(WorkflowStatus.Finished, @case.State.Status);
        Expect.Items(@case.State.Outcomes, "Good");
    }

    [Fact]
    public void Fault_IsAnIncidentThatCanBeSkipped()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("f", "Elsa.Fault", ("code", Literal("E1")), ("message", Literal("why"))).End("yes", "granted").Connect("f>yes").Build()).Start();
        var incident = Assert.Single(@case.State.Incidents);
        Assert.Equal(("workflow.fault", "E1", "why"), (incident.Code, incident.Data["code"], incident.Data["message"]));
        @case.Send(new IncidentResolved(incident.Id, CaseDriver.By("o"), IncidentResolution.Skip));
        Assert.Equal("granted", @case.State.Result);
    }

    [Fact]
    public void Event_HearsItsSignalOnly_AndKeepsThePayload()
    {
        var @case = new CaseDriver(new FlowBuilder().Variable("got").Add("e", "Elsa.Event", ("eventName", Literal("paid")), ("result", Into("got"))).End("yes", "granted").Connect("e>yes").Build()).Start();
        Assert.Equal("workflow.signalNotAwaited", @case.Refused(new SignalReceived("other")));
        @case.Send(new SignalReceived("paid", FeelValue.Of(5)));
        Assert.Equal(("granted", FeelValue.Of(5)), (@case.State.Result, @case.State.Variables["got"]));
    }

    [Fact]
    public void Event_ThatStartedTheCase_DoesNotWait()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("s", "Elsa.Start").Add("e", "Elsa.Event", ("eventName", Literal("paid"))).End("yes", "granted").Connect("s>e", "e>yes").Build());
        @case.Send(new Started(null) { Trigger = "e" });
        Assert.Equal("granted", @case.State.Result);
        Assert.DoesNotContain("s", @case.Path);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void PublishEvent_IsHeardInTheCase_AndOutsideUnlessLocal(bool local, int sent)
    {
        var @case = new CaseDriver(new FlowBuilder().Add("f", "Elsa.FlowNode").Add("e", "Elsa.Event", ("eventName", Literal("x")))
            .Add("p", "Elsa.PublishEvent", ("eventName", Literal("x")), ("isLocalEvent", Literal(local)), ("payload", Formula("1"))).Connect("f>p", "f>e").Build()).Start();
        Assert.Equal(WorkflowStatus.Finished, @case.State.Status);
        Assert.Equal(sent, @case.Effects.OfType<SendSignal>().Count());
    }

    [Fact]
    public void RunTask_WaitsForItsAnswer()
    {
        var @case = new CaseDriver(new FlowBuilder().Variable("r").Add("t", "Elsa.RunTask", ("taskName", Literal("check")), ("payload", Json("""{ "a": 1 }""")), ("result", Into("r")))
            .End("yes", "granted").Connect("t>yes").Build()).Start();
        var asked = @case.Effect<CompleteRunTask>();
        Assert.Equal("check", asked.Name);
        Assert.Equal("workflow.replyGone", @case.Refused(new ExternalReplied("x99")));
        @case.Send(new ExternalReplied(asked.Request, FeelValue.Of("fine")));
        Assert.Equal(("granted", FeelValue.Of("fine")), (@case.State.Result, @case.State.Variables["r"]));
        Assert.Equal("workflow.finished", @case.Refused(new ExternalReplied(asked.Request)));
    }

    [Theory]
    [InlineData(200, null, "ok")]
    [InlineData(500, null, "other")]
    [InlineData(null, "connection", "down")]
    [InlineData(null, "timeout", "late")]
    public void FlowSendHttpRequest_LeavesByTheStatus(int? status, string? failure, string line)
    {
        var @case = Request();
        @case.Send(new ExternalReplied(@case.Effect<SendHttp>().Request, FeelValue.Of("body")) { Status = status, Failure = failure });
        Expect.Items(@case.Lines, line);
    }

    [Fact]
    public void FlowSendHttpRequest_HostNotAllowed_IsAnIncident()
    {
        var @case = Request();
        @case.Send(new ExternalReplied(@case.Effect<SendHttp>().Request) { Failure = "hostNotAllowed" });
        Assert.Equal("workflow.requestRefused", Assert.Single(@case.State.Incidents).Code);
    }

    [Fact]
    public void SendHttpRequest_RunsTheChildOfTheStatus()
    {
        var expected = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["statusCode"] = 404, ["activity"] = Line("l", "\"missing\"") });
        var @case = new CaseDriver(new FlowBuilder().Variable("code").Add("h", "Elsa.SendHttpRequest", ("url", Literal("https://a.example/")), ("statusCode", Into("code")), ("expectedStatusCodes", expected))
            .End("yes", "granted").Connect("h>yes").Build()).Start();
        @case.Send(new ExternalReplied(@case.Effect<SendHttp>().Request) { Status = 404 });
        Expect.Items(@case.Lines, "missing");
        Assert.Equal(("granted", FeelValue.Of(404)), (@case.State.Result, @case.State.Variables["code"]));
    }

    [Fact]
    public void SendEmail_GoesOnAtOnce()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("m", "Elsa.SendEmail", ("to", Json("""["a@x.example"]""")), ("subject", Literal("s")), ("body", Formula("\"b\""))).Build()).Start();
        var mail = @case.Effect<SendMail>();
        Assert.Equal(("a@x.example", "s", "b"), (Assert.Single(mail.To), mail.Subject, mail.Body));
    }

    [Theory]
    [InlineData("Elsa.Timer", "interval", "00:05:00")]
    [InlineData("Elsa.Delay", "timeSpan", "00:05:00")]
    [InlineData("Elsa.StartAt", "dateTime", "2026-03-05T08:00:00")]
    [InlineData("Elsa.Cron", "cronExpression", "0 8 * * MON")]
    public void Timers_WaitUntilTheyElapse(string type, string input, string value)
    {
        var @case = new CaseDriver(new FlowBuilder().Add("t", type, (input, Literal(value))).End("yes", "granted").Connect("t>yes").Build()).Start();
        Assert.Equal(WorkflowStatus.Waiting, @case.State.Status);
        Assert.Equal("granted", @case.Elapse("t").State.Result);
    }

    [Theory]
    [InlineData("Elsa.ForEach<String>")]
    [InlineData("Elsa.ForEach`1")]
    public void GenericType_OfADefinitionWrittenInCode_RunsAsThePlainOne(string type) => Expect.Items(new CaseDriver(new FlowBuilder()
        .Add("each", type, ("items", Literal(new System.Text.Json.Nodes.JsonArray("a", "b"))), ("body", Line("say", "CurrentValue"))).Build()).Start().Lines, "a", "b");

    [Fact]
    public void InputWithoutAnExpression_AsCodeLeavesIt_IsNothing_AndNamedWhereItIsNeeded()
    {
        var lost = new System.Text.Json.Nodes.JsonObject { ["typeName"] = "String" };
        var definition = new FlowBuilder().Add("say", "Elsa.WriteLine", ("text", lost.DeepClone())).Add("if", "Elsa.If", ("condition", lost)).Connect("say>if").Build();

        Assert.Equal("if", Assert.Single(definition.Check(), p => p.Code == "workflow.check.inputMissing").Activity);
        Expect.Items(new CaseDriver(definition).Start().Lines, "");
    }

    [Fact]
    public void StartAt_InThePast_DoesNotWait() => Assert.Equal(WorkflowStatus.Finished, new CaseDriver(
        new FlowBuilder().Add("t", "Elsa.StartAt", ("dateTime", Literal("2020-01-01T00:00:00Z"))).Build()).Start().State.Status);

    [Theory]
    [InlineData("*/15 * * * *", "2026-03-02T09:15:00+08:00")]
    [InlineData("0 0 9 * * ?", "2026-03-03T09:00:00+08:00")]
    [InlineData("30 8 1 * *", "2026-04-01T08:30:00+08:00")]
    [InlineData("0 0 29 2 *", "2028-02-29T00:00:00+08:00")]
    [InlineData("0 12 13 * FRI", "2026-03-06T12:00:00+08:00")]
    [InlineData("5-10/5 10,11 * JAN,MAR 0", "2026-03-08T10:05:00+08:00")]
    [InlineData("0 8 * * 7", "2026-03-08T08:00:00+08:00")]
    public void Cron_NextInstant_IsInTheOfficesTime(string expression, string next)
    {
        var @case = new CaseDriver(new FlowBuilder().Add("t", "Elsa.Cron", ("cronExpression", Literal(expression))).Build()).Start();
        Assert.Equal(DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(@case.State.Timers).At);
    }

    [Theory]
    [InlineData("61 * * * *")]
    [InlineData("* * *")]
    [InlineData("0 0 L * *")]
    [InlineData("1/0 * * * *")]
    [InlineData("5-1 * * * *")]
    public void Cron_NotReadable_IsNamedAtPublish(string expression) => Assert.Contains(
        new FlowBuilder().Add("t", "Elsa.Cron", ("cronExpression", Literal(expression))).Build().Check(), p => p.Code == "workflow.check.badCron");

    [Fact]
    public void Cron_ThatNeverComes_IsAnIncident() => Assert.Equal("workflow.badCron", Assert.Single(
        new CaseDriver(new FlowBuilder().Add("t", "Elsa.Cron", ("cronExpression", Literal("0 0 30 2 *"))).Build()).Start().State.Incidents).Code);

    private static CaseDriver Request()
    {
        var flow = new FlowBuilder().Add("h", "Elsa.FlowSendHttpRequest", ("url", Literal("https://a.example/")), ("expectedStatusCodes", Json("[200]")))
            .Add("ok", Line("ok", "\"ok\"")).Add("other", Line("other", "\"other\"")).Add("down", Line("down", "\"down\"")).Add("late", Line("late", "\"late\""))
            .Connect("h:200>ok", "h:Unmatched status code>other", "h:Failed to connect>down", "h:Timeout>late");
        return new CaseDriver(flow.Build()).Start();
    }
}
