using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>Added and removed signers, delegation, opinions.</summary>
public sealed class SignerTests
{
    [Fact]
    public void Alongside_BothMustApprove()
    {
        var @case = Add(Case(), "a", "x", SignerPlace.Alongside).Complete("review", "a", "Approved");
        Assert.Equal(WorkflowStatus.Waiting, @case.State.Status);
        Assert.Equal("granted", @case.Complete("review", "x", "Approved").State.Result);
    }

    [Fact]
    public void Before_TheAdderSignsAfterwards()
    {
        var @case = Add(Case(), "a", "x", SignerPlace.Before);
        Assert.Equal("x", User(Assert.Single(@case.State.Tasks)));
        Assert.Contains(@case.Effects.OfType<CloseTask>(), c => c.Reason == CloseReason.SetAside);
        @case.Complete("review", "x", "Approved");
        Assert.Equal("a", User(Assert.Single(@case.State.Tasks)));
        Assert.Equal("granted", @case.Complete("review", "a", "Approved").State.Result);
    }

    [Fact]
    public void After_TheAddedSignsLast()
    {
        var @case = Add(Case(), "a", "x", SignerPlace.After);
        Assert.Equal("a", User(Assert.Single(@case.State.Tasks)));
        @case.Complete("review", "a", "Approved");
        Assert.Equal("x", User(Assert.Single(@case.State.Tasks)));
        Assert.Equal("granted", @case.Complete("review", "x", "Approved").State.Result);
    }

    [Theory]
    [InlineData(SignerPlace.Before)]
    [InlineData(SignerPlace.After)]
    [InlineData(SignerPlace.Alongside)]
    public void Rejected_ByAnAddedSigner_RejectsTheStep(SignerPlace place)
    {
        var @case = Add(Case(), "a", "x", place);
        @case = place == SignerPlace.After ? @case.Complete("review", "a", "Approved") : @case;
        Assert.Equal("refused", @case.Complete("review", "x", "Rejected").State.Result);
    }

    [Fact]
    public void BeforeOfBefore_ComesBackInOrder()
    {
        var @case = Add(Add(Case(), "a", "x", SignerPlace.Before), "x", "y", SignerPlace.Before);
        foreach (var user in new[] { "y", "x", "a" })
        {
            Assert.Equal(user, User(Assert.Single(@case.State.Tasks)));
            @case.Complete("review", user, "Approved");
        }

        Assert.Equal("granted", @case.State.Result);
    }

    [Theory]
    [InlineData(SignerPlace.Before)]
    [InlineData(SignerPlace.After)]
    [InlineData(SignerPlace.Alongside)]
    public void Removed_TheStepIsAsBefore(SignerPlace place)
    {
        var @case = Case();
        var task = @case.Task("review", "a").Id;
        Add(@case, "a", "x", place);
        Assert.Equal("workflow.notYourSigner", @case.Refused(new SignerRemoved(task, CaseDriver.By("z"), "x")));
        @case.Send(new SignerRemoved(task, CaseDriver.By("a"), "x"));
        Assert.Equal("a", User(Assert.Single(@case.State.Tasks)));
        Assert.Equal("workflow.signerGone", @case.Refused(new SignerRemoved(task, CaseDriver.By("a"), "x")));
        Assert.Equal("granted", @case.Complete("review", "a", "Approved").State.Result);
    }

    [Fact]
    public void Removed_AfterTheAdderSigned_FinishesTheStep()
    {
        var @case = Case();
        var task = @case.Task("review", "a").Id;
        Add(@case, "a", "x", SignerPlace.Alongside).Complete("review", "a", "Approved");
        @case.Send(new SignerRemoved(task, CaseDriver.By("a"), "x"));
        Assert.Equal("granted", @case.State.Result);
    }

    [Fact]
    public void Removed_WithWhomThatSignerAdded()
    {
        var @case = Case();
        var task = @case.Task("review", "a").Id;
        Add(Add(@case, "a", "x", SignerPlace.Alongside), "x", "y", SignerPlace.Before);
        @case.Send(new SignerRemoved(task, CaseDriver.By("a"), "x"));
        Assert.Equal("a", User(Assert.Single(@case.State.Tasks)));
    }

    [Fact]
    public void AddedInSequence_TheNextComesAfterTheAddedSigner()
    {
        var @case = Add(Case("InSequence", "a", "b"), "a", "x", SignerPlace.After).Complete("review", "a", "Approved").Complete("review", "x", "Approved");
        Assert.Equal("granted", @case.Complete("review", "b", "Approved").State.Result);
    }

    [Fact]
    public void AddedToAQuota_CountsAsASeat()
    {
        var @case = Add(Case("Quota", "a", "b"), "a", "x", SignerPlace.Alongside).Complete("review", "a", "Approved");
        Assert.Equal(WorkflowStatus.Waiting, @case.State.Status);
        Assert.Equal("granted", @case.Complete("review", "x", "Approved").State.Result);
    }

