using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Cases;

/// <summary>The newest cases of a reader's regions, whether these hold many of all cases or few.</summary>
public sealed class ReadableCasesTests
{
    [Theory, AllDatabases]
    public async Task List_OfAReaderOfFewAmongManyCases_HoldsTheirsNewestFirstPageByPage(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var filed = await host.CaseAsync();
        var mine = await CopiesAsync(host, filed, "/220000/220100/220104/", 25);
        await CopiesAsync(host, filed, "/220000/220100/220102/", 520);

        var first = await ListAsync(host, host.First, null, null);
        var second = await ListAsync(host, host.First, null, first.Next);

        Assert.Equal(mine.Reverse().Append(filed).Select(i => i.ToString()), first.Items.Concat(second.Items).Select(i => i.Id));
        Assert.Null(second.Next);
    }

    [Theory, AllDatabases]
    public async Task List_OfFinishedCases_LeavesOutThoseThatRun(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var running = await host.CaseAsync();
        var ended = Assert.Single(await CopiesAsync(host, running, "/220000/220100/220104/", 1, finished: true));

        var finished = await ListAsync(host, host.First, true, null);
        var open = await ListAsync(host, host.First, false, null);

        Assert.Equal((ended.ToString(), running.ToString()), (Assert.Single(finished.Items).Id, Assert.Single(open.Items).Id));
    }

    [Theory, AllDatabases]
    public async Task List_OfAnAdministratorWhoReviews_IsEmpty(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await host.CaseAsync();
        var both = host.First with { Roles = [.. host.First.Roles, new RoleGrant(Roles.SystemAdmin, "220000", "/220000/")] };

        Assert.NotEmpty((await ListAsync(host, host.First, null, null)).Items);
        Assert.Empty((await ListAsync(host, both, null, null)).Items);
    }

    private static async Task<Page<CaseSummaryDto>> ListAsync(CaseHost host, CurrentUser user, bool? finished, string? cursor) =>
        (await host.UseAsync<CaseList, Result<Page<CaseSummaryDto>>>(u => u.ListAsync(new CaseList.Request(true, finished, null, cursor), user, default))).Value;

    /// <summary>Cases like another at a region, oldest first.</summary>
    private static Task<Guid[]> CopiesAsync(CaseHost host, Guid of, string region, int count, bool finished = false) => host.InAsync(async services =>
    {
        var (context, ids) = (services.GetRequiredService<ApprovalsDbContext>(), services.GetRequiredService<IIdSource>());
        var row = await context.Cases.AsNoTracking().SingleAsync(c => c.Id == of);
        var state = await context.CaseStates.AsNoTracking().SingleAsync(s => s.CaseId == of);
        Guid[] made = [.. Enumerable.Range(0, count).Select(_ => ids.Next())];
        foreach (var id in made)
        {
            context.Cases.Add(new Case
            {
                Id = id, Number = $"COPY{id:N}", ServiceCode = row.ServiceCode, ServiceName = row.ServiceName, ServiceVersionId = row.ServiceVersionId,
                ApplicantPersonId = row.ApplicantPersonId, ApplicantMaskedName = row.ApplicantMaskedName, FiledByUserId = row.FiledByUserId, FiledBy = row.FiledBy,
                RegionCode = row.RegionCode, RegionPath = region, KeyId = row.KeyId, State = row.State, SubmittedAt = row.SubmittedAt,
                FinishedAt = finished ? row.SubmittedAt : null,
            });
            context.CaseStates.Add(new CaseState { CaseId = id, State = state.State });
        }

        await context.SaveChangesAsync();
        return made;
    });
}
