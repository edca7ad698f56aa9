using Approvals.Application.Database;
using Approvals.Application.Resources;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.Application.Tests.WaitingLists;
using Approvals.Application.WaitingLists;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Resources;

/// <summary>An offer of one very thing: it is had by one case at a time.</summary>
public sealed class OfferedThingTests
{
    [Theory, AllDatabases]
    public async Task Thing_Offered_IsNamedToTheApplicantAndHeld(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 2);
        var one = await allotment.JoinAsync("one", 1);
        var thing = await ThingAsync(allotment, "T-1");

        Assert.Null((await OfferAsync(allotment, thing)).Error);

        var place = await allotment.PlaceAsync(one.Entry, one.Person);
        Assert.Equal("一号 / Number one；朝南", place.Entry.Offer!.What);
        Assert.Equal(place.Entry.CaseNumber, (await ReadAsync(allotment, thing)).HeldBy);
    }

    [Theory, AllDatabases]
    public async Task Things_Asked_AreFoundByCodeNameOrDescriptionAndOnlyFreeWhereWanted(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 2);
        await allotment.JoinAsync("one", 1);
        var held = await ThingAsync(allotment, "T-1");
        await ThingAsync(allotment, "T-2");
        Assert.Null((await OfferAsync(allotment, held)).Error);

        Assert.Equal(["T-1", "T-2"], (await ListAsync(allotment)).Select(r => r.Code));
        Assert.Equal(["T-2"], (await ListAsync(allotment, free: true)).Select(r => r.Code));
        Assert.Equal(["T-2"], (await ListAsync(allotment, "T-2")).Select(r => r.Code));
        Assert.Equal(["T-1", "T-2"], (await ListAsync(allotment, "一号")).Select(r => r.Code));
        Assert.Equal(["T-1", "T-2"], (await ListAsync(allotment, " 朝南 ")).Select(r => r.Code));
        Assert.Empty(await ListAsync(allotment, "朝北"));
    }

    [Theory, AllDatabases]
    public async Task Things_Exported_HaveTheColumnsOfAnImport(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 1);
        await ThingAsync(allotment, "T-1");
        var search = new ResourceSearch(allotment.List, null, false);

        var table = (await allotment.Host.UseAsync<ExportResources, Result<SheetTable>>(u => u.ReadAsync(search, allotment.Provider, default))).Value;

        Assert.Equal(string.Join('|', ResourceSheet.Head("zh-CN")), string.Join('|', table.Rows[0]));
        Assert.Equal("T-1|一号|Number one|朝南|1|30|否", string.Join('|', Assert.Single(table.Rows.Skip(1))));
        Assert.Equal(ErrorKind.Forbidden, (await allotment.Host.UseAsync<ExportResources, Result<SheetTable>>(u => u.ReadAsync(search, allotment.Outsider, default))).Error?.Kind);
    }

    [Theory, AllDatabases]
    public async Task Entries_Exported_StandInTheirOrder(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 1);
        await allotment.JoinAsync("one", 2);
        await allotment.JoinAsync("other", 1);
        var listed = (await allotment.Host.UseAsync<WaitingPlaces, Result<Paging.Page<WaitingEntryDto>>>(u => u.ListAsync(allotment.List, null, allotment.Provider, default))).Value.Items;

        var table = (await allotment.Host.UseAsync<ExportEntries, Result<SheetTable>>(u => u.ReadAsync(allotment.List, allotment.Provider, default))).Value;

        Assert.Equal(["1", "2"], table.Rows.Skip(1).Select(r => r[0]));
        Assert.Equal(listed.Select(e => e.CaseNumber), table.Rows.Skip(1).Select(r => r[1]));
        var kept = await allotment.Host.ReadAsync(c => c.AuditEntries.SingleAsync(e => e.Action == "lists.exported"));
        Assert.Equal(("list", "waiting", (Guid?)allotment.Provider.Id), (kept.SubjectKind, kept.SubjectId, kept.ActorUserId));
        Assert.Equal(ErrorKind.NotFound, (await allotment.Host.UseAsync<ExportEntries, Result<SheetTable>>(u => u.ReadAsync(allotment.List, allotment.Outsider, default))).Error?.Kind);
    }

    [Theory, AllDatabases]
    public async Task Thing_RefusedByItsApplicant_IsFreeForTheNext(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 1);
        var (one, _) = (await allotment.JoinAsync("one", 1), await allotment.JoinAsync("other", 2));
        var thing = await ThingAsync(allotment, "T-1");
        var offer = Guid.Parse((await OfferAsync(allotment, thing)).Value.OfferId);

        Assert.Null((await allotment.AnswerAsync(offer, one.Person, accepted: false)).Error);

        Assert.Null((await ReadAsync(allotment, thing)).HeldBy);
        Assert.Null((await OfferAsync(allotment, thing)).Error);
    }

    [Theory, AllDatabases]
    public async Task LastThing_ByTwoProvidersAtOnce_GoesToOneAndTheOtherIsToldWho(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 5);
        await allotment.JoinAsync("one", 1);
        await allotment.JoinAsync("other", 2);
        var thing = await ThingAsync(allotment, "T-1");

        var both = await Task.WhenAll(
            Task.Run(() => OfferAsync(allotment, thing, allotment.Provider)), Task.Run(() => OfferAsync(allotment, thing, allotment.Colleague)));

        var lost = Assert.Single(both, r => !r.IsSuccess);
        Assert.Equal(("resources.held", both[0].IsSuccess ? "provider" : "colleague"), (lost.Error?.Code, lost.Error?.Data["actor"]));
        Assert.Equal((1, 1), (await allotment.TakenAsync(), await allotment.Host.ReadAsync(c => c.WaitingOffers.CountAsync(o => o.ResourceId == thing))));
    }

    [Theory, AllDatabases]
    public async Task Thing_Freed_OnlyWhenItsCaseIsOver(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 1);
        var one = await allotment.JoinAsync("one", 1);
        var thing = await ThingAsync(allotment, "T-1");
        var offer = Guid.Parse((await OfferAsync(allotment, thing)).Value.OfferId);

        Assert.Equal("resources.stillGivenOut", (await FreeAsync(allotment, thing)).Error?.Code);
        Assert.Null((await allotment.AnswerAsync(offer, one.Person, accepted: true)).Error);
        Assert.NotNull((await ReadAsync(allotment, thing)).HeldBy);

        Assert.Null((await FreeAsync(allotment, thing)).Value.HeldBy);
    }

    [Theory, AllDatabases]
    public async Task Thing_OfAnotherListOrClosed_IsNotOffered(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind, quota: 1);
        await allotment.JoinAsync("one", 1);
        var closed = await ThingAsync(allotment, "T-1");
        await allotment.Host.UseAsync<KeepResource, Result<ResourceDto>>(u => u.ChangeAsync(
            new KeepResource.Change(closed, "0", new LocalText("一号", "Number one"), 1, 30, Closed: true), allotment.Provider, default));

        Assert.Equal("resources.closed", (await OfferAsync(allotment, closed)).Error?.Code);
        Assert.Equal("resources.unknown", (await OfferAsync(allotment, await allotment.ResourceAsync())).Error?.Code);
        Assert.Equal(0, await allotment.TakenAsync());
    }

    private static async Task<Guid> ThingAsync(Allotment allotment, string code) => Guid.Parse((await allotment.Host.UseAsync<KeepResource, Result<ResourceDto>>(
        u => u.CreateAsync(new KeepResource.NewResource(code, new LocalText("一号", "Number one"), allotment.Organisation, 1, 30, allotment.List, "朝南"), allotment.Provider, default))).Value.Id);

    private static Task<Result<OfferedDto>> OfferAsync(Allotment allotment, Guid thing, CurrentUser? by = null) => allotment.Host.UseAsync<OfferNext, Result<OfferedDto>>(
        u => u.HandleAsync(new OfferNext.Request(allotment.List, null, null, null, $"{by?.Id}{allotment.Click()}", thing), by ?? allotment.Provider, default));

    private static async Task<Result<ResourceDto>> FreeAsync(Allotment allotment, Guid thing)
    {
        var row = await allotment.Host.ReadAsync(c => c.Resources.AsNoTracking().SingleAsync(r => r.Id == thing));
        return await allotment.Host.UseAsync<FreeResource, Result<ResourceDto>>(
            u => u.HandleAsync(new FreeResource.Request(thing, Etag.Of(row), "租约期满"), allotment.Provider, default));
    }

    private static async Task<ResourceDto> ReadAsync(Allotment allotment, Guid thing) => (await ListAsync(allotment)).Single(r => r.Id == thing.ToString());

    private static async Task<IReadOnlyList<ResourceDto>> ListAsync(Allotment allotment, string? text = null, bool free = false) =>
        (await allotment.Host.UseAsync<ResourceView, Result<ResourcesDto>>(
            u => u.ListAsync(new ResourceSearch(allotment.List, text, free), allotment.Provider, default))).Value.Items;
}
