using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>Rules about paths through waiting lists, bookings, quotas and child cases: what each may come to is a way on.</summary>
public sealed class AllotmentRuleTests
{
    [Theory]
    [InlineData("end", "refusal", PathVerdict.Holds)]
    [InlineData("remove", "refusal", PathVerdict.Broken)]
    [InlineData("end", "remove", PathVerdict.Broken)]
    [InlineData("end", "keep", PathVerdict.Holds)]
    public void Never_Removed_HoldsWhereNeitherRefusalNorLapseRemoves(string onRefusal, string onLapse, PathVerdict verdict)
    {
        var flow = Begun().Add("queue", "JoinWaitingList", ("list", Literal("l")), ("offerLimit", Limit(5)), ("onRefusal", Literal(onRefusal)), ("onLapse", Literal(onLapse)))
            .Connect("apply>queue", "queue:Taken>yes", "queue:Removed>no").Build();

        Assert.Equal(verdict, Check(flow, PathRuleKind.Never, ["queue:Removed"], []).Verdict);
        Assert.Equal(verdict, Check(flow, PathRuleKind.Never, ["refused"], []).Verdict);
        Assert.Equal(PathVerdict.Holds, Check(flow, PathRuleKind.Precedes, ["granted"], ["JoinWaitingList:Taken"]).Verdict);
    }

    [Fact]
    public void Precedes_OutcomeNamed_IsNotMetByAnotherOutcomeOfTheSameStep()
    {
        var flow = Begun().Add("queue", "JoinWaitingList", ("list", Literal("l")), ("onRefusal", Literal("remove"))).Connect("apply>queue", "queue:Taken>yes", "queue:Removed>yes").Build();

        var result = Check(flow, PathRuleKind.Precedes, ["granted"], ["queue:Taken"]);

        Assert.Equal(PathVerdict.Broken, result.Verdict);
        Assert.Equal("Removed", Assert.Single(result.Path.Single(p => p.Activity == "queue").Outcomes));
        Assert.Equal(PathVerdict.Holds, Check(flow, PathRuleKind.Precedes, ["granted"], ["queue"]).Verdict);
    }

    [Theory]
    [InlineData(false, "Cancelled", PathVerdict.Broken)]
    [InlineData(false, "NoShow", PathVerdict.Holds)]
    [InlineData(true, "NoShow", PathVerdict.Broken)]
    [InlineData(true, "Cancelled", PathVerdict.Broken)]
    public void Never_BookingThatMayBeCancelledBeforeItIsConfirmed_IsSeen(bool untilAttended, string outcome, PathVerdict verdict)
    {
        var flow = Begun().Add("visit", "Book", ("owner", Users("h")), ("untilAttended", Literal(untilAttended)))
            .Connect("apply>visit", "visit:Confirmed>yes", "visit:Refused>no", $"visit:NoShow>{Way("NoShow")}", $"visit:Cancelled>{Way("Cancelled")}").End("gone", "terminated").Build();

        Assert.Equal(verdict, Check(flow, PathRuleKind.Never, ["terminated"], []).Verdict);

        string Way(string by) => by == outcome ? "gone" : "no";
    }

    [Fact]
    public void Never_BookingWhoseLimitLeadsToAnOutcomeOfItsOwn_IsSeen()
    {
        var flow = Begun().Add("visit", "Book", ("owner", Users("h")), ("confirmLimit", Limit(2)), ("onTimeout", Json("""{ "act": "outcome", "outcome": "Cancelled" }""")))
            .Connect("apply>visit", "visit:Confirmed>yes", "visit:Refused>yes", "visit:Cancelled>no").Build();

        Assert.Equal("Cancelled", Assert.Single(Check(flow, PathRuleKind.Never, ["refused"], []).Path.Single(p => p.Activity == "visit").Outcomes));
    }

    [Theory]
    [InlineData("child:granted>yes", PathVerdict.Broken)]
    [InlineData("child:granted>yes child>no", PathVerdict.Holds)]
    public void CanEnd_ChildWithAResultThatLeadsNowhere_IsBroken(string connections, PathVerdict verdict)
    {
        var flow = Begun().Add("child", "StartCase", ("service", Literal("s"))).Connect(["apply>child", .. connections.Split(' ')]).Build();

        Assert.Equal(verdict, Check(flow, PathRuleKind.CanEnd, ["granted"], []).Verdict);
    }

    [Theory]
    [InlineData("Approved", PathVerdict.Broken)]
    [InlineData("TimedOut", PathVerdict.Holds)]
    public void Never_QuotaOfReviewers_LeavesByApprovedOrRejected(string outcome, PathVerdict verdict)
    {
        var flow = Begun().Add("board", "Review", ("participants", Users("a", "b", "c")), ("mode", Literal("Quota")), ("quota", Literal(2)))
            .Connect("apply>board", "board:Approved>yes", "board:Rejected>no").Build();

        Assert.Equal(verdict, Check(flow, PathRuleKind.Never, [$"board:{outcome}"], []).Verdict);
    }

    private static FlowBuilder Begun() => new FlowBuilder().Add("begin", "Elsa.Start").Add("apply", "Fill", ("form", Literal("f"))).End("yes", "granted").End("no", "refused").Connect("begin>apply");

    private static PathRuleResult Check(WorkflowDefinition definition, PathRuleKind kind, string[] target, string[] by) =>
        PathRules.Check(definition, new PathRule("r", kind, [.. target], [.. by]));
}
