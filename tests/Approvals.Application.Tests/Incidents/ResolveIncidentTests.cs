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

    private static Task<Result<Unit>> ResolveAsync(CaseHost host, Guid incident, CurrentUser user) =>
        host.UseAsync<ResolveIncident, Result<Unit>>(u => u.HandleAsync(new ResolveIncident.Request(incident, Reason: "已补充人员"), user, default));
}
