using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>Samples, four eyes, and people who approved already.</summary>
public sealed class SamplingTests
{
    [Theory]
    [InlineData("0.1", "0.099", true)]
    [InlineData("0.1", "0.1", false)]
    [InlineData("1/10", "0.5", false)]
    [InlineData("1", "0.999", true)]
    [InlineData("0", "0", false)]
    public void Sample_IsReviewedWhenTheNumberDrawnIsInTheShare(string share, string drawn, bool reviewed)
    {
        var @case = new CaseDriver(new FlowBuilder().Add("r", "Review", ("participants", Users("a")), ("sample", Literal(share))).End("yes", "granted").Connect("r:Approved>yes").Build())
        {
            Drawn = decimal.Parse(drawn, System.Globalization.CultureInfo.InvariantCulture),
        }.Start();
        Assert.Equal(reviewed, @case.State.Status == WorkflowStatus.Waiting);
        Assert.Equal(!reviewed, @case.State.Rounds["r"].NotSampled);
        Assert.Contains(new SamplingSeed("r", 1), @case.Asked);
    }

    [Fact]
    public void DistinctFrom_WhoActedThere_MayNotActHere()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("first", "Review", ("participants", Users("a"))).Add("fill", BlockTests.Person("fill"))
            .Add("second", "Review", ("participants", Role("Reviewer")), ("distinctFrom", Json("""["first"]"""))).Connect("first:Approved>fill", "fill>second").Build()).Start();
        @case.Complete("first", "a", "Approved").Complete("fill", "p");
        Assert.Equal("workflow.successiveSteps", @case.Refused(new TaskCompleted(@case.Task("second").Id, CaseDriver.By("a"), "Approved")));
        @case.Complete("second", "b", "Approved");
        Assert.Equal(WorkflowStatus.Finished, @case.State.Status);
    }

    [Theory]
    [InlineData("previous", 1)]
    [InlineData("case", 0)]
    public void SameIn_TheWholeCase_LooksBackFurther(string sameIn, int asked)
    {
        var @case = new CaseDriver(new FlowBuilder().Add("first", "Review", ("participants", Users("a"))).Add("other", "Review", ("participants", Users("b")))
            .Add("last", "Review", ("participants", Users("a")), ("allowSuccessive", Literal(true)), ("whenSame", Literal("autoApprove")), ("sameIn", Literal(sameIn)))
            .Connect("first:Approved>other", "other:Approved>last").Build()).Start();
        @case.Complete("first", "a", "Approved").Complete("other", "b", "Approved");
        Assert.Equal(asked, @case.State.Tasks.Count());
    }

    [Theory]
    [InlineData("80", "Passed")]
    [InlineData("79.9", "Failed")]
    public void Vote_PassScore_NeedsTheMeanOfTheSheets(string score, string outcome)
    {
        var @case = new CaseDriver(new FlowBuilder().Add("v", "Vote", ("panel", Users("a", "b")), ("passScore", Literal(80))).Build()).Start().Complete("v", "a", "Voted").Complete("v", "b", "Voted");
        var vote = @case.Effect<CloseVote>().Vote;
        Assert.Equal("workflow.scoreMissing", @case.Refused(new VoteClosed(vote, 1, new Tally(2, 0))));
        @case.Send(new VoteClosed(vote, 1, new Tally(2, 0) { Score = decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture) }));
        Assert.Equal(outcome, @case.State.Rounds["v"].Outcome);
    }
}
