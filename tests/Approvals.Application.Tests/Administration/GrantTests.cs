using Approvals.Application.Administration;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Administration;

/// <summary>Roles are given and taken with days and reasons, never by oneself, and an administrator of each kind remains.</summary>
public sealed class GrantTests
{
    [Theory, AllDatabases]
    public async Task Grant_FromADayToADay_HoldsOnTheseDaysOnly(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var security = await host.PersonAsync("security", Roles.SecurityAdmin, "220000");
        var today = DateOnly.FromDateTime(host.Host.Time.GetUtcNow().AddHours(8).DateTime);

        var given = await GiveAsync(host, security, Wanted(host.First, Roles.Approver) with { From = today.AddDays(2), To = today.AddDays(3) });

        Assert.Equal((GrantState.Coming, "任命"), (given.Value.State, given.Value.Reason));
        bool[] held = new bool[5];
        for (var day = 0; day < 5; day++)
        {
            held[day] = (await HeldAsync(host, host.First)).Contains(Roles.Approver);
            host.Host.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([false, false, true, true, false], held);
        var shown = await host.UseAsync<GrantList, Result<IReadOnlyList<GrantDto>>>(l => l.ReadAsync(host.First.Id, security, default));
        Assert.Equal(GrantState.Ended, shown.Value.Single(g => g.Role == Roles.Approver).State);
    }

    [Theory, AllDatabases]
    public async Task Grant_OfAnAdministratorsRoleThatWouldMeetAWorkingOneLater_IsRefused(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var security = await host.PersonAsync("security", Roles.SecurityAdmin, "220000");
        var person = await host.PersonAsync("person", Roles.Applicant, "220104");
        var today = DateOnly.FromDateTime(host.Host.Time.GetUtcNow().AddHours(8).DateTime);
        Assert.True((await GiveAsync(host, security, Wanted(person, Roles.Reviewer) with { From = today.AddDays(10) })).IsSuccess);

        Assert.Equal("rights.separation", (await GiveAsync(host, security, Wanted(person, Roles.SystemAdmin))).Error?.Code);
        Assert.True((await GiveAsync(host, security, Wanted(person, Roles.SystemAdmin) with { To = today.AddDays(9) })).IsSuccess);
    }

    [Theory, AllDatabases]
    public async Task Grant_ToOneselfOrByWhoGivesNone_IsRefused_AndNothingIsWritten(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var security = await host.PersonAsync("security", Roles.SecurityAdmin, "220000");

        Assert.Equal("rights.ownRoles", (await GiveAsync(host, security, Wanted(security, Roles.Auditor))).Error?.Code);
        Assert.Equal("rights.forbidden", (await GiveAsync(host, host.First, Wanted(host.Second, Roles.Lead))).Error?.Code);
        Assert.Equal("rights.endsBeforeItStarts", (await GiveAsync(host, security, Wanted(host.First, Roles.Lead) with { To = new DateOnly(2020, 1, 1) })).Error?.Code);
        Assert.Equal("rights.startsInThePast", (await GiveAsync(host, security, Wanted(host.First, Roles.Lead) with { From = new DateOnly(2020, 1, 1) })).Error?.Code);
        Assert.Equal(0, await host.ReadAsync(c => c.AuditEntries.CountAsync(e => e.Action == "roles.granted")));
    }

    [Theory, AllDatabases]
    public async Task End_OfTheLastAdministratorOfAKind_IsRefused_UntilThereIsAnother(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var security = await host.PersonAsync("security", Roles.SecurityAdmin, "220000");
        var only = await host.PersonAsync("system", Roles.SystemAdmin, "220000");

        Assert.Equal("rights.lastAdministrator", (await EndAsync(host, security, only)).Error?.Code);
        Assert.Contains(Roles.SystemAdmin, await HeldAsync(host, only));

        await host.PersonAsync("other", Roles.SystemAdmin, "220000");
        Assert.True((await EndAsync(host, security, only)).IsSuccess);
        Assert.DoesNotContain(Roles.SystemAdmin, await HeldAsync(host, only));
        var row = await host.ReadAsync(c => c.RoleAssignments.AsNoTracking().SingleAsync(a => a.UserId == only.Id));
        Assert.Equal((security.Id, "离岗"), (row.EndedByUserId, row.EndReason));
    }

    [Theory, AllDatabases]
    public async Task End_ByTwoAdministratorsOfEachOther_AtOnce_LeavesOne(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (one, other) = (await host.PersonAsync("one", Roles.SecurityAdmin, "220000"), await host.PersonAsync("other", Roles.SecurityAdmin, "220000"));

        var ended = await Task.WhenAll(EndAsync(host, one, other), EndAsync(host, other, one));

        Assert.Single(ended, e => e.IsSuccess);
        Assert.Single(await host.ReadAsync(c => c.RoleAssignments.AsNoTracking().Where(a => a.Role == Roles.SecurityAdmin && a.ValidTo == null).ToListAsync()));
    }

    private static AssignRole.Request Wanted(CurrentUser person, string role) => new(person.Id, role, "220104", null, null, "任命");

    private static Task<Result<GrantDto>> GiveAsync(CaseHost host, CurrentUser by, AssignRole.Request request) =>
        host.UseAsync<AssignRole, Result<GrantDto>>(u => u.HandleAsync(request, by, default));

    private static async Task<Result<Unit>> EndAsync(CaseHost host, CurrentUser by, CurrentUser person)
    {
        var assignment = person.Roles[0].Assignment!.Value;
        return await host.UseAsync<EndRole, Result<Unit>>(u => u.HandleAsync(new EndRole.Request(person.Id, assignment, "离岗"), by, default));
    }

    private static async Task<string[]> HeldAsync(CaseHost host, CurrentUser person) =>
        [.. (await host.ReadAsync(c => RoleGrants.OfAsync(c, person.Id, host.Host.Time.GetUtcNow(), default))).Select(r => r.Role)];
}
