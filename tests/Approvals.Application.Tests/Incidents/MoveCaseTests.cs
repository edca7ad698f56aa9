using Approvals.Application.Batches;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Incidents;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Incidents;

/// <summary>An operator mends a flood, leaves a step, moves a case: within the own region, with a reason, and shown before.</summary>
public sealed class MoveCaseTests
{
    [Theory, AllDatabases]
    public async Task Kinds_OfAFlood_AreOneEntryWithACount_AndAllTryAgainInABatch(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await StoppedAsync(host);
        var operatorUser = await host.PersonAsync("operator", Roles.Operator, "220000");
        var group = Assert.Single((await ListAsync(host, operatorUser)).Value);
        Assert.Equal((1, "review"), (group.Count, group.Activity));
        await host.PersonAsync("newcomer", Roles.Reviewer, "220104");

        var batch = await host.UseAsync<RetryIncidents, Result<Guid>>(u => u.HandleAsync(
            new RetryIncidents.Request(new IncidentList.Kind(Guid.Parse(group.Version), group.Activity, group.Code), "已补充人员", "click-0001"), operatorUser, default));
        await host.UseAsync<Pump<CaseBatchItem>, int>(p => p.DrainAsync(CancellationToken.None));

        Assert.Null(batch.Error?.Code);
        Assert.Equal("review", Assert.Single(await host.TasksAsync(id)).ActivityId);
        Assert.Empty((await ListAsync(host, operatorUser)).Value);
    }

    [Fact]
    public async Task Kinds_OfAnotherRegion_AreNotShownNorMended()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        await StoppedAsync(host);
        var far = await host.PersonAsync("far-operator", Roles.Operator, "220600");
        var incident = await host.ReadAsync(c => c.Incidents.Select(i => i.Id).SingleAsync());

        Assert.Empty((await ListAsync(host, far)).Value);
        Assert.Equal(ErrorKind.NotFound, (await ResolveAsync(host, far, incident, null, "x")).Error?.Kind);
    }

    [Theory, AllDatabases]
    public async Task Skip_WithAReason_LeavesTheStepByTheOutcome(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(
            kind, change: flow => flow.Replace("\"state\": \"UnderReview\"", "\"state\": \"UnderReview\", \"onSkip\": \"TimedOut\"", StringComparison.Ordinal));
        var id = await StoppedAsync(host);
        var operatorUser = await host.PersonAsync("operator", Roles.Operator, "220000");
        var incident = await host.ReadAsync(c => c.Incidents.Select(i => i.Id).SingleAsync());

        Assert.Equal("incidents.needsReason", (await ResolveAsync(host, operatorUser, incident, "TimedOut", " ")).Error?.Code);
        Assert.Equal("incidents.unknownOutcome", (await ResolveAsync(host, operatorUser, incident, "Approved", "无人可办")).Error?.Code);
        Assert.Null((await ResolveAsync(host, operatorUser, incident, "TimedOut", "无人可办")).Error?.Code);

        Assert.Equal("terminated", (await host.RowAsync(id)).Result);
        Assert.Equal(1, await host.ReadAsync(c => c.AuditEntries.CountAsync(a => a.Action == "incident.skipped" && a.CaseId == id)));
    }

    [Fact]
    public async Task Skip_OfAStepThatPeopleDecide_IsRefusedWhereItsDefinitionNamesNoWay()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        await StoppedAsync(host);
        var operatorUser = await host.PersonAsync("operator", Roles.Operator, "220000");
        var incident = await host.ReadAsync(c => c.Incidents.Select(i => i.Id).SingleAsync());

        Assert.Equal("incidents.skipDecides", (await ResolveAsync(host, operatorUser, incident, "Approved", "无人可办")).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Move_BackToTheApplication_IsShownFirstAndThenDone(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var operatorUser = await host.PersonAsync("operator", Roles.Operator, "220000");
        var places = (await UseAsync(host, u => u.ReadAsync(id, operatorUser, default))).Value;
        var place = Assert.Single(places.Places);
        Assert.Contains(place.Targets, t => t.Value == "apply");
        Assert.DoesNotContain(place.Targets, t => t.Value is "granted" or "grant");
        var move = new MoveCase.Move(id, places.Etag, place.Execution, "apply");

        var preview = (await UseAsync(host, u => u.PreviewAsync(move, operatorUser, default))).Value;
        Assert.Equal(("审核", "申请", true), (Assert.Single(preview.Closes).Name, Assert.Single(preview.Opens).Name, preview.CanEnd));
        Assert.Equal("review", Assert.Single(await host.TasksAsync(id)).ActivityId);

        var done = await UseAsync(host, u => u.HandleAsync(new MoveCase.Request(move, "材料须重报", "click-0001"), operatorUser, default));
        var again = await UseAsync(host, u => u.HandleAsync(new MoveCase.Request(move, "材料须重报", "click-0001"), operatorUser, default));
        var stale = await UseAsync(host, u => u.HandleAsync(new MoveCase.Request(move, "材料须重报", "click-0002"), operatorUser, default));

        Assert.Equal((null, null, "rights.stale"), (done.Error?.Code, again.Error?.Code, stale.Error?.Code));
        Assert.Equal("apply", Assert.Single(await host.TasksAsync(id)).ActivityId);
        Assert.Equal("Moved", await host.ReadAsync(c => c.TaskItems.Where(t => t.CaseId == id && t.ActivityId == "review").Select(t => t.Outcome).SingleAsync()));
        Assert.Equal(1, await host.ReadAsync(c => c.CaseEvents.CountAsync(e => e.CaseId == id && e.Type == "MovedByAdministrator")));
    }

    [Fact]
    public async Task Move_ByAnybodyElse_IsRefused()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var id = await host.CaseAsync();
        var far = await host.PersonAsync("far-operator", Roles.Operator, "220600");

        Assert.Equal(ErrorKind.Forbidden, (await UseAsync(host, u => u.ReadAsync(id, host.First, default))).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await UseAsync(host, u => u.ReadAsync(id, far, default))).Error?.Kind);
    }

    private static async Task<Guid> StoppedAsync(CaseHost host)
    {
        await host.ReadAsync(c => c.RoleAssignments.Where(a => a.Role == Roles.Reviewer).ExecuteDeleteAsync());
        return await host.CaseAsync();
    }

    private static Task<Result<IReadOnlyList<IncidentGroupDto>>> ListAsync(CaseHost host, CurrentUser user) =>
        host.UseAsync<IncidentList, Result<IReadOnlyList<IncidentGroupDto>>>(u => u.KindsAsync(user, default));

    private static Task<Result<Unit>> ResolveAsync(CaseHost host, CurrentUser user, Guid incident, string? outcome, string? reason) =>
        host.UseAsync<ResolveIncident, Result<Unit>>(u => u.HandleAsync(new ResolveIncident.Request(incident, outcome, reason), user, default));

    private static Task<T> UseAsync<T>(CaseHost host, Func<MoveCase, Task<T>> use) => host.InAsync(s => use(ActivatorUtilities.CreateInstance<MoveCase>(
        s, ActivatorUtilities.CreateInstance<Offices>(s), ActivatorUtilities.CreateInstance<Limits.DueBadge>(s))));
}
