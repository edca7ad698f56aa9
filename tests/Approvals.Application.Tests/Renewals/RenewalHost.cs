using System.Text;
using Approvals.Application.Cards;
using Approvals.Application.Entitlements;
using Approvals.Application.Jobs;
using Approvals.Application.Policies;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Renewals;

/// <summary>The small grant, valid for a year, renewed from 90 days before its end and in time until 30 days before; a lease hangs on it.</summary>
internal static class RenewalHost
{
    /// <summary>The first day of the grant.</summary>
    public static readonly DateOnly Granted = new(2026, 3, 2);

    /// <summary>The last day of the grant.</summary>
    public static readonly DateOnly Last = new(2027, 3, 1);

    public static Task<CaseHost> CreateAsync(DatabaseKind kind, string silence = "staysValid")
    {
        var folder = SmallPackage.Tree().Packages[0];
        const string Validity = "\"validity\": { \"years\": 1 }";
        var renewal = $$"""{{Validity}}, "renewal": { "opensDaysBefore": 90, "dueDaysBefore": 30, "silence": "{{silence}}" }""";
        const string Lease = """{ "kind": "lease", "name": { "zh-CN": "租约", "en": "Lease" }, "dependsOn": ["grant"] }""";
        var text = Encoding.UTF8.GetString(folder.Files["service.json"].Span)
            .Replace($"{Validity} }}", $"{renewal} }}, {Lease}", StringComparison.Ordinal)
            .Replace("\"entitlements\"", "\"relativesDependOn\": [\"grant\"], \"entitlements\"", StringComparison.Ordinal);
        return CaseHost.CreateAsync(
            kind, new PackageTree([folder with { Files = folder.Files.SetItem("service.json", Encoding.UTF8.GetBytes(text)) }], SmallPackage.Tree().Shared));
    }

    /// <summary>Moves the clock to the morning of a day.</summary>
    public static void GoTo(this CaseHost host, DateOnly day) =>
        host.Host.Time.Advance(new DateTimeOffset(day.Year, day.Month, day.Day, 9, 0, 0, TimeSpan.FromHours(8)) - host.Host.Time.GetUtcNow());

    public static async Task NightAsync(this CaseHost host)
    {
        foreach (var job in new[] { "renewals.silence", "entitlements.announceLapse", "renewals.invite" })
        {
            Assert.True(await host.UseAsync<JobRunner, bool>(r => r.RunAsync(job, host.Host.Time.GetUtcNow(), default)));
            host.Host.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>News of a template, the number of lines by account.</summary>
    public static Task<int> NewsAsync(this CaseHost host, string template) => host.ReadAsync(c => c.Notifications.CountAsync(n => n.Template == template));

    public static Task<Entitlement> GrantAsync(this CaseHost host) =>
        host.ReadAsync(c => c.Entitlements.AsNoTracking().Include(e => e.Suspensions).OrderBy(e => e.GrantedAt).FirstAsync(e => e.Kind == "small-grant/grant"));

    public static async Task<CardStatus> StatusAsync(this CaseHost host, DateOnly day) => Validity.On(await host.GrantAsync(), day);

    /// <summary>A lease of the same person that hangs on the grant.</summary>
    public static async Task<Guid> LeaseAsync(this CaseHost host, DateOnly to, Guid? by = null)
    {
        var grant = await host.GrantAsync();
        var id = Guid.NewGuid();
        await host.Host.AddAsync(new Entitlement
        {
            Id = id, CaseId = by ?? grant.CaseId, CaseNumber = grant.CaseNumber, ServiceCode = grant.ServiceCode, Kind = "small-grant/lease", KindName = new("租约", "Lease"),
            PersonId = grant.PersonId, HolderMaskedName = grant.HolderMaskedName, Number = $"L{id:N}", ValidFrom = Granted, ValidTo = to,
            VerificationToken = $"{id:N}", RegionCode = grant.RegionCode, RegionPath = grant.RegionPath, GrantedAt = grant.GrantedAt.AddMinutes(1),
        });
        return id;
    }
}
