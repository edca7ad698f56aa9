using System.Text;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Inbox;
using Approvals.Application.Paging;
using Approvals.Application.People;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Cases;

/// <summary>What a text finds, for whom, and when it is too common.</summary>
public sealed class SearchTests
{
    private const string Account = "6222000011112222";

    [Theory, AllDatabases]
    public async Task Search_ByNumber_FindsTheWholeNumberAndItsBeginning(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var id = await host.CaseAsync();
        var number = (await host.RowAsync(id)).Number;

        Assert.Equal([id], await FoundAsync(host, number, host.First));
        Assert.Equal([id], await FoundAsync(host, number[..8], host.First));
        Assert.Empty(await FoundAsync(host, number[..3], host.First));
        Assert.Empty(await FoundAsync(host, number[1..], host.First));
    }

    [Theory, AllDatabases]
    public async Task Search_ByTheWholeName_FindsTheCase(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var id = await host.CaseAsync();

        Assert.Equal([id], await FoundAsync(host, "张试", host.First));
        Assert.Empty(await FoundAsync(host, "张", host.First));
    }

    [Theory, AllDatabases]
    public async Task Search_ByTheApplicantsIdentifier_FindsByTheWholeNumberAlone(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var id = await host.CaseAsync();
        await IdentifyAsync(host, id, "E12345678");

        Assert.Equal([id], await FoundAsync(host, "e12345678", host.First));
        Assert.Empty(await FoundAsync(host, "E1234567", host.First));
        Assert.Empty(await FoundAsync(host, "E12345679", host.First));
    }

    [Theory, AllDatabases]
    public async Task Search_ByASensitiveAnswer_FindsByTheWholeAnswerThoughOnlyItsHashIsKept(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var id = await host.CaseAsync();

        Assert.Equal([id], await FoundAsync(host, Account, host.First));
        Assert.Empty(await FoundAsync(host, Account[..15], host.First));
        Assert.DoesNotContain(Account, await host.ReadAsync(c => c.SearchValues.Select(v => v.Value).ToListAsync()));
    }

    [Theory, AllDatabases]
    public async Task Search_OfWhoMayNotReadTheRegion_FindsNothing(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var number = (await host.RowAsync(await host.CaseAsync())).Number;
        var elsewhere = await host.PersonAsync("elsewhere", Roles.Reviewer, "220102");

        Assert.Empty(await FoundAsync(host, number, elsewhere));
        Assert.Empty(await FoundAsync(host, "张试", elsewhere));
    }

    [Theory, AllDatabases]
    public async Task Search_OfATextThatMoreThanTenThousandCasesHold_AsksForMoreOfIt(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        await HoldAsync(host, "常用", CaseMatches.Most);
        var most = await ListAsync(host, new CaseList.Request(true, null, "常用", null), host.First);

        await HoldAsync(host, "常用", 1);
        var more = await ListAsync(host, new CaseList.Request(true, null, "常用", null), host.First);
        var inbox = await host.UseAsync<InboxPage, Result<InboxDto>>(u => u.ReadAsync(
            new InboxRequest(InboxTab.Todo, null, null, null, null, InboxClaim.Any, "常用", null), host.First, default));

        Assert.True(most.IsSuccess);
        Assert.Equal(("search.narrow", "search.narrow"), (more.Error?.Code, inbox.Error?.Code));
    }

    [Theory, AllDatabases]
    public async Task Match_OfTheBeginningOfANumber_CountsTheCasesItLeadsTo(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var number = (await host.RowAsync(await host.CaseAsync())).Number;
        var match = await host.InAsync(async services =>
        {
            var found = await services.GetRequiredService<CaseMatches>().OfAsync(number[..6], default);
            return (One: await found.ExceedsAsync(1, default), None: await found.ExceedsAsync(0, default));
        });

        Assert.Equal((false, true), match);
    }

    [Theory, AllDatabases]
    public async Task Search_AmongOwnCases_IsNeverTooCommon(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var id = await host.CaseAsync();
        await HoldAsync(host, "张试", CaseMatches.Most + 1);
        var other = await host.PersonAsync("other", Roles.Applicant, "220104");

        var own = await ListAsync(host, new CaseList.Request(false, null, "张试", null), host.Applicant);
        var others = await ListAsync(host, new CaseList.Request(false, null, "张试", null), other);

        Assert.Equal([id.ToString()], own.Value.Items.Select(i => i.Id));
        Assert.Empty(others.Value.Items);
    }

