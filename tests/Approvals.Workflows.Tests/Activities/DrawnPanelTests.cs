using System.Collections.Immutable;
using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

public sealed class DrawnPanelTests
{
    [Fact]
    public void Reached_WithADraw_AsksSomebodyToDrawAndNobodyToVote()
    {
        var @case = Started();

        Assert.Equal(TaskKind.Draw, Assert.Single(@case.State.Tasks).Kind);
        Assert.Empty(@case.State.Timers);
    }

    [Fact]
    public void Drawn_InvitesThoseTheSeedGivesAndRecordsPoolAndReasons()
    {
        var @case = Draw(Started());

        var record = @case.Effect<RecordDraw>();
        Assert.Equal(("seed1", 1, 3, "optics"), (record.Seed, record.Number, record.Seats, record.Field));
        Assert.Equal(record.Places.Where(p => p.IsDrawn).Select(p => p.User).Order(), Invited(@case).Order());
        Assert.Equal(3, Invited(@case).Length);
        Assert.Equal("away", Assert.Single(record.Places.Single(p => p.User == "e6").Reasons));
        Assert.Equal("coAuthor acted", string.Join(' ', record.Places.Single(p => p.User == "e7").Reasons));
        Assert.Equal(record.Places.Select(p => p.User), ExpertDraw.Of(@case.Pool, record.Seed, record.Seats).Select(p => p.User));
    }

    [Fact]
    public void Drawn_TheApplicantInThePool_IsNeverInvited()
    {
        var @case = Started();
        @case.Pool = [new("applicant", []), new("e1", [])];

        Assert.Equal("e1", Assert.Single(Invited(Draw(@case))));
        Assert.Equal("applicant", Assert.Single(@case.Effect<RecordDraw>().Places.Single(p => p.User == "applicant").Reasons));
    }

    [Fact]
    public void Drawn_AllSeatsOffered_IsRefused() => Assert.Equal("workflow.seatsTaken", Draw(Started()).Refused(Event(Draw(Started()))));

    [Fact]
    public void Drawn_NobodyMayBe_IsRefused()
    {
        var @case = Started();
        @case.Pool = [new("e6", ["away"])];

        Assert.Equal("workflow.poolEmpty", @case.Refused(Event(@case)));
    }

    [Fact]
    public void Drawn_BySomebodyWhoWasNotAsked_IsRefused()
    {
        var @case = Started("m1");

        Assert.Equal("workflow.notCandidate", @case.Refused(new ExpertsDrawn(@case.Task("panel").Id, CaseDriver.By("somebody"))));
    }

    [Fact]
    public void Drawn_ByARelativeOfTheApplicant_IsRefused()
    {
        var @case = Started();
        @case.Related = ["m1"];

        Assert.Equal("workflow.relative", @case.Refused(Event(@case)));
    }

    [Fact]
    public void Convened_WithTooFew_IsRefused()
    {
        var @case = Draw(Started());
        TakePart(@case, Invited(@case)[0]);

        Assert.Equal("workflow.panelTooSmall", @case.Refused(new TaskCompleted(DrawTask(@case), CaseDriver.By("m1"), "Convened")));
    }

    [Fact]
    public void Convened_WithoutOneWhoDidNotAnswer_VotesWithTheOthers()
    {
        var @case = Draw(Started());
        var invited = Invited(@case);
        TakePart(@case, invited[0]);
        TakePart(@case, invited[1]);
        Convene(@case);

        Assert.Equal(invited.Take(2).Order(), Voters(@case).Order());
        Assert.Contains(@case.Effects, e => e is CloseTask { Reason: CloseReason.NotAnswered });
        Assert.Single(@case.State.Timers);
    }

    [Fact]
    public void SteppedAside_DrawnAgain_FillsTheSeatWithSomebodyElseAndKeepsTheOthers()
    {
        var @case = Draw(Started());
        var invited = Invited(@case);
        TakePart(@case, invited[0]);
        @case.Send(new Recused(Task(@case, invited[1]).Id, CaseDriver.By(invited[1])));
        Draw(@case);

        var second = @case.Effect<RecordDraw>();
        Assert.Equal(("seed2", 2, 1), (second.Seed, second.Number, second.Seats));
        Assert.Equal("steppedAside", Assert.Single(second.Places.Single(p => p.User == invited[1]).Reasons));
        Assert.Equal("seated", Assert.Single(second.Places.Single(p => p.User == invited[0]).Reasons));
        Assert.DoesNotContain(invited[1], Invited(@case));
        Assert.Equal(2, @case.Effects.OfType<RecordDraw>().Count());
    }

    [Fact]
    public void DrawnAgain_WithoutOneWhoDoesNotAnswer_TakesTheInvitationBack()
    {
        var @case = Draw(Started());
        var silent = Invited(@case)[0];
        @case.Send(Event(@case) with { Without = [silent] });

        Assert.DoesNotContain(silent, Invited(@case));
        Assert.Equal("noAnswer", Assert.Single(@case.Effect<RecordDraw>().Places.Single(p => p.User == silent).Reasons));
    }

