using System.Text;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Inbox;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Inbox;

/// <summary>Cases found by conditions on their answers, in the inbox and in lists.</summary>
public sealed class FieldSearchTests
{
    [Theory, AllDatabases]
    public async Task Where_AnswersAreCompared_FindsByTheTypeOfTheField(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var small = await host.FileAsync(SmallPackage.Code, host.Applicant, Answers("张试", 9.5m));
        var other = await host.PersonAsync("other", Roles.Applicant, "220104");
        var large = await host.FileAsync(SmallPackage.Code, other, Answers("张试验", 100));

        Assert.Equal([large], await FoundAsync(host, "application.amount:from:10"));
        Assert.Equal([small], await FoundAsync(host, "application.amount:to:9.5"));
        Assert.Equal([large, small], await FoundAsync(host, "application.name:starts:张试"));
        Assert.Equal([small], await FoundAsync(host, "application.name:is:张试"));
        Assert.Equal([large], await FoundAsync(host, "application.name:starts:张", "application.amount:from:50"));
        Assert.Empty(await FoundAsync(host, "application.name:is:张试", "application.amount:from:50"));
        Assert.Equal([small], await FoundAsync(host, "application.account:is:6222000000000095"));
        Assert.Empty(await FoundAsync(host, "application.account:is:62220000"));
    }

    [Theory, AllDatabases]
    public async Task Inbox_WithConditions_ShowsAndClaimsTheirTasksAlone(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        await host.FileAsync(SmallPackage.Code, host.Applicant, Answers("张试", 9.5m));
        var other = await host.PersonAsync("other", Roles.Applicant, "220104");
        var large = await host.FileAsync(SmallPackage.Code, other, Answers("李试", 100));
        var wanted = Request() with { Where = ["application.amount:from:10"] };

        var shown = await host.UseAsync<InboxPage, Result<InboxDto>>(u => u.ReadAsync(wanted, host.First, default));
        var next = await host.UseAsync<InboxPage, Result<Guid?>>(u => u.NextFreeAsync(wanted, host.First, default));

        Assert.Equal($"{large}", Assert.Single(shown.Value.Items).CaseId);
        Assert.Equal(Assert.Single(await host.TasksAsync(large)).Id, next.Value);
    }

    [Fact]
    public async Task Where_OfAFieldThatCannotBeComparedSo_IsRefused()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);
        string[] wrong =
        [
            "application.amount:starts:1", "application.amount:is:many", "application.account:starts:6222", "application.none:is:1", "application.name:is:", "name", "application.name:like:x",
        ];

        foreach (var condition in wrong)
        {
            Assert.Equal("search.condition", (await ListAsync(host, condition)).Error?.Code);
        }

        Assert.Equal("search.condition", (await ListAsync(host, [.. Enumerable.Repeat("application.name:is:张试", FieldCondition.Most + 1)])).Error?.Code);
    }

    [Fact]
    public async Task Where_WhatMoreThanTenThousandHold_NeedsAnotherCondition()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);
        var id = await host.FileAsync(SmallPackage.Code, host.Applicant, Answers("张试", 9.5m));
        await host.InAsync(async services =>
        {
            var (context, ids) = (services.GetRequiredService<ApprovalsDbContext>(), services.GetRequiredService<IIdSource>());
            context.SearchValues.AddRange(Enumerable.Range(0, CaseMatches.Most + 1).Select(_ => new SearchValue
            {
                CaseId = ids.Next(), ServiceCode = SmallPackage.Code, Field = "application.name", Value = "张试", RegionPath = "/220000/", State = "UnderReview",
            }));
            return await context.SaveChangesAsync();
        });

        Assert.Equal("search.narrow", (await ListAsync(host, "application.name:is:张试")).Error?.Code);
        Assert.Equal([id], await FoundAsync(host, "application.name:is:张试", "application.amount:is:9.5"));
    }

    [Fact]
    public async Task Fields_OfAService_SayHowTheyAreCompared()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);

        var fields = await host.UseAsync<SearchFieldList, Result<IReadOnlyList<SearchFieldDto>>>(u => u.ListAsync(SmallPackage.Code, host.First, default));
        var refused = await host.UseAsync<SearchFieldList, Result<IReadOnlyList<SearchFieldDto>>>(u => u.ListAsync(SmallPackage.Code, host.Applicant, default));

        Assert.Equal(
            [("application.name", SearchFieldKind.Text, 2), ("application.amount", SearchFieldKind.Number, 3), ("application.account", SearchFieldKind.Text, 1)],
            fields.Value.Select(f => (f.Field, f.Kind, f.Comparisons.Count)));
        Assert.Equal(ErrorKind.Forbidden, refused.Error?.Kind);
    }

    [Theory, AllDatabases]
    public async Task Sort_OfTasksToDo_GoesOnWhereThePageEnded(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        List<Guid> filed = [];
        for (var i = 0; i < 3; i++)
        {
            filed.Add(await host.FileAsync(SmallPackage.Code, await host.PersonAsync($"applicant {i}", Roles.Applicant, "220104"), Answers("张试", 5 + i)));
            host.Host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(filed, await SortedAsync(host, InboxSort.Oldest));
        Assert.Equal(filed.AsEnumerable().Reverse(), await SortedAsync(host, InboxSort.Newest));
        Assert.Equal(filed, await SortedAsync(host, InboxSort.Number));
    }

    private static async Task<List<Guid>> SortedAsync(CaseHost host, InboxSort sort)
    {
        List<Guid> all = [];
        string? cursor = null;
        do
        {
            var page = (await host.UseAsync<InboxPage, Result<Page<InboxRowDto>>>(u => u.RowsAsync(Request() with { Sort = sort, Cursor = cursor }, 2, host.First, default))).Value;
            all.AddRange(page.Items.Select(i => Guid.Parse(i.CaseId)));
            cursor = page.Next;
        }
        while (cursor is not null);
        return all;
    }

    private static InboxRequest Request() => new(InboxTab.Todo, SmallPackage.Code, null, null, null, InboxClaim.Any, null, null);

    private static object Answers(string name, decimal amount) => new { name, amount, account = $"62220000{amount * 10:00000000}" };

    private static async Task<IEnumerable<Guid>> FoundAsync(CaseHost host, params string[] where) => (await ListAsync(host, where)).Value.Items.Select(i => Guid.Parse(i.Id));

    private static Task<Result<Page<CaseSummaryDto>>> ListAsync(CaseHost host, params string[] where) => host.UseAsync<CaseList, Result<Page<CaseSummaryDto>>>(u =>
        u.ListAsync(new CaseList.Request(true, null, null, null) { Service = SmallPackage.Code, Where = where }, host.First, default));

    /// <summary>The small package whose account and amount can be searched, too.</summary>
    private static Task<CaseHost> HostAsync(DatabaseKind kind)
    {
        var tree = SmallPackage.Tree();
        var folder = tree.Packages[0];
        const string form = "forms/application.json";
        var text = Encoding.UTF8.GetString(folder.Files[form].Span).Replace("\"sensitive\": true", "\"sensitive\": true, \"searchable\": \"exact\"", StringComparison.Ordinal)
            .Replace("\"max\": 1000 } }", "\"max\": 1000 }, \"approvals\": { \"searchable\": \"number\" } }", StringComparison.Ordinal);
        return CaseHost.CreateAsync(kind, new PackageTree([folder with { Files = folder.Files.SetItem(form, Encoding.UTF8.GetBytes(text)) }], tree.Shared));
    }
}
