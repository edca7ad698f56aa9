using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Cases;

/// <summary>Work lists in each order, page by page: of a reader of all cases, of a reader of few among many, and of what a search finds.</summary>
public sealed class CaseOrderTests
{
    private const string Mine = "/220000/220100/220104/";
    private const string Elsewhere = "/220000/220100/220102/";
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private static readonly IReadOnlyList<CaseOrder> Orders = [.. Enum.GetValues<CaseSort>().SelectMany(by => new[] { new CaseOrder(by, true), new CaseOrder(by, false) })];

    private sealed record Row(Guid Id, string Number, string Service, string State, DateTimeOffset? DueAt, bool Runs);

    [Theory, AllDatabases]
    public async Task List_InAnyOrder_HoldsEachCaseOnceInIt_WhetherManyOrFewMayBeRead(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var filed = await host.CaseAsync();
        await CopiesAsync(host, filed, Elsewhere, 540);
        await CopiesAsync(host, filed, Mine, 45);
        var rows = await host.ReadAsync(c => c.Cases.AsNoTracking().Where(r => r.RegionPath == Mine)
            .Select(r => new Row(r.Id, r.Number, r.ServiceCode, r.State, r.DueAt, r.FinishedAt == null)).ToListAsync());
        var all = await host.PersonAsync("all", Roles.Reviewer, "220000");

        foreach (var (by, up) in Orders)
        {
            var found = await WholeAsync(host, host.First, new CaseOrder(by, up));
            Assert.Equal(rows.Where(r => by != CaseSort.Due || (r.Runs && r.DueAt is not null)).Select(r => r.Id.ToString()).Order(), found.Select(f => f.Id).Order());
            AssertInOrder(found.Select(f => rows.Single(r => r.Id.ToString() == f.Id)), by, up);
            var first = (await PageAsync(host, all, new CaseOrder(by, up), null)).Items;
            Assert.Equal(20, first.Count);
        }
    }

    [Theory, AllDatabases]
    public async Task Search_InAnyOrder_HoldsWhatItFindsInIt(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await CopiesAsync(host, await host.CaseAsync(), Mine, 45);

        foreach (var (by, up) in Orders)
        {
            var found = await WholeAsync(host, host.First, new CaseOrder(by, up), "COPY");
            var rows = await host.ReadAsync(c => c.Cases.AsNoTracking().Where(r => r.Number.StartsWith("COPY"))
                .Select(r => new Row(r.Id, r.Number, r.ServiceCode, r.State, r.DueAt, r.FinishedAt == null)).ToListAsync());
            Assert.Equal(rows.Where(r => by != CaseSort.Due || (r.Runs && r.DueAt is not null)).Select(r => r.Id.ToString()).Order(), found.Select(f => f.Id).Order());
            AssertInOrder(found.Select(f => rows.Single(r => r.Id.ToString() == f.Id)), by, up);
        }
    }

    [Theory, AllDatabases]
    public async Task List_WithAPlaceOfAnotherOrder_IsRefused_AndASheetIsInTheOrderShown(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await CopiesAsync(host, await host.CaseAsync(), Mine, 45);
        var first = await PageAsync(host, host.First, new CaseOrder(CaseSort.Number, true), null);

        var other = await host.UseAsync<CaseList, Result<Page<CaseSummaryDto>>>(u => u.ListAsync(
            new CaseList.Request(true, null, null, first.Next) { Order = new CaseOrder(CaseSort.State, true) }, host.First, default));
        var sheet = await host.UseAsync<CaseSheet, Result<SheetTable>>(u => u.ReadAsync(
            new CaseList.Request(true, null, null, null) { Order = new CaseOrder(CaseSort.Number, true) }, host.First, default));

        Assert.Equal("paging.cursor", other.Error?.Code);
        Assert.Equal(first.Items.Select(i => i.Number), sheet.Value.Rows.Skip(1).Take(20).Select(r => r[0]));
        Assert.Equal(47, sheet.Value.Rows.Length);
    }

    private static void AssertInOrder(IEnumerable<Row> rows, CaseSort by, bool up)
    {
        IComparable Key(Row row) => by switch
        {
            CaseSort.Number => row.Number,
            CaseSort.Service => row.Service,
            CaseSort.State => row.State,
            CaseSort.Due => row.DueAt!.Value,
            _ => row.Id.ToString(),
        };
        int Compare(IComparable one, IComparable other) => one is string text ? string.CompareOrdinal(text, (string)other) : one.CompareTo(other);
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(Compare(Key(pair.First), Key(pair.Second)) * (up ? 1 : -1) <= 0, $"{by} {up}: {pair.First} before {pair.Second}"));
    }

    private static async Task<List<CaseSummaryDto>> WholeAsync(CaseHost host, CurrentUser user, CaseOrder order, string? search = null)
    {
        List<CaseSummaryDto> found = [];
        string? cursor = null;
        do
        {
            var page = await PageAsync(host, user, order, cursor, search);
            found.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        return found;
    }

    private static async Task<Page<CaseSummaryDto>> PageAsync(CaseHost host, CurrentUser user, CaseOrder order, string? cursor, string? search = null)
    {
        var page = await host.UseAsync<CaseList, Result<Page<CaseSummaryDto>>>(u => u.ListAsync(new CaseList.Request(true, null, search, cursor) { Order = order }, user, default));
        Assert.Null(page.Error?.Code);
        return page.Value;
    }

    /// <summary>Cases like another at a region, each with another number, state and day.</summary>
    private static Task<int> CopiesAsync(CaseHost host, Guid of, string region, int count) => host.InAsync(async services =>
    {
        var (context, ids, random) = (services.GetRequiredService<ApprovalsDbContext>(), services.GetRequiredService<IIdSource>(), new Random(count));
        var row = await context.Cases.AsNoTracking().SingleAsync(c => c.Id == of);
        var state = await context.CaseStates.AsNoTracking().SingleAsync(s => s.CaseId == of);
        for (var i = 0; i < count; i++)
        {
            var (id, finished) = (ids.Next(), i % 5 == 4);
            context.Cases.Add(new Case
            {
                Id = id, Number = $"COPY{random.Next(1_000_000):000000}{region[^4..^1]}{i:000}", ServiceCode = i % 3 == 0 ? "another" : row.ServiceCode, ServiceName = row.ServiceName,
                ServiceVersionId = row.ServiceVersionId, ApplicantPersonId = row.ApplicantPersonId, ApplicantMaskedName = row.ApplicantMaskedName, FiledByUserId = row.FiledByUserId,
                FiledBy = row.FiledBy, RegionCode = row.RegionCode, RegionPath = region, KeyId = row.KeyId, State = finished ? "Finished" : i % 2 == 0 ? "OnNotice" : "UnderReview",
                SubmittedAt = row.SubmittedAt, DueAt = i % 7 == 6 ? null : Start.AddDays(random.Next(20)), FinishedAt = finished ? row.SubmittedAt : null,
            });
            context.CaseStates.Add(new CaseState { CaseId = id, State = state.State });
        }

        return await context.SaveChangesAsync();
    });
}
