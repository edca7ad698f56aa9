using System.Text;
using Approvals.Application.Bookings;
using Approvals.Application.Rights;
using Approvals.Application.Tests.WaitingLists;

using Approvals.TestKit.Database;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Bookings;

/// <summary>Bookings between an applicant and the owner of what is booked.</summary>
public sealed class BookingTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 20, 9, 0, 0, TimeSpan.FromHours(8));

    [Theory, AllDatabases]
    public async Task Booking_ConfirmedAndKept_EndsGranted(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, booking: true, quota: 1);
        await allotment.ResourceAsync();
        var (one, booking) = await BookedAsync(allotment, "one");

        Assert.Null((await AnswerAsync(allotment, booking, BookingAnswer.Confirm, Nine)).Error);
        var early = await AttendAsync(allotment, booking, true);
        await allotment.PassAsync(Nine.AddMinutes(5) - allotment.Host.Host.Time.GetUtcNow());
        var kept = await AttendAsync(allotment, booking, true);

        Assert.Equal(("bookings.notNow", null), (early.Error?.Code, kept.Error?.Code));
        var row = await RowAsync(allotment, booking);
        Assert.Equal((BookingState.Attended, Nine, Nine.AddMinutes(20)), (row.State, row.StartsAt, row.EndsAt));
        Assert.Equal("granted", (await allotment.Host.RowAsync(one.Case)).Result);
        Assert.Equal(1, await allotment.TakenAsync());
    }

    [Theory, AllDatabases]
    public async Task Booking_Missed_EndsTheCaseAndFreesItsShare(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, booking: true, quota: 1);
        await allotment.ResourceAsync();
        var (one, booking) = await BookedAsync(allotment, "one");
        await AnswerAsync(allotment, booking, BookingAnswer.Confirm, Nine);
        await allotment.PassAsync(TimeSpan.FromDays(19));

        Assert.Null((await AttendAsync(allotment, booking, false)).Error);

        Assert.Equal(("terminated", 0), ((await allotment.Host.RowAsync(one.Case)).Result, await allotment.TakenAsync()));
        Assert.Equal(BookingState.NoShow, (await RowAsync(allotment, booking)).State);
    }

    [Theory, AllDatabases]
    public async Task Booking_ProposedThenPutOffThenAccepted_GoesBackAndForth(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, booking: true, quota: 1);
        await allotment.ResourceAsync();
        var (one, booking) = await BookedAsync(allotment, "one");

        Assert.Null((await AnswerAsync(allotment, booking, BookingAnswer.Propose, Nine)).Error);
        Assert.Equal(one.Person.Id, Assert.Single(await allotment.Host.TasksAsync(one.Case)).OwnerUserId);
        Assert.Null((await ReplyAsync(allotment, booking, one, BookingReply.Reschedule)).Error);
        Assert.Equal("bookings.changedFirst", (await ReplyAsync(allotment, booking, one, BookingReply.Accept)).Error?.Code);
        Assert.Null((await AnswerAsync(allotment, booking, BookingAnswer.Propose, Nine.AddDays(3))).Error);
        Assert.Null((await ReplyAsync(allotment, booking, one, BookingReply.Accept)).Error);

        var row = await RowAsync(allotment, booking);
        Assert.Equal((BookingState.Confirmed, Nine.AddDays(3)), (row.State, row.StartsAt));
        Assert.Null((await ReplyAsync(allotment, booking, one, BookingReply.Cancel)).Error);
        Assert.Equal((BookingState.Cancelled, "terminated"), ((await RowAsync(allotment, booking)).State, (await allotment.Host.RowAsync(one.Case)).Result));
    }

    [Theory, AllDatabases]
    public async Task Booking_LastPlaceOfATimeByTwoProvidersAtOnce_OneWinsAndTheOtherIsToldWho(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, booking: true, quota: 2);
        await allotment.ResourceAsync(capacity: 1);
        var (first, second) = (await BookedAsync(allotment, "one"), await BookedAsync(allotment, "other"));

        var both = await Task.WhenAll(
            Task.Run(() => AnswerAsync(allotment, first.Booking, BookingAnswer.Confirm, Nine, allotment.Provider, "click-first")),
            Task.Run(() => AnswerAsync(allotment, second.Booking, BookingAnswer.Confirm, Nine.AddMinutes(10), allotment.Colleague, "click-second")));

        var lost = Assert.Single(both, r => !r.IsSuccess);
        Assert.Equal(("bookings.full", both[0].IsSuccess ? "provider" : "colleague"), (lost.Error?.Code, lost.Error?.Data["actor"]));
        Assert.Equal(1, await allotment.Host.ReadAsync(c => c.Bookings.CountAsync(b => b.State == BookingState.Confirmed)));
        Assert.Null((await AnswerAsync(allotment, both[0].IsSuccess ? second.Booking : first.Booking, BookingAnswer.Confirm, Nine.AddMinutes(40))).Error);
    }

    [Theory, AllDatabases]
    public async Task Booking_AnsweredByTwoProvidersAtOnce_TellsTheSecondWho(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, booking: true, quota: 1);
        await allotment.ResourceAsync();
        var (_, booking) = await BookedAsync(allotment, "one");

        var both = await Task.WhenAll(
            Task.Run(() => AnswerAsync(allotment, booking, BookingAnswer.Confirm, Nine, allotment.Provider, "click-first")),
            Task.Run(() => AnswerAsync(allotment, booking, BookingAnswer.Refuse, null, allotment.Colleague, "click-second")));

        var lost = Assert.Single(both, r => !r.IsSuccess);
        Assert.Equal(both[0].IsSuccess ? "provider" : "colleague", lost.Error?.Data["actor"]);
        var repeated = await AnswerAsync(allotment, booking, both[0].IsSuccess ? BookingAnswer.Confirm : BookingAnswer.Refuse, Nine,
            both[0].IsSuccess ? allotment.Provider : allotment.Colleague, both[0].IsSuccess ? "click-first" : "click-second");
        Assert.Null(repeated.Error);
    }

    [Theory, AllDatabases]
    public async Task Booking_Personal_IsEncryptedAndReadByOwnerAndApplicantOnly(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, booking: true, quota: 1);
        await allotment.ResourceAsync();
        var (one, booking) = await BookedAsync(allotment, "one");
        var lead = await allotment.Host.PersonAsync("lead", "Lead", "220104");

        Assert.Equal("腰疼", (await ReadAsync(allotment, booking, allotment.Provider)).Value.Personal!.Details.Single(d => d.Name == "trouble").Text);
        Assert.NotNull((await ReadAsync(allotment, booking, one.Person)).Value.Personal);
        var seen = (await ReadAsync(allotment, booking, lead)).Value;
        Assert.Equal((BookingState.Requested, null), (seen.State, seen.Personal));
        Assert.Equal(ErrorKind.NotFound, (await ReadAsync(allotment, booking, allotment.Outsider)).Error?.Kind);
        var (payload, events) = await allotment.Host.ReadAsync(async c => (
            (await c.Bookings.SingleAsync()).Payload, await c.CaseEvents.Select(e => e.Event + e.Effects + e.Facts).ToListAsync()));
        Assert.DoesNotContain("腰疼", Encoding.UTF8.GetString(payload), StringComparison.Ordinal);
        Assert.All(events, e => Assert.DoesNotContain("腰疼", e, StringComparison.Ordinal));
    }

    [Theory, AllDatabases]
    public async Task Booking_WhoseCaseWentOn_IsStillKeptOrMissed(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, booking: true, quota: 1, inputs: ("untilAttended", false));
        await allotment.ResourceAsync();
        var (one, booking) = await BookedAsync(allotment, "one");
        await AnswerAsync(allotment, booking, BookingAnswer.Confirm, Nine);
        Assert.Equal("granted", (await allotment.Host.RowAsync(one.Case)).Result);

        var moved = await ReplyAsync(allotment, booking, one, BookingReply.Reschedule);
        await allotment.PassAsync(TimeSpan.FromDays(19));
        var missed = await AttendAsync(allotment, booking, false);

        Assert.Equal(("bookings.caseWentOn", null), (moved.Error?.Code, missed.Error?.Code));
        Assert.Equal(BookingState.NoShow, (await RowAsync(allotment, booking)).State);
    }

    [Theory, AllDatabases]
    public async Task Booking_ByWhoMayNotOrAtAWrongTime_IsRefused(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, booking: true, quota: 1);
        await allotment.ResourceAsync();
        var (one, booking) = await BookedAsync(allotment, "one");

        Assert.Equal(ErrorKind.NotFound, (await AnswerAsync(allotment, booking, BookingAnswer.Confirm, Nine, allotment.Outsider)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await AnswerAsync(allotment, booking, BookingAnswer.Confirm, Nine, one.Person)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await ReplyAsync(allotment, booking, one with { Person = allotment.Provider }, BookingReply.Cancel)).Error?.Kind);
        Assert.Equal("bookings.timePassed", (await AnswerAsync(allotment, booking, BookingAnswer.Confirm, Nine.AddDays(-60))).Error?.Code);
        Assert.Equal(BookingState.Requested, (await RowAsync(allotment, booking)).State);
    }

    private static async Task<(Waiting Waiting, Guid Booking)> BookedAsync(Allotment allotment, string name)
    {
        var one = await allotment.JoinAsync(name, 1);
        var offer = Guid.Parse((await allotment.OfferAsync()).Value.OfferId);
        Assert.Null((await allotment.AnswerAsync(offer, one.Person, accepted: true)).Error);
        return (one, (await allotment.Host.ReadAsync(c => c.Bookings.AsNoTracking().SingleAsync(b => b.CaseId == one.Case))).Id);
    }

    private static Task<Result<Unit>> AnswerAsync(
        Allotment allotment, Guid booking, BookingAnswer answer, DateTimeOffset? starts, CurrentUser? by = null, string? key = null) =>
        allotment.Host.UseAsync<AnswerBooking, Result<Unit>>(u => u.HandleAsync(
            new AnswerBooking.Request(booking, null, answer, key ?? allotment.Click()) { StartsAt = starts, Place = "二楼", Note = "请带证件" }, by ?? allotment.Provider, default));

    private static Task<Result<Unit>> ReplyAsync(Allotment allotment, Guid booking, Waiting one, BookingReply reply) =>
        allotment.Host.UseAsync<ReplyToBooking, Result<Unit>>(u => u.HandleAsync(
            new ReplyToBooking.Request(booking, null, reply, allotment.Click()) { From = new DateOnly(2026, 3, 23), To = new DateOnly(2026, 3, 27) }, one.Person, default));

    private static Task<Result<Unit>> AttendAsync(Allotment allotment, Guid booking, bool attended) =>
        allotment.Host.UseAsync<RecordAttendance, Result<Unit>>(u => u.HandleAsync(
            new RecordAttendance.Request(booking, null, attended, allotment.Click()), allotment.Provider, default));

    private static Task<Result<BookingDto>> ReadAsync(Allotment allotment, Guid booking, CurrentUser by) =>
        allotment.Host.UseAsync<BookingView, Result<BookingDto>>(u => u.ReadAsync(booking, by, default));

    private static Task<Booking> RowAsync(Allotment allotment, Guid booking) => allotment.Host.ReadAsync(c => c.Bookings.AsNoTracking().SingleAsync(b => b.Id == booking));
}
