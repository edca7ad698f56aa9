using Approvals.Application.Incidents;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Incidents;

public sealed class ResolveIncidentTests
{
    [Theory, AllDatabases]
    public async Task Retry_AfterSomebodyCanAct_OpensTheTask(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await host.ReadAsync(c => c.RoleAssignments.Where(a => a.Role == Roles.Reviewer).ExecuteDeleteAsync());
        var id = await host.CaseAsync();
        var incident = await host.ReadAsync(c => c.Incidents.AsNoTracking().SingleAsync(i => i.CaseId == id));
        var operatorUser = await host.PersonAsync("operator", Roles.Operator, "220000");
        await host.PersonAsync("newcomer", Roles.Reviewer, "220104");

        var resolved = await ResolveAsync(host, incident.Id, operatorUser);

        Assert.Null(resolved.Error?.Code);
        Assert.Equal("review", Assert.Single(await host.TasksAsync(id)).ActivityId);
        Assert.NotNull(await host.ReadAsync(c => c.Incidents.Where(i => i.Id == incident.Id).Select(i => i.ResolvedAt).SingleAsync()));
    }

    [Theory, AllDatabases]
    public async Task Retry_ByAReviewer_IsForbidden(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);

        var resolved = await ResolveAsync(host, Guid.NewGuid(), host.First);

        Assert.Equal(ErrorKind.Forbidden, resolved.Error?.Kind);
    }

    [Theory, AllDatabases]
    public async Task Skip_OfAReview_ByADecisionOrAnythingElse_IsRefused(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (id, incident, operatorUser) = await StoppedAsync(host);

        foreach (var outcome in new[] { "Approved", "Rejected", "TimedOut", "Nowhere" })
        {
            Assert.Equal("incidents.skipDecides", (await SkipAsync(host, incident, operatorUser, outcome)).Error?.Code);
        }

        Assert.Equal(1, await host.ReadAsync(c => c.Incidents.CountAsync(i => i.CaseId == id && i.ResolvedAt == null)));
    }

    [Theory, AllDatabases]
    public async Task Skip_OfAReview_ByTheOutcomeItsDefinitionNames_LeavesItOnce(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, change: flow => flow.Replace("""
            "en": "Review" }, "state": "UnderReview"
            """.Trim(), """
            "en": "Review" }, "state": "UnderReview", "onSkip": "TimedOut"
            """.Trim(), StringComparison.Ordinal));
        var (id, incident, operatorUser) = await StoppedAsync(host);

        var decided = await SkipAsync(host, incident, operatorUser, "Approved");
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => SkipAsync(host, incident, operatorUser, "TimedOut"))));

        Assert.Equal("incidents.unknownOutcome", decided.Error?.Code);
        Assert.Single(both, r => r.IsSuccess);
        Assert.Single(both, r => r.Error?.Kind == ErrorKind.Conflict);
        Assert.Equal("terminated", (await host.RowAsync(id)).Result);
    }

    private static async Task<(Guid Case, Guid Incident, CurrentUser Operator)> StoppedAsync(CaseHost host)
    {
        await host.ReadAsync(c => c.RoleAssignments.Where(a => a.Role == Roles.Reviewer).ExecuteDeleteAsync());
        var id = await host.CaseAsync();
        return (id, await host.ReadAsync(c => c.Incidents.Where(i => i.CaseId == id).Select(i => i.Id).SingleAsync()), await host.PersonAsync("operator", Roles.Operator, "220000"));
    }

    private static Task<Result<Unit>> SkipAsync(CaseHost host, Guid incident, CurrentUser user, string outcome) =>
        host.UseAsync<ResolveIncident, Result<Unit>>(u => u.HandleAsync(new ResolveIncident.Request(incident, outcome, "无人可办"), user, default));

    private static Task<Result<Unit>> ResolveAsync(CaseHost host, Guid incident, CurrentUser user) =>
        host.UseAsync<ResolveIncident, Result<Unit>>(u => u.HandleAsync(new ResolveIncident.Request(incident, Reason: "已补充人员"), user, default));
}
