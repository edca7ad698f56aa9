using Approvals.Application.Cases;
using Approvals.Application.WaitingLists;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.WaitingLists;

/// <summary>
/// Random offers, refusals, lapses, corrections and withdrawals, two at once among them, against a plain list that does the
/// same: the quota is never exceeded, each entry has at most one offer and leaves once, and the order is the model's.
/// </summary>
public sealed class WaitingProperties
{
    private const int People = 5;
    private const int Quota = 2;

    [Theory]
    [AllDatabases(1)]
    [AllDatabases(2)]
    [AllDatabases(3)]
    [AllDatabases(4)]
    public async Task List_UnderRandomActs_KeepsQuotaOrderAndEveryEntryOnce(DatabaseKind kind, int seed)
    {
        var random = new System.Random(seed);
        await using var allotment = await Allotment.CreateAsync(kind, quota: Quota);
        List<Waiting> people = [];
        for (var i = 0; i < People; i++)
        {
            people.Add(await allotment.JoinAsync($"p{i}", random.Next(3)));
        }

        var gone = new HashSet<Guid>();
        for (var step = 0; step < 25; step++)
        {
            await ActAsync(allotment, people, random);
            await CheckAsync(allotment, people, gone);
        }

    }

    private static async Task ActAsync(Allotment allotment, List<Waiting> people, System.Random random)
    {
        var open = await allotment.Host.ReadAsync(c => c.WaitingOffers.AsNoTracking().Where(o => o.State == OfferState.Open).OrderBy(o => o.Id).ToListAsync());
        var offer = open.Count == 0 ? null : open[random.Next(open.Count)];
        var person = offer is null ? people[random.Next(people.Count)] : people.Single(p => p.Entry == offer.EntryId);
        switch (random.Next(8))
        {
            case 0 or 1:
                var next = (await allotment.OrderAsync()).Find(e => e.State == WaitingState.Waiting);
                var offered = await allotment.OfferAsync();
                Assert.True(!offered.IsSuccess || offered.Value.EntryId == next?.Id.ToString());
                break;
            case 2:
                await Task.WhenAll(Task.Run(() => allotment.OfferAsync(allotment.Provider, key: $"a-{random.Next()}")), Task.Run(() => allotment.OfferAsync(allotment.Colleague, key: $"b-{person.Entry:N}")));
                break;
            case 3 or 4 when offer is not null:
                // The answer and the provider's taking back race; one of them wins.
                await Task.WhenAll(Task.Run(() => allotment.AnswerAsync(offer.Id, person.Person, accepted: false)), Task.Run(() => allotment.WithdrawAsync(offer.Id)));
                break;
            case 5 when offer is not null:
                await allotment.AnswerAsync(offer.Id, person.Person, accepted: true);
                break;
            case 6:
                await allotment.PassAsync(TimeSpan.FromDays(4));
                break;
            default:
                await MoveOrLeaveAsync(allotment, person, random);
                break;
        }
    }

    private static async Task MoveOrLeaveAsync(Allotment allotment, Waiting person, System.Random random)
    {
        if (random.Next(5) == 0)
        {
            await allotment.Host.UseAsync<WithdrawCase, Result<Unit>>(u => u.HandleAsync(new WithdrawCase.Request(person.Case, null), person.Person, default));
            return;
        }

        var before = (await allotment.OrderAsync()).ConvertAll(e => e.Id);
        var place = random.Next(1, People + 1);
        if ((await allotment.CorrectAsync(person.Entry, place)).IsSuccess)
        {
            before.Remove(person.Entry);
            before.Insert(Math.Min(place - 1, before.Count), person.Entry);
            Assert.Equal(before, (await allotment.OrderAsync()).Select(e => e.Id));
        }
    }

    private static async Task CheckAsync(Allotment allotment, List<Waiting> people, HashSet<Guid> gone)
    {
        var (entries, offers, quota) = await allotment.Host.ReadAsync(async c => (
            await c.WaitingListEntries.AsNoTracking().ToListAsync(), await c.WaitingOffers.AsNoTracking().ToListAsync(), await c.Quotas.AsNoTracking().SingleAsync()));
        Assert.InRange(quota.Taken, 0, quota.Total);
        Assert.Equal(offers.Count(o => o.State is OfferState.Open or OfferState.Taken), quota.Taken);
        Assert.Equal(people.Select(p => p.Entry).Order(), entries.Select(e => e.Id).Order());
        Assert.All(entries, e => Assert.Equal(e.State == WaitingState.Offered ? 1 : 0, offers.Count(o => o.EntryId == e.Id && o.State == OfferState.Open)));
        Assert.All(entries, e => Assert.Equal(e.State == WaitingState.Taken ? 1 : 0, offers.Count(o => o.EntryId == e.Id && o.State == OfferState.Taken)));
        foreach (var entry in entries)
        {
            var left = entry.State is WaitingState.Taken or WaitingState.Removed;
            Assert.True(left || !gone.Contains(entry.Id), "Who left came back.");
            if (left)
            {
                gone.Add(entry.Id);
            }

            var open = await allotment.Host.TasksAsync(entry.CaseId);
            Assert.Equal(entry.State == WaitingState.Offered ? 1 : 0, open.Count);
        }
    }
}
