using Approvals.Feel;
using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>Waiting lists, bookings, child cases, hearings and changed rights.</summary>
public sealed class AllotmentTests
{
    [Fact]
    public void WaitingList_OfferTaken_LeavesTheListTaken()
    {
        var @case = Waiting();
        Assert.Equal(("flats", "=2"), (@case.Effect<JoinWaitingList>().List, "=" + @case.Effect<JoinWaitingList>().Order));
        Offer(@case, "o1");
        Assert.Equal("workflow.offerOpen", @case.Refused(new OfferMade(Entry(@case), "o2")));
        Assert.Equal("workflow.offerGone", @case.Refused(new OfferAnswered("o9", CaseDriver.By("applicant"), true)));
        @case.Send(new OfferAnswered("o1", CaseDriver.By("applicant"), Accepted: true));
        Assert.Equal(("granted", new LeaveWaitingList(Entry(@case), "Taken", "o1")), (@case.State.Result, @case.Effect<LeaveWaitingList>()));
    }

    [Fact]
    public void WaitingList_RefusedTwice_GoesToTheEndTheSecondTime()
    {
        var @case = Waiting();
        foreach (var (offer, toEnd) in new[] { ("o1", false), ("o2", true), ("o3", false) })
        {
            Offer(@case, offer).Send(new OfferAnswered(offer, CaseDriver.By("applicant"), Accepted: false));
            Assert.Equal(new ChangeWaitingPlace(Entry(@case), offer, "Refused", toEnd), @case.Effect<ChangeWaitingPlace>());
        }
    }

    [Fact]
    public void WaitingList_Lapsed_CountsAsRefusalAndSaysSo()
    {
        var @case = Offer(Waiting(), "o1").Elapse("list");
        Assert.Equal(new ChangeWaitingPlace(Entry(@case), "o1", "Lapsed", ToEnd: false), @case.Effect<ChangeWaitingPlace>());
        Assert.Empty(@case.State.Tasks);
    }

    [Theory]
    [InlineData("onRefusal", true)]
    [InlineData("onLapse", false)]
    public void WaitingList_Removes_WhereTheBlockSaysSo(string rule, bool refuses)
    {
        var @case = Offer(Waiting((rule, "remove"), ("refusalsAllowed", "0")), "o1");
        @case = refuses ? @case.And(new OfferAnswered("o1", CaseDriver.By("applicant"), false)) : @case.Elapse("list");
        Assert.Equal("refused", @case.State.Result);
    }

    [Fact]
    public void WaitingList_CaseWithdrawn_LeavesTheList()
    {
        var @case = Waiting();
        @case.Send(new Withdrawn(CaseDriver.By("applicant")));
        Assert.Equal("Withdrawn", @case.Effect<LeaveWaitingList>().Reason);
    }

    [Theory]
    [InlineData(false, "Confirmed", null, "Confirmed")]
    [InlineData(false, "Refused", null, "Refused")]
    [InlineData(true, "Confirmed", "Attended", "Confirmed")]
    [InlineData(true, "Confirmed", "NoShow", "NoShow")]
    [InlineData(true, "Confirmed", "Cancelled", "Cancelled")]
    public void Booking_EndsAsTheOwnerSays(bool untilAttended, string first, string? second, string outcome)
    {
        var @case = Booking(untilAttended).Complete("book", "hospital", first);
        @case = second is null ? @case : @case.Complete("book", "hospital", second);
        Assert.Equal(outcome, @case.State.Rounds["book"].Outcome);
        Assert.Equal(WorkflowStatus.Finished, @case.State.Status);
    }

    [Fact]
    public void Booking_Rescheduled_IsConfirmedAgain()
    {
        var @case = Booking(untilAttended: true);
        var booking = @case.Effect<RequestBooking>().Booking;
        @case.Send(new BookingChanged(booking, BookingState.Confirmed));
        Assert.Equal("workflow.bookingState", @case.Refused(new BookingChanged(booking, BookingState.Refused)));
        @case.Send(new BookingChanged(booking, BookingState.Rescheduled));
        @case.Send(new BookingChanged(booking, BookingState.Confirmed));
        @case.Send(new BookingChanged(booking, BookingState.NoShow));
        Assert.Equal("NoShow", @case.State.Rounds["book"].Outcome);
    }

    [Fact]
    public void Booking_NotConfirmedInTime_IsTakenUpByTheLead()
    {
        var @case = Booking(untilAttended: false).Elapse("book");
        Assert.Equal("escalation", @case.Effect<Notify>().Template);
        Assert.Contains(@case.Task("book").Candidates, c => c is RoleCandidate { Role: "Lead" });
    }

    [Fact]
    public void Booking_CaseWithdrawn_IsCancelled()
    {
        var @case = Booking(untilAttended: false);
        @case.Send(new Withdrawn(CaseDriver.By("applicant")));
        Assert.Equal(BookingState.Cancelled, @case.Effect<ChangeBooking>().State);
    }

