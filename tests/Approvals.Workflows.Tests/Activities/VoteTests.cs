using FsCheck;
using FsCheck.Fluent;

using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

public sealed class VoteTests
{
    [Theory]
    [InlineData("2/3", 4, 2, "Passed")]
    [InlineData("2/3", 3, 3, "Failed")]
    [InlineData("0.5", 3, 3, "Passed")]
    [InlineData("=2/3", 4, 2, "Passed")]
    [InlineData("=2/3", 3, 2, "Failed")]
    [InlineData("1", 6, 0, "Passed")]
    [InlineData("0.6667", 4, 2, "Failed")]
    public void Pass_AtAndBelowTheBorder(string share, int yes, int no, string outcome)
    {
        var members = Members(yes + no);
        var @case = new CaseDriver(Flow(members, share).Build()).Start();

        VoteAll(@case, members);
        Assert.Equal(new CloseVote(@case.Effect<CloseVote>().Vote, "panel", 1, yes + no, yes + no), @case.Effect<CloseVote>());
        @case.Send(new VoteClosed(@case.Effect<CloseVote>().Vote, 1, new Tally(yes, no)));

        Assert.Equal(outcome, @case.State.Rounds["panel"].Outcome);
    }

    [Fact]
    public void Border_AnyCount_PassesExactlyFromTheShareOn() => Prop.ForAll<int, int, int>(BorderHolds).QuickCheckThrowOnFailure();

    [Fact]
    public void VoteCast_NamesNoChoice()
    {
        var @case = new CaseDriver(Flow(Members(2), "1/2").Build()).Start();

        Assert.Equal("workflow.unknownOutcome", @case.Refused(new TaskCompleted(@case.Task("panel", "m0").Id, CaseDriver.By("m0"), "For")));
    }

    [Fact]
    public void Quorum_NotReachedAtTheLimit_IsNoQuorum()
    {
        var @case = new CaseDriver(Flow(Members(5), "1/2").Build()).Start();
        @case.Complete("panel", "m0", "Voted").Elapse("panel");
        @case.Send(new VoteClosed(@case.Effect<CloseVote>().Vote, 1, new Tally(1, 0)));

        Assert.Equal("NoQuorum", @case.State.Rounds["panel"].Outcome);
    }

    [Fact]
    public void Tally_OtherThanTheVotersCount_IsRefused()
    {
        var @case = new CaseDriver(Flow(Members(2), "1/2").Build()).Start();
        VoteAll(@case, Members(2));

        Assert.Equal("workflow.tallyDiffers", @case.Refused(new VoteClosed(@case.Effect<CloseVote>().Vote, 1, new Tally(3, 0))));
    }

    [Fact]
    public void VoteClosed_WhileOpen_IsRefused()
    {
        var @case = new CaseDriver(Flow(Members(2), "1/2").Build()).Start();

        Assert.Equal("workflow.voteRuns", @case.Refused(new VoteClosed(@case.Task("panel").Subject!, 1, new Tally(0, 0))));
    }

    [Fact]
    public void Recused_MakesThePanelSmaller()
    {
        var @case = new CaseDriver(Flow(Members(3), "2/3").Build()).Start();
        @case.Send(new Recused(@case.Task("panel", "m2").Id, CaseDriver.By("m2")));
        VoteAll(@case, Members(2));

        Assert.Equal(2, @case.Effect<CloseVote>().Panel);
    }

    [Fact]
    public void Panel_LeavesOutRelativesAndTheApplicant()
    {
        var @case = new CaseDriver(Flow(["applicant", "m0", "m1"], "1/2").Build()) { Related = ["m1"] }.Start();

        Assert.Equal(Candidate.OfUser("m0"), Assert.Single(Assert.Single(@case.State.Tasks).Candidates));
    }

    [Fact]
    public void Rounds_Left_OpensAnother()
    {
        var @case = new CaseDriver(Flow(Members(2), "1", rounds: 2).Build()).Start();
        VoteAll(@case, Members(2));
        @case.Send(new VoteClosed(@case.Effect<CloseVote>().Vote, 1, new Tally(1, 1)));

        Assert.Equal(2, @case.State.Tasks.Count());
        VoteAll(@case, Members(2));
        @case.Send(new VoteClosed(@case.Effect<CloseVote>().Vote, 2, new Tally(2, 0)));
        Assert.Equal("granted", @case.State.Result);
    }

    [Fact]
    public void Opened_StopsTheClockAndSendsTheNotice()
    {
        var @case = new CaseDriver(Flow(Members(2), "1/2").Build()).Start();

        Assert.Equal("special-procedure", @case.Effect<SendLetter>().Letter);
        Assert.Equal("panel", Assert.Single(@case.State.Clock.Stops).Activity);
    }

    private static bool BorderHolds(int first, int second, int third)
    {
        var whole = 1 + Math.Abs(first % 200);
        var lower = 1 + Math.Abs(second % 30);
        var upper = Math.Abs(third % (lower + 1));
        var fraction = new Share(upper, lower);
        var computed = new Share((decimal)upper / lower, 1);
        return Enumerable.Range(0, whole + 1).All(part =>
            fraction.IsReachedBy(part, whole) == (part * lower >= upper * whole) && computed.IsReachedBy(part, whole) == (part * lower >= upper * whole));
    }

    private static string[] Members(int count) => [.. Enumerable.Range(0, count).Select(i => $"m{i}")];

    private static void VoteAll(CaseDriver @case, string[] members)
    {
        foreach (var member in members)
        {
            @case.Complete("panel", member, "Voted");
        }
    }

    private static FlowBuilder Flow(string[] members, string pass, int rounds = 1) => new FlowBuilder()
        .Add("panel", "Vote", ("panel", Users(members)), ("quorum", Literal("3/5")), ("pass", pass.StartsWith('=') ? Formula(pass[1..]) : Literal(pass)),
            ("rounds", Literal(rounds)), ("limit", Limit(15)), ("recusal", Json("""{ "relatives": true }""")), ("clock", Literal("stopped")),
            ("notice", Literal("special-procedure")))
        .End("yes", "granted").End("no", "refused").End("none", "terminated")
        .Connect("panel:Passed>yes", "panel:Failed>no", "panel:NoQuorum>none");
}
