using Approvals.Application.Cases;
using Approvals.Application.Tasks;
using Approvals.Application.WaitingLists;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.WaitingLists;

/// <summary>Offers from a list: whom they reach, what they hold, and how they end.</summary>
public sealed class OfferTests
{
    [Theory, AllDatabases]
    public async Task Offer_ToAListOfThree_GoesByKeyThenByTime(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 3);
        var (late, best, early) = (await allotment.JoinAsync("late", 2), await allotment.JoinAsync("best", 1), await allotment.JoinAsync("other", 2));

        List<Guid> reached = [];
        for (var i = 0; i < 3; i++)
        {
            reached.Add(Guid.Parse((await allotment.OfferAsync()).Value.EntryId));
        }

        Assert.Equal([best.Entry, late.Entry, early.Entry], reached);
        Assert.Equal(3, await allotment.TakenAsync());
    }

    [Theory, AllDatabases]
    public async Task Offer_Taken_EndsTheWaitAndKeepsTheShare(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 1);
        var one = await allotment.JoinAsync("one", 1);
        var offer = Guid.Parse((await allotment.OfferAsync()).Value.OfferId);

        var answered = await allotment.AnswerAsync(offer, one.Person, accepted: true);

        Assert.Null(answered.Error);
        Assert.Equal(("granted", 1), ((await allotment.Host.RowAsync(one.Case)).Result, await allotment.TakenAsync()));
        Assert.Empty(await allotment.OrderAsync());
        var place = await allotment.PlaceAsync(one.Entry, one.Person);
        Assert.Equal(["joined", "offered", "taken"], place.History.Select(h => h.Kind));
        Assert.Equal((WaitingState.Taken, (int?)null), (place.Entry.State, place.Entry.Place));
    }

    [Theory, AllDatabases]
    public async Task Offer_RefusedTwice_SendsToTheEndWithReasonsToRead(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 1);
        var (one, other) = (await allotment.JoinAsync("one", 1), await allotment.JoinAsync("other", 5));
        foreach (var reason in new[] { "太远", "太小" })
        {
            var offer = Guid.Parse((await allotment.OfferAsync()).Value.OfferId);
            Assert.Null((await allotment.AnswerAsync(offer, one.Person, accepted: false, reason)).Error);
        }

        Assert.Equal([other.Entry, one.Entry], (await allotment.OrderAsync()).Select(e => e.Id));
        Assert.Equal(0, await allotment.TakenAsync());
        var history = (await allotment.PlaceAsync(one.Entry, one.Person)).History;
        Assert.Equal([("refused", 1, 1, "太远"), ("refused", 1, 2, "太小")], history.Where(h => h.Kind == "refused").Select(h => (h.Kind, h.From!.Value, h.To!.Value, h.Reason!)));
        Assert.All(history, h => Assert.NotEqual("", h.Text));
    }

    [Theory, AllDatabases]
    public async Task Offer_NotAnswered_LapsesAndFreesTheShare(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 1, inputs: ("onLapse", "end"));
        var (one, other) = (await allotment.JoinAsync("one", 1), await allotment.JoinAsync("other", 5));
        var offer = Guid.Parse((await allotment.OfferAsync()).Value.OfferId);

        await allotment.PassAsync(TimeSpan.FromDays(8));

        Assert.Equal([other.Entry, one.Entry], (await allotment.OrderAsync()).Select(e => e.Id));
        Assert.Equal((OfferState.Lapsed, 0), ((await allotment.Host.ReadAsync(c => c.WaitingOffers.SingleAsync(o => o.Id == offer))).State, await allotment.TakenAsync()));
        Assert.Equal("tasks.timedOut", (await allotment.AnswerAsync(offer, one.Person, accepted: true)).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Offer_LastShareByTwoProvidersAtOnce_OneWinsAndTheOtherIsToldWho(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 1);
        await allotment.JoinAsync("one", 1);
        await allotment.JoinAsync("other", 2);

        var both = await Task.WhenAll(
            Task.Run(() => allotment.OfferAsync(allotment.Provider, key: "click-first")),
            Task.Run(() => allotment.OfferAsync(allotment.Colleague, key: "click-second")));

        var lost = Assert.Single(both, r => !r.IsSuccess);
        Assert.Equal(("waiting.noneLeft", both[0].IsSuccess ? "provider" : "colleague"), (lost.Error?.Code, lost.Error?.Data["actor"]));
        Assert.Equal((1, 1), (await allotment.TakenAsync(), await allotment.Host.ReadAsync(c => c.WaitingOffers.CountAsync())));
    }

    [Theory, AllDatabases]
    public async Task Offer_ByTwoProvidersAtOnce_ReachesTwoDifferentPeople(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 2);
        var (one, other) = (await allotment.JoinAsync("one", 1), await allotment.JoinAsync("other", 2));

        var both = await Task.WhenAll(
            Task.Run(() => allotment.OfferAsync(allotment.Provider, key: "click-first")),
            Task.Run(() => allotment.OfferAsync(allotment.Colleague, key: "click-second")));

        Assert.All(both, r => Assert.Null(r.Error?.Code));
        Assert.Equal(new[] { one.Entry, other.Entry }.Order(), both.Select(r => Guid.Parse(r.Value.EntryId)).Order());
    }

    [Theory, AllDatabases]
    public async Task Offer_ToWhomSomebodyElseOfferedFirst_NamesThem(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 2);
        var one = await allotment.JoinAsync("one", 1);
        await allotment.OfferAsync(allotment.Colleague);

        var late = await allotment.OfferAsync(entry: one.Entry);

        Assert.Equal(("waiting.offeredFirst", "colleague"), (late.Error?.Code, late.Error?.Data["actor"]));
    }

    [Theory, AllDatabases]
    public async Task Offer_SameClickTwice_OffersOnce(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 5);
        await allotment.JoinAsync("one", 1);
        await allotment.JoinAsync("other", 2);

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => allotment.OfferAsync(key: "click-same"))));

        Assert.Equal(both[0].Value, both[1].Value);
        Assert.Equal(1, await allotment.TakenAsync());
    }

    [Theory, AllDatabases]
    public async Task Offer_WithdrawnByItsProvider_KeepsThePlaceAndCountsAgainstNobody(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 1, inputs: ("refusalsAllowed", 0));
        var (one, other) = (await allotment.JoinAsync("one", 1), await allotment.JoinAsync("other", 2));
        var offer = Guid.Parse((await allotment.OfferAsync()).Value.OfferId);

        var foreign = await allotment.WithdrawAsync(offer, allotment.Outsider);
        var taken = await allotment.WithdrawAsync(offer);
        var again = await allotment.WithdrawAsync(offer);

        Assert.Equal((ErrorKind.NotFound, null, null), (foreign.Error?.Kind, taken.Error?.Code, again.Error?.Code));
        Assert.Equal([one.Entry, other.Entry], (await allotment.OrderAsync()).Select(e => e.Id));
        Assert.Equal(0, await allotment.TakenAsync());
        Assert.Empty(await allotment.Host.TasksAsync(one.Case));
        Assert.Equal("登记有误", (await allotment.PlaceAsync(one.Entry, one.Person)).History[^1].Reason);
    }

    [Theory, AllDatabases]
    public async Task Offer_OfACaseThatIsWithdrawn_FreesTheShare(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 1);
        var one = await allotment.JoinAsync("one", 1);
        await allotment.OfferAsync();

        await allotment.Host.UseAsync<WithdrawCase, Result<Unit>>(u => u.HandleAsync(new WithdrawCase.Request(one.Case, "不需要了"), one.Person, default));

        Assert.Equal(0, await allotment.TakenAsync());
        Assert.Empty(await allotment.OrderAsync());
        Assert.Equal("left", (await allotment.PlaceAsync(one.Entry, one.Person)).History[^1].Kind);
    }

    [Theory, AllDatabases]
    public async Task Answer_ByAnybodyElse_IsRefused(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 1);
        var one = await allotment.JoinAsync("one", 1);
        var offer = Guid.Parse((await allotment.OfferAsync()).Value.OfferId);
        var task = Assert.Single(await allotment.Host.TasksAsync(one.Case));

        var provider = await allotment.AnswerAsync(offer, allotment.Provider, accepted: true);
        var silent = await allotment.AnswerAsync(offer, one.Person, accepted: false, reason: " ");
        var generic = await allotment.Host.UseAsync<CompleteTask, Result<ActDone>>(u => u.HandleAsync(
            new CompleteTask.Request(task.Id, null, "Taken", allotment.Click()), one.Person, default));

        Assert.Equal((ErrorKind.NotFound, "waiting.needsReason", "tasks.ownAnswer"), (provider.Error?.Kind, silent.Error?.Code, generic.Error?.Code));
    }
}