    [Theory]
    [InlineData("granted", "granted")]
    [InlineData("refused", "refused")]
    [InlineData(null, "terminated")]
    public void StartCase_Waits_AndLeavesByTheChildsResult(string? result, string expected)
    {
        var @case = Child("cancel", wait: true);
        var child = @case.Effect<StartChild>();
        Assert.True(child is { Service: "other", Wait: true, CancelWithParent: true });
        @case.Send(new ChildFinished(child.Child, result, "n2"));
        Assert.Equal(expected, @case.State.Result);
        Assert.Empty(@case.Effects.OfType<CancelChild>());
    }

    [Fact]
    public void StartCase_WithoutWaiting_GoesOnAtOnce() => Assert.Equal("terminated", Child("leave", wait: false).State.Result);

    [Theory]
    [InlineData("cancel", 1)]
    [InlineData("leave", 0)]
    public void StartCase_ParentEndsFirst_TheChildEndsWhereAskedTo(string rule, int cancelled)
    {
        var @case = Child(rule, wait: true);
        @case.Send(new Withdrawn(CaseDriver.By("applicant")));
        Assert.Equal(cancelled, @case.Effects.OfType<CancelChild>().Count());
    }

    [Fact]
    public void Defence_HeardOrSilent()
    {
        var heard = Hearing();
        heard.Send(new StatementFiled(heard.Task("hear").Id, CaseDriver.By("applicant"), Opinion: "o1"));
        Assert.Equal("granted", heard.State.Result);
        Assert.Equal("refused", Hearing().Elapse("hear").State.Result);
    }

    [Theory]
    [InlineData("suspend", EntitlementChange.Suspend)]
    [InlineData("revoke", EntitlementChange.Revoke)]
    [InlineData("extend", EntitlementChange.Extend)]
    public void ChangeEntitlement_SaysWhatAndWhy(string change, EntitlementChange expected)
    {
        var effect = new CaseDriver(new FlowBuilder().Add("c", "ChangeEntitlement", ("change", Literal(change)), ("kind", Literal("card")),
            ("validTo", Formula("date(\"2030-01-31\")")), ("reason", Literal("why"))).Build()).Start().Effect<ChangeEntitlement>();
        Assert.Equal((expected, "card", "why", change == "extend" ? new DateOnly(2030, 1, 31) : (DateOnly?)null), (effect.Change, effect.Kind, effect.Reason, effect.ValidTo));
    }

    [Theory]
    [InlineData("suspend", null, "workflow.noEntitlement")]
    [InlineData("extend", "card", "workflow.extendsToNothing")]
    public void ChangeEntitlement_OfNothing_IsAnIncident(string change, string? kind, string code) => Assert.Equal(code, Assert.Single(new CaseDriver(
        new FlowBuilder().Add("c", "ChangeEntitlement", ("change", Literal(change)), ("kind", Literal(kind)), ("reason", Literal("why"))).Build()).Start().State.Incidents).Code);

    [Fact]
    public void Copy_LetsPeopleRead()
    {
        var copy = new CaseDriver(new FlowBuilder().Add("c", "Copy", ("to", Users("x"))).Build()).Start().Effect<Notify>();
        Assert.True(copy is { MayRead: true, Template: "copy", To: [UserCandidate { Id: "x" }] });
    }

    internal static CaseDriver Waiting(params (string Name, string Value)[] rules) => new CaseDriver(new FlowBuilder()
        .Add("list", "JoinWaitingList", [("list", Literal("flats")), ("orderKey", Formula("1 + 1")), ("offerLimit", Limit(5)),
            .. new[] { ("refusalsAllowed", "1") }.Where(d => rules.All(r => r.Name != d.Item1)).Concat(rules).Select(r => (r.Item1, (System.Text.Json.Nodes.JsonNode?)Literal(r.Item2)))])
        .End("yes", "granted").End("no", "refused").Connect("list:Taken>yes", "list:Removed>no").Build()).Start();

    internal static CaseDriver Offer(CaseDriver @case, string offer) => @case.And(new OfferMade(Entry(@case), offer));

    internal static CaseDriver Booking(bool untilAttended) => new CaseDriver(new FlowBuilder()
        .Add("book", "Book", ("owner", Users("hospital")), ("window", Formula("today")), ("confirmLimit", Limit(1)), ("onTimeout", Json("""{ "act": "escalate" }""")), ("untilAttended", Literal(untilAttended)))
        .Build()).Start();

    internal static CaseDriver Child(string rule, bool wait) => new CaseDriver(new FlowBuilder()
        .Add("child", "StartCase", ("service", Literal("other")), ("data", Json("""{ "a": "=1 + 1" }""")), ("onParentEnd", Literal(rule)), ("wait", Literal(wait)))
        .End("yes", "granted").End("no", "refused").End("done", "terminated").Connect("child:granted>yes", "child:refused>no", "child>done").Build()).Start();

    internal static CaseDriver Hearing() => new CaseDriver(new FlowBuilder().Add("hear", "Defence", ("limit", Limit(5)))
        .End("yes", "granted").End("no", "refused").Connect("hear>yes", "hear:Silent>no").Build()).Start();

    private static string Entry(CaseDriver @case) => @case.Effect<JoinWaitingList>().Entry;
}
