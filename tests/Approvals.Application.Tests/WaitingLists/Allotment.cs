using Approvals.Application.Database;
using Approvals.Application.Quotas;
using Approvals.Application.Resources;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Application.Timers;
using Approvals.Application.WaitingLists;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Approvals.TestKit.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.WaitingLists;

/// <summary>A list with a provider, two of them, and people who wait.</summary>
internal sealed class Allotment(CaseHost host, Guid organisation) : IAsyncDisposable
{
    private int _clicks;

    public CaseHost Host => host;

    public Guid Organisation => organisation;

    public CurrentUser Provider { get; private set; } = null!;

    public CurrentUser Colleague { get; private set; } = null!;

    public CurrentUser Outsider { get; private set; } = null!;

    public Guid List { get; private set; }

    /// <summary>The package's list with its owner, and so many quotas.</summary>
    public static async Task<Allotment> CreateAsync(DatabaseKind kind, bool booking = false, int quota = 0, params (string Input, object Value)[] inputs)
    {
        var host = await CaseHost.CreateAsync(kind, AllotmentPackage.Tree(booking: booking, inputs: inputs));
        var owner = new CaseRows(new IdSource(host.Host.Time), host.Host.Time).Organisation(kind: "office");
        await host.Host.AddAsync(owner);
        var made = new Allotment(host, owner.Id)
        {
            Provider = await host.PersonAsync("provider", Roles.Provider, "220104", owner.Id),
            Colleague = await host.PersonAsync("colleague", Roles.Provider, "220104", owner.Id),
            Outsider = await host.PersonAsync("outsider", Roles.Provider, "220104"),
        };
        var list = await host.UseAsync<KeepList, Result<WaitingListDto>>(u => u.CreateAsync(
            new KeepList.NewList(AllotmentPackage.Code, AllotmentPackage.List, new LocalText("物品", "Things"), owner.Id, "220104"), made.Provider, default));
        made.List = Guid.Parse(list.Value.Id);
        if (quota > 0)
        {
            await made.QuotaAsync(quota);
        }

        return made;
    }

    public string Click() => $"click-{++_clicks:0000}";

    public async Task<Guid> QuotaAsync(int total) => Guid.Parse((await host.UseAsync<KeepQuota, Result<QuotaDto>>(u => u.CreateAsync(
        new KeepQuota.NewQuota(List, new LocalText("批次", "Batch"), total, Click()), Provider, default))).Value.Id);

    public async Task<Guid> ResourceAsync(int? capacity = 1) => Guid.Parse((await host.UseAsync<KeepResource, Result<ResourceDto>>(u => u.CreateAsync(
        new KeepResource.NewResource(AllotmentPackage.Desk, new LocalText("窗口", "Desk"), organisation, capacity, 20), Provider, default))).Value.Id);

    /// <summary>Somebody new who joins the list with a rank.</summary>
    public async Task<Waiting> JoinAsync(string name, int rank)
    {
        var person = await host.PersonAsync(name, Roles.Applicant, "220104");
        var id = await host.FileAsync(AllotmentPackage.Code, person, new { rank, trouble = "腰疼", wanted = "2026-03-20" });
        return new Waiting(person, id, (await host.ReadAsync(c => c.WaitingListEntries.AsNoTracking().SingleAsync(e => e.CaseId == id))).Id);
    }

    public Task<Result<OfferedDto>> OfferAsync(CurrentUser? by = null, Guid? entry = null, string? key = null, Guid? quota = null) =>
        host.UseAsync<OfferNext, Result<OfferedDto>>(u => u.HandleAsync(new OfferNext.Request(List, quota, entry, "三号", key ?? Click()), by ?? Provider, default));

    public Task<Result<ActDone>> AnswerAsync(Guid offer, CurrentUser by, bool accepted, string? reason = "太远", string? key = null) =>
        host.UseAsync<AnswerOffer, Result<ActDone>>(u => u.HandleAsync(new AnswerOffer.Request(offer, null, accepted, reason, key ?? Click()), by, default));

    public Task<Result<Unit>> WithdrawAsync(Guid offer, CurrentUser? by = null) =>
        host.UseAsync<WithdrawOffer, Result<Unit>>(u => u.HandleAsync(new WithdrawOffer.Request(offer, "登记有误"), by ?? Provider, default));

    public async Task<Result<Unit>> CorrectAsync(Guid entry, int place, CurrentUser? by = null, string? etag = null)
    {
        var row = await host.ReadAsync(c => c.WaitingListEntries.AsNoTracking().SingleAsync(e => e.Id == entry));
        return await host.UseAsync<CorrectPlace, Result<Unit>>(u => u.HandleAsync(
            new CorrectPlace.Request(entry, etag ?? Etag.Of(row), place, "层次登记有误", Click()), by ?? Provider, default));
    }

    /// <summary>Time passes, and timers that fall due fire.</summary>
    public async Task PassAsync(TimeSpan by)
    {
        host.Host.Time.Advance(by);
        await host.InAsync(s => s.GetRequiredService<Pump<CaseTimer>>().DrainAsync(default));
    }

    public Task<List<WaitingListEntry>> OrderAsync() => host.ReadAsync(c => WaitingOrder.In(c, List).AsNoTracking().ToListAsync());

    public Task<int> TakenAsync() => host.ReadAsync(c => c.Quotas.SumAsync(q => q.Taken));

    public Task<WaitingPlaceDto> PlaceAsync(Guid entry, CurrentUser by) =>
        host.UseAsync<WaitingPlaces, WaitingPlaceDto>(async u => (await u.ReadAsync(entry, by, default)).Value);

    public ValueTask DisposeAsync() => host.DisposeAsync();
}

/// <summary>Somebody who waits.</summary>
internal sealed record Waiting(CurrentUser Person, Guid Case, Guid Entry);
