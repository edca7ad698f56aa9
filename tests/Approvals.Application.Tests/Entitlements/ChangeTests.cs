using Approvals.Application.Cards;
using Approvals.Application.Entitlements;
using Approvals.Application.Incidents;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Entitlements;

/// <summary>A case changes what another one granted.</summary>
public sealed class ChangeTests
{
    [Theory, AllDatabases]
    public async Task SuspendAndResume_OfAGrant_CountByDaysAndKeepTheirReasons(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        await host.GrantedAsync();

        await host.CaseAsync("suspend-grant");
        Assert.Equal(CardStatus.Suspended, await StatusAsync(host));
        host.Host.Time.Advance(TimeSpan.FromDays(3));
        await host.CaseAsync("resume-grant");

        Assert.Equal(CardStatus.Valid, await StatusAsync(host));
        var suspension = await host.ReadAsync(c => c.EntitlementSuspensions.SingleAsync());
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 4)), (suspension.From, suspension.To));
        var changes = await host.ReadAsync(c => c.EntitlementChanges.OrderBy(x => x.At).ToListAsync());
        Assert.Equal([(EntitlementChange.Suspend, "why suspend"), (EntitlementChange.Resume, "why resume")], changes.Select(c => (c.Change, c.Reason)));
        Assert.Equal(
            ["entitlement.resumed", "entitlement.suspended"],
            await host.ReadAsync(c => c.AuditEntries.Where(a => a.SubjectKind == "entitlement").Select(a => a.Action).OrderBy(a => a).ToListAsync()));
    }

    [Theory, AllDatabases]
    public async Task Resume_OnTheDayOfTheSuspension_LeavesNoDayWithout(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        await host.GrantedAsync();

        await host.CaseAsync("suspend-grant");
        await host.CaseAsync("resume-grant");

        Assert.Equal(CardStatus.Valid, await StatusAsync(host));
        Assert.False(await host.ReadAsync(c => c.EntitlementSuspensions.AnyAsync()));
    }

    [Theory, AllDatabases]
    public async Task Revoke_OfAGrant_EndsItWithItsReason(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        await host.GrantedAsync();

        await host.CaseAsync("revoke-grant");

        Assert.Equal(CardStatus.Revoked, await StatusAsync(host));
        Assert.Equal("why revoke", await host.ReadAsync(c => c.Entitlements.Select(e => e.EndReason).SingleAsync()));
    }

    [Theory, AllDatabases]
    public async Task Extend_OfAGrant_MovesItsLastDay(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        await host.GrantedAsync();
        var before = await host.ReadAsync(c => c.Entitlements.Select(e => e.ValidTo).SingleAsync());

        await host.CaseAsync("extend-grant");

        var change = await host.ReadAsync(c => c.EntitlementChanges.SingleAsync());
        Assert.Equal((before, new DateOnly(2030, 1, 31)), (change.ValidToBefore, change.ValidToAfter));
        Assert.Equal(new DateOnly(2030, 1, 31), await host.ReadAsync(c => c.Entitlements.Select(e => e.ValidTo).SingleAsync()));
    }

    [Theory]
    [AllDatabases("suspend-grant", "entitlements.notHeld", false)]
    [AllDatabases("resume-grant", "entitlements.cannotResume", true)]
    public async Task Change_OfWhatIsNotThere_IsAnIncident(DatabaseKind kind, string service, string code, bool granted)
    {
        await using var host = await HostAsync(kind);
        _ = granted ? await host.GrantedAsync() : default;

        var id = await host.CaseAsync(service);

        var incident = await host.ReadAsync(c => c.Incidents.SingleAsync(i => i.CaseId == id));
        Assert.Equal((code, "change"), (incident.Code, incident.ActivityId));
        Assert.Null((await host.RowAsync(id)).FinishedAt);
    }

    [Theory, AllDatabases]
    public async Task Change_RetriedOnceItIsGranted_IsMade(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var id = await host.CaseAsync("suspend-grant");
        var incident = await host.ReadAsync(c => c.Incidents.Select(i => i.Id).SingleAsync());
        await host.GrantedAsync();
        var by = await host.PersonAsync("operator", Roles.Operator, "220000");

        var resolved = await host.UseAsync<ResolveIncident, Result<Unit>>(u => u.HandleAsync(new ResolveIncident.Request(incident, Reason: "已发放"), by, default));

        Assert.True(resolved.IsSuccess);
        Assert.Equal(CardStatus.Suspended, await StatusAsync(host));
        Assert.Equal("granted", (await host.RowAsync(id)).Result);
    }

    private static async Task<CardStatus> StatusAsync(CaseHost host)
    {
        var token = await host.ReadAsync(c => c.Entitlements.Select(e => e.VerificationToken).SingleAsync());
        return (await host.UseAsync<VerifyEntitlement, Result<VerifyEntitlement.Verified>>(u => u.HandleAsync(token, default))).Value.Status;
    }

    private static async Task<CaseHost> HostAsync(DatabaseKind kind)
    {
        var host = await CaseHost.CreateAsync(kind);
        await host.LoadAsync(Changing("suspend"), Changing("resume"), Changing("revoke"), Changing("extend"));
        return host;
    }

    private static FlowPackage Changing(string change) => FlowPackage.Begin($"{change}-grant").Step(
        "change", "Approvals.ChangeEntitlement",
        ("change", change), ("kind", "small-grant/grant"), ("validTo", "=date(\"2030-01-31\")"), ("reason", $"why {change}")).End("end", "granted").Ways("apply>change", "change>end");
}