    [Fact]
    public void DrawnAgain_WithoutSomebodyNotInvited_IsRefused()
    {
        var @case = Draw(Started());

        Assert.Equal("workflow.notInvited", @case.Refused(Event(@case) with { Without = ["e6"] }));
    }

    [Fact]
    public void SteppedAside_WhileVoting_WaitsForTheSeatToBeFilledAndCountsTheNewcomer()
    {
        var @case = Convened(out var voters);
        @case.Send(new Recused(Task(@case, voters[0]).Id, CaseDriver.By(voters[0])));
        @case.Complete("panel", voters[1], "Voted").Complete("panel", voters[2], "Voted");
        Assert.DoesNotContain(@case.Effects, e => e is CloseVote);

        Draw(@case);
        var newcomer = Assert.Single(Invited(@case));
        TakePart(@case, newcomer);
        Convene(@case);
        @case.Complete("panel", newcomer, "Voted");

        Assert.Equal((3, 3), (@case.Effect<CloseVote>().Panel, @case.Effect<CloseVote>().Voted));
    }

    [Fact]
    public void SteppedAside_WhileVoting_MayBeLeftEmpty()
    {
        var @case = Convened(out var voters);
        @case.Send(new Recused(Task(@case, voters[0]).Id, CaseDriver.By(voters[0])));
        @case.Complete("panel", voters[1], "Voted").Complete("panel", voters[2], "Voted");
        Convene(@case);

        Assert.Equal((2, 2), (@case.Effect<CloseVote>().Panel, @case.Effect<CloseVote>().Voted));
    }

    [Fact]
    public void LimitPassed_WhileASeatIsEmpty_ClosesEverything()
    {
        var @case = Convened(out var voters);
        @case.Send(new Recused(Task(@case, voters[0]).Id, CaseDriver.By(voters[0])));
        @case.Elapse("panel");

        Assert.Empty(@case.State.Tasks);
        Assert.Equal(2, @case.Effect<CloseVote>().Panel);
    }

    [Fact]
    public void Definition_WithNeitherPanelNorDraw_IsAProblem() => Assert.Contains(
        new FlowBuilder().Add("panel", "Vote", ("quorum", Literal("1/2"))).Build().Check(), p => p.Code == "workflow.check.panelMissing");

    internal static CaseDriver Started(params string[] by) => new CaseDriver(Flow(by).Build())
    {
        Pool = [.. Enumerable.Range(1, 5).Select(i => new PoolMember($"e{i}", [])), new("e6", ["away"]), new("e7", ["acted", "coAuthor"])],
    }.Start();

    internal static CaseDriver Draw(CaseDriver @case) => @case.And(Event(@case));

    internal static void TakePart(CaseDriver @case, string user) => @case.Send(new TaskCompleted(Task(@case, user).Id, CaseDriver.By(user), "TakesPart"));

    internal static void Convene(CaseDriver @case) => @case.Send(new TaskCompleted(DrawTask(@case), CaseDriver.By("m1"), "Convened"));

    internal static string[] Invited(CaseDriver @case) => Users(@case, TaskKind.Invitation);

    internal static TaskBookmark Task(CaseDriver @case, string user) => @case.State.Tasks.Single(t => t.Candidates.Contains(Candidate.OfUser(user)));

    private static CaseDriver Convened(out string[] voters)
    {
        var @case = Draw(Started());
        foreach (var user in Invited(@case))
        {
            TakePart(@case, user);
        }

        Convene(@case);
        voters = Voters(@case);
        return @case;
    }

    private static string[] Voters(CaseDriver @case) => Users(@case, TaskKind.Vote);

    private static string[] Users(CaseDriver @case, TaskKind kind) =>
        [.. @case.State.Tasks.Where(t => t.Kind == kind).Select(t => ((UserCandidate)t.Candidates[0]).Id)];

    private static string DrawTask(CaseDriver @case) => @case.State.Tasks.Single(t => t.Kind == TaskKind.Draw).Id;

    private static ExpertsDrawn Event(CaseDriver @case) => new(DrawTask(@case), CaseDriver.By("m1"));

    private static FlowBuilder Flow(string[] by) => new FlowBuilder()
        .Add("panel", "Vote", ("draw", Json($$"""
            {
              "field": "=\"optics\"", "number": "=1 + 2", "minimum": 2, "employer": "f.employer", "answer": { "length": 2, "unit": "workingDays" },
              "by": [{{(by.Length == 0 ? """{ "kind": "role", "role": "Lead", "region": "r1" }""" : $$"""{ "kind": "users", "users": ["{{by[0]}}"] }""")}}]
            }
            """)), ("quorum", Literal("1/2")), ("pass", Literal("1/2")), ("limit", Limit(15)), ("clock", Literal("stopped")))
        .End("yes", "granted").End("no", "refused").End("none", "terminated")
        .Connect("panel:Passed>yes", "panel:Failed>no", "panel:NoQuorum>none");
}
