using System.Text.Json.Nodes;
using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>Reviews that need so many approvals, or a share of them.</summary>
public sealed class QuotaTests
{
    [Theory]
    [InlineData("2", 2)]
    [InlineData("\"1/2\"", 2)]
    [InlineData("\"2/3\"", 2)]
    [InlineData("0.7", 3)]
    [InlineData("3", 3)]
    public void Quota_Met_LeavesAtOnceAndClosesTheOthers(string quota, int needed)
    {
        var @case = Case(quota);
        foreach (var user in new[] { "a", "b", "c" }.Take(needed))
        {
            Assert.Equal(WorkflowStatus.Waiting, @case.State.Status);
            @case.Complete("review", user, "Approved");
        }

        Assert.Equal("granted", @case.State.Result);
        Assert.Equal(3 - needed, @case.Effects.OfType<CloseTask>().Count(c => c.Reason == CloseReason.DecidedByOther));
    }

    [Fact]
    public void Quota_OneRejects_TheOthersStillDecide() =>
        Assert.Equal("granted", Case("2").Complete("review", "a", "Rejected").Complete("review", "b", "Approved").Complete("review", "c", "Approved").State.Result);

    [Fact]
    public void Quota_CannotBeMetAnyMore_IsRejected() =>
        Assert.Equal("refused", Case("2").Complete("review", "a", "Rejected").Complete("review", "b", "Rejected").State.Result);

    [Fact]
    public void Quota_OneStepsAside_TheShareIsOfThoseLeft()
    {
        var @case = Case("\"1/2\"").Complete("review", "a", "Approved");
        @case.Send(new Recused(@case.Task("review", "b").Id, CaseDriver.By("b")));
        Assert.Equal("granted", @case.State.Result);
    }

    [Fact]
    public void Quota_NobodyToSpare_GoesToTheLead()
    {
        var @case = Case("3");
        @case.Send(new Recused(@case.Task("review", "b").Id, CaseDriver.By("b")));
        Assert.Equal(3, @case.State.Tasks.Count());
        Assert.Contains(@case.State.Tasks, t => t.Candidates is [RoleCandidate { Role: "Lead" }]);
    }

    [Fact]
    public void Quota_MoreThanSit_IsAnIncident() => Assert.Equal("workflow.quotaTooHigh", Assert.Single(Case("4").State.Incidents).Code);

    [Fact]
    public void Quota_Missing_IsAnIncident() => Assert.Equal("workflow.quotaTooHigh", Assert.Single(Case("null").State.Incidents).Code);

    [Fact]
    public void Quota_Negative_IsNamedAtPublish() => Assert.Contains(
        new FlowBuilder().Add("r", "Review", ("participants", Users("a")), ("mode", Literal("Quota")), ("quota", Literal(-1))).Build().Check(), p => p.Code == "workflow.check.wrongValue");

    private static CaseDriver Case(string quota) => new CaseDriver(new FlowBuilder()
        .Add("review", "Review", ("participants", Users("a", "b", "c")), ("mode", Literal("Quota")), ("quota", Literal(JsonNode.Parse(quota))))
        .End("yes", "granted").End("no", "refused").Connect("review:Approved>yes", "review:Rejected>no").Build()).Start();
}