    [Theory]
    [InlineData("a", "workflow.alreadyParticipant")]
    [InlineData("applicant", "workflow.ownCase")]
    public void Add_SomebodyUnfit_IsRefused(string user, string code)
    {
        var @case = Case();
        Assert.Equal(code, @case.Refused(new SignerAdded(@case.Task("review").Id, CaseDriver.By("a"), user, SignerPlace.After)));
    }

    [Fact]
    public void Add_WhereItIsNotAllowed_IsRefused()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("review", "Review", ("participants", Users("a"))).Build()).Start();
        Assert.Equal("workflow.actNotAllowed", @case.Refused(new SignerAdded(@case.Task("review").Id, CaseDriver.By("a"), "x", SignerPlace.After)));
    }

    [Fact]
    public void AddedSigner_StepsAside_TheAdderGoesOn()
    {
        var @case = Add(Case(), "a", "x", SignerPlace.Before);
        @case.Send(new Recused(@case.Task("review", "x").Id, CaseDriver.By("x")));
        Assert.Equal("a", User(Assert.Single(@case.State.Tasks)));
    }

    [Fact]
    public void Delegated_TheDelegateProposes_WhoseTaskItIsDecides()
    {
        var @case = Case();
        var task = @case.Task("review").Id;
        @case.Send(new Delegated(task, CaseDriver.By("a"), "x"));
        Assert.Equal("workflow.heldByOther", @case.Refused(new TaskCompleted(task, CaseDriver.By("a"), "Approved")));
        Assert.Equal("workflow.delegateProposes", @case.Refused(new SignerAdded(task, CaseDriver.By("x"), "y", SignerPlace.After)));
        @case.Send(new TaskCompleted(task, CaseDriver.By("x"), "Rejected", Opinion: "o1"));
        var back = Assert.Single(@case.State.Tasks);
        Assert.Equal(("a", "Rejected", "o1"), (back.Holder, back.Delegation!.Proposed, back.Delegation.Opinion));
        @case.Send(new TaskCompleted(task, CaseDriver.By("a"), "Approved"));
        Assert.Equal("granted", @case.State.Result);
        Expect.Items(@case.State.Rounds["review"].Actors, "a");
    }

    [Fact]
    public void Delegated_TakenBack_IsAsBefore()
    {
        var @case = Case();
        var task = @case.Task("review").Id;
        @case.Send(new Delegated(task, CaseDriver.By("a"), "x"));
        Assert.Equal("workflow.heldByOther", @case.Refused(new Delegated(task, CaseDriver.By("z"), null)));
        @case.Send(new Delegated(task, CaseDriver.By("a"), null));
        Assert.Equal("workflow.notDelegated", @case.Refused(new Delegated(task, CaseDriver.By("a"), null)));
        Assert.Equal("granted", @case.Complete("review", "a", "Approved").State.Result);
    }

    [Fact]
    public void Opinion_Asked_DoesNotHoldTheStepUp()
    {
        var @case = Case();
        var task = @case.Task("review").Id;
        @case.Send(new OpinionAsked(task, CaseDriver.By("a"), "x", "q1"));
        @case.Send(new OpinionAsked(task, CaseDriver.By("a"), "y", "q2"));
        Assert.Equal("workflow.alreadyParticipant", @case.Refused(new OpinionAsked(task, CaseDriver.By("a"), "x")));
        var opinion = @case.State.Tasks.Single(t => t.Kind == TaskKind.Opinion && User(t) == "x");
        @case.Send(new OpinionGiven(opinion.Id, CaseDriver.By("x"), "o1"));
        Assert.Equal(2, @case.State.Tasks.Count());
        @case.Send(new TaskCompleted(task, CaseDriver.By("a"), "Approved"));
        Assert.Equal("granted", @case.State.Result);
        Assert.Equal(1, @case.Effects.OfType<CloseTask>().Count(c => c.Reason == CloseReason.DecidedByOther));
    }

    private static string? User(TaskBookmark task) => (task.Candidates[0] as UserCandidate)?.Id;

    private static CaseDriver Add(CaseDriver @case, string by, string user, SignerPlace place) =>
        @case.And(new SignerAdded(@case.Task("review", by).Id, CaseDriver.By(by), user, place, "o1"));

    private static CaseDriver Case(string mode = "AnyOf", params string[] users) => new CaseDriver(new FlowBuilder()
        .Add("review", "Review", ("participants", Users(users.Length == 0 ? ["a"] : users)), ("mode", Literal(mode)), ("quota", Literal("1/2")),
            ("allowed", Json("""["addSigner", "delegate", "askOpinion"]""")), ("limit", Limit(5)))
        .End("yes", "granted").End("no", "refused").Connect("review:Approved>yes", "review:Rejected>no").Build()).Start();
}
