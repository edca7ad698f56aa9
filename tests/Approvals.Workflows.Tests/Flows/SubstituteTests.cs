using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>A substitute acts for somebody who is away: by the fact that it is so, and four eyes stay four.</summary>
public sealed class SubstituteTests
{
    private static Actor For(string absent, string by = "sub") => new(by, absent) { Substitution = "s1" };

    private static CaseDriver Two(string mode = "AnyOf", params string[] second) => new CaseDriver(new FlowBuilder()
        .Add("one", "Review", ("participants", Users("p", "q")), ("mode", Literal(mode))).Add("two", "Review", ("participants", Users(second)))
        .End("yes", "granted").Connect("one:Approved>two", "two:Approved>yes").Build())
    { Substitutes = { ["p"] = ["sub"], ["q"] = ["sub"] } }.Start();

    [Fact]
    public void Act_ForSomebodyAway_AsksTheFactAndIsRecordedForBoth()
    {
        var @case = Two("AnyOf", "z");

        @case.Send(new TaskCompleted(@case.Task("one").Id, For("p"), "Approved"));

        Assert.Contains(new Substitutes("p"), @case.Asked);
        Assert.Equal("sub", Assert.Single(@case.State.Rounds["one"].Actors));
        Assert.Equal("p", Assert.Single(@case.State.Rounds["one"].For));
    }

    [Fact]
    public void Act_ByWhoIsNoSubstituteToday_IsRefused()
    {
        var @case = Two("AnyOf", "z");

        Assert.Equal("workflow.notSubstitute", @case.Refused(new TaskCompleted(@case.Task("one").Id, For("p", "stranger"), "Approved")));
    }

    [Theory]
    [InlineData("p")]
    [InlineData("sub")]
    public void NextStep_AfterASubstitute_IsNeitherForTheSubstituteNorForTheAbsent(string next)
    {
        var @case = Two("AnyOf", "p", "sub", "other");

        @case.Send(new TaskCompleted(@case.Task("one").Id, For("p"), "Approved"));

        Assert.Equal("workflow.notCandidate", @case.Refused(new TaskCompleted(@case.Task("two").Id, CaseDriver.By(next), "Approved")));
        @case.Complete("two", "other", "Approved");
    }

    [Fact]
    public void NextStep_AfterTheAbsent_IsNotForTheSubstituteOnBehalf()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("one", "Review", ("participants", Users("p"))).Add("two", "Review", ("participants", Role("R")))
            .End("yes", "granted").Connect("one:Approved>two", "two:Approved>yes").Build())
        { Substitutes = { ["p"] = ["sub"] }, Roles = { ["R"] = ["p", "other"] } }.Start().Complete("one", "p", "Approved");

        Assert.Equal("workflow.successiveSteps", @case.Refused(new TaskCompleted(@case.Task("two").Id, For("p"), "Approved")));
    }

    [Fact]
    public void Countersignature_BySubstituteForTwo_IsOneVoiceOnly()
    {
        var @case = Two("AllOf", "z");
        @case.Send(new TaskCompleted(@case.Task("one", "p").Id, For("p"), "Approved"));

        Assert.Equal("workflow.twoVoices", @case.Refused(new TaskCompleted(@case.Task("one", "q").Id, For("q"), "Approved")));
        @case.Complete("one", "q", "Approved");
        Assert.Equal(["two"], @case.Waiting);
    }

    [Fact]
    public void Act_ForARelative_IsRefused()
    {
        var @case = Two("AnyOf", "z");
        @case.Related = ["p"];

        Assert.Equal("workflow.relative", @case.Refused(new TaskCompleted(@case.Task("one").Id, For("p"), "Approved")));
    }

    [Fact]
    public void Claim_BySubstitute_IsHeldByTheAbsent()
    {
        var @case = Two("AnyOf", "z");

        @case.Send(new TaskClaimed(@case.Task("one").Id, For("p")));

        Assert.Equal("p", @case.Task("one").Holder);
        @case.Complete("one", "p", "Approved");
    }

    [Fact]
    public void Reassign_OfATaskThatStandsStill_IsRefused()
    {
        var @case = ResumeReturnerTests.Case();
        @case.Send(new Returned(@case.Task("right").Id, CaseDriver.By("r"), "apply") { Fields = ["name"] });

        Assert.Equal("workflow.taskFrozen", @case.Refused(new Reassigned(@case.Task("left").Id, CaseDriver.By("lead"), null)));
    }
}