    [Theory, AllDatabases]
    public async Task Inbox_OfATabSearched_HoldsTheTasksOfTheCasesFound(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var id = await host.CaseAsync();
        var todo = await InboxAsync(host, InboxTab.Todo, "张试");
        await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "approve", "click-0002");

        Assert.Equal([id.ToString()], todo);
        Assert.Empty(await InboxAsync(host, InboxTab.Todo, "张试"));
        Assert.Equal([id.ToString()], await InboxAsync(host, InboxTab.Done, "张试"));
        Assert.Empty(await InboxAsync(host, InboxTab.Done, "李试"));
    }

    [Theory, AllDatabases]
    public async Task Inbox_OfCasesCopiedAndStarted_HoldsThoseFoundAlone(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var id = await host.CaseAsync();
        await host.Host.AddAsync(new CaseCopy { CaseId = id, UserId = host.First.Id, At = host.Host.Time.GetUtcNow() });

        Assert.Equal([id.ToString()], await InboxAsync(host, InboxTab.Copied, "张试"));
        Assert.Empty(await InboxAsync(host, InboxTab.Copied, "李试"));
        Assert.Equal([id.ToString()], await InboxAsync(host, InboxTab.Started, "张试", host.Applicant));
        Assert.Empty(await InboxAsync(host, InboxTab.Started, "李试", host.Applicant));
    }

    private static Task<CaseHost> HostAsync(DatabaseKind kind)
    {
        var tree = SmallPackage.Tree();
        var folder = tree.Packages[0];
        const string form = "forms/application.json";
        var text = Encoding.UTF8.GetString(folder.Files[form].Span).Replace("\"sensitive\": true", "\"sensitive\": true, \"searchable\": \"exact\"", StringComparison.Ordinal);
        return CaseHost.CreateAsync(kind, new PackageTree([folder with { Files = folder.Files.SetItem(form, Encoding.UTF8.GetBytes(text)) }], tree.Shared));
    }

    private static async Task<IEnumerable<Guid>> FoundAsync(CaseHost host, string search, CurrentUser user) =>
        (await ListAsync(host, new CaseList.Request(true, null, search, null), user)).Value.Items.Select(i => Guid.Parse(i.Id));

    private static Task<Result<Page<CaseSummaryDto>>> ListAsync(CaseHost host, CaseList.Request request, CurrentUser user) =>
        host.UseAsync<CaseList, Result<Page<CaseSummaryDto>>>(u => u.ListAsync(request, user, default));

    private static async Task<IEnumerable<string>> InboxAsync(CaseHost host, InboxTab tab, string search, CurrentUser? reader = null) =>
        (await host.UseAsync<InboxPage, Result<InboxDto>>(u => u.ReadAsync(
            new InboxRequest(tab, null, null, null, null, InboxClaim.Any, search, null), reader ?? host.First, default))).Value.Items.Select(i => i.CaseId);

    /// <summary>The applicant of a case proves who they are.</summary>
    private static Task<bool> IdentifyAsync(CaseHost host, Guid id, string number) => host.InAsync(async services =>
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var person = await services.GetRequiredService<PersonRegister>().AddAsync(
            new PersonDetails("张试") { IdentifierKind = "passport-foreign", IdentifierNumber = number }, services.GetRequiredService<TimeProvider>().GetUtcNow(), CancellationToken.None);
        await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        return await context.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(r => r.ApplicantPersonId, person.Id)) == 1;
    });

    /// <summary>Lets so many cases more hold a text.</summary>
    private static Task<bool> HoldAsync(CaseHost host, string text, int count) => host.InAsync(async services =>
    {
        var (context, ids) = (services.GetRequiredService<ApprovalsDbContext>(), services.GetRequiredService<IIdSource>());
        context.SearchValues.AddRange(Enumerable.Range(0, count).Select(_ => new SearchValue
        {
            CaseId = ids.Next(), ServiceCode = SmallPackage.Code, Field = "application.name", Value = text, RegionPath = "/220000/", State = "UnderReview",
        }));
        return await context.SaveChangesAsync() == count;
    });
}
