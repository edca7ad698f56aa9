using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

public sealed class PublicNoticeTests
{
    [Fact]
    public void Published_ShowsFieldsForItsTerm()
    {
        var @case = Started();

        var published = @case.Effect<PublishNotice>();
        Assert.Equal(Limit.WorkingDays(5), published.Term.Limit);
        Expect.Items(published.Fields, new NoticeField("form.f.name", new LocalText("姓名", "Name"), "none"));
        Assert.Equal("OnNotice", @case.State.Shown);
    }

    [Fact]
    public void TermOver_WithoutObjection_Leaves()
    {
        var @case = Started().Elapse("notice");

        Assert.Equal("granted", @case.State.Result);
        Assert.Equal("Ended", @case.Effect<WithdrawNotice>().Reason);
    }

    [Theory]
    [InlineData(true, "refused")]
    [InlineData(false, "granted")]
    public void Objection_RuledBeforeTheTermEnds_WaitsForTheTerm(bool upheld, string result)
    {
        var @case = Objected();
        @case.Send(new ObjectionDecided("o1", CaseDriver.By("judge"), upheld));
        Assert.Equal(["notice"], @case.Waiting);

        Assert.Equal(result, @case.Elapse("notice").State.Result);
    }

    [Fact]
    public void Objection_NotRuledAtTheEnd_WaitsForTheRuling()
    {
        var @case = Objected().Elapse("notice");

        Assert.Equal(["notice"], @case.Waiting);
        Assert.Equal("granted", @case.Complete("notice", "judge", "Dismissed").State.Result);
    }

    [Fact]
    public void Objection_WithALimitForTheRuling_RunsFromTheDayItWasFiled()
    {
        var @case = Started(("rulingLimit", Json("""{ "length": 3, "unit": "workingDays" }""")));
        @case.Send(new ObjectionFiled(@case.Effect<PublishNotice>().Notice, "o1"));

        Assert.Equal(Limit.WorkingDays(3), Assert.Single(@case.State.Tasks).Limit!.Limit);
    }

    [Fact]
    public void Objection_Twice_IsRefused() => Assert.Equal("workflow.objectionKnown", Objected().Refused(new ObjectionFiled("n4", "o1")));

    [Fact]
    public void Objection_AfterTheTerm_IsRefused()
    {
        var @case = Objected().Elapse("notice");

        Assert.Equal("workflow.noticeGone", @case.Refused(new ObjectionFiled(@case.Effect<PublishNotice>().Notice, "o2")));
    }

    [Fact]
    public void NoticeEnded_ByHand_EndsTheTerm()
    {
        var @case = Started();

        @case.Send(new NoticeEnded(@case.Effect<PublishNotice>().Notice, CaseDriver.By("lead")));
        Assert.Equal("granted", @case.State.Result);
    }

    [Fact]
    public void Withdrawn_TakesTheNoticeDown()
    {
        var @case = Started();
        @case.Send(new Withdrawn(CaseDriver.By("applicant")));

        Assert.Equal("Withdrawn", @case.Effect<WithdrawNotice>().Reason);
    }

    private static CaseDriver Objected()
    {
        var @case = Started();
        @case.Send(new ObjectionFiled(@case.Effect<PublishNotice>().Notice, "o1"));
        Assert.Equal("o1", Assert.Single(@case.State.Tasks).Subject);
        return @case;
    }

    private static CaseDriver Started(params (string Name, System.Text.Json.Nodes.JsonNode? Value)[] inputs) => new CaseDriver(new FlowBuilder()
        .Add("apply", "Fill")
        .Add("notice", "PublicNotice", [
            ("template", Literal("public-notice")), ("workingDays", Literal(5)), ("rulings", Role("Judge")),
            ("fields", Json("""[{ "path": "form.f.name", "label": { "zh-CN": "姓名", "en": "Name" }, "mask": "none" }]""")), .. inputs])
        .End("yes", "granted").End("no", "refused")
        .Connect("apply>notice", "notice:NoObjection>yes", "notice:Objection>no").Build()).Start();
}
