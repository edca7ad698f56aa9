using Approvals.Application.Cards;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Renewals;

/// <summary>What is granted for a time: invitation, timely application, silence, end, and what ends with it.</summary>
public sealed class RenewalTests
{
    private const string Opens = "renewals.news.opens", Lapsed = "renewals.news.lapsed", Because = "renewals.news.lapsedBecause", Overdue = "renewals.news.overdue";

    [Theory, AllDatabases]
    public async Task Holder_IsInvitedOnTheDayTheWindowOpens_AndOnce(DatabaseKind kind)
    {
        await using var host = await RenewalHost.CreateAsync(kind);
        await host.GrantedAsync();

        host.GoTo(new DateOnly(2026, 11, 30));
        await host.NightAsync();
        Assert.Equal(0, await host.NewsAsync(Opens));
        host.GoTo(new DateOnly(2026, 12, 1));
        await host.NightAsync();
        host.GoTo(new DateOnly(2026, 12, 2));
        await host.NightAsync();

        var news = await host.ReadAsync(c => c.Notifications.SingleAsync(n => n.Template == Opens));
        Assert.Equal(host.Applicant.Id, news.UserId);
        var page = await host.UseAsync<News.NewsList, Result<News.NewsPageDto>>(u => u.ReadAsync(true, null, host.Applicant, default));
        Assert.Contains("补助凭证将于 2027-03-01 到期，现在可以申请续期，请在 2027-01-30 前提交", page.Value.Items.Select(i => i.Text));
    }

    [Theory, AllDatabases]
    public async Task Application_InTime_KeepsItValidUntilItIsDecided_AndTheLeadsAreToldOnce(DatabaseKind kind)
    {
        await using var host = await RenewalHost.CreateAsync(kind);
        await host.GrantedAsync();
        var lead = await host.PersonAsync("lead", Roles.Lead, "220104");
        host.GoTo(new DateOnly(2027, 1, 30));
        var renewal = await host.CaseAsync();

        host.GoTo(RenewalHost.Last.AddDays(1));
        await host.NightAsync();
        host.GoTo(RenewalHost.Last.AddDays(2));
        await host.NightAsync();

        Assert.Equal((CardStatus.Valid, 0), (await host.StatusAsync(RenewalHost.Last.AddDays(2)), await host.NewsAsync(Lapsed)));
        Assert.Equal(lead.Id, (await host.ReadAsync(c => c.Notifications.SingleAsync(n => n.Template == Overdue))).UserId);

        host.GoTo(new DateOnly(2027, 3, 10));
        Assert.True((await host.DecideAsync((await host.TasksAsync(renewal))[0], host.First, "reject", "click-0002")).IsSuccess);
        await host.NightAsync();
        Assert.Equal((CardStatus.Valid, 0), (await host.StatusAsync(new DateOnly(2027, 3, 10)), await host.NewsAsync(Lapsed)));
        host.GoTo(new DateOnly(2027, 3, 11));
        await host.NightAsync();
        host.GoTo(new DateOnly(2027, 3, 12));
        await host.NightAsync();

        Assert.Equal((CardStatus.Expired, 1), (await host.StatusAsync(new DateOnly(2027, 3, 11)), await host.NewsAsync(Lapsed)));
    }

    [Theory]
    [AllDatabases("staysValid", "2027-01-31")]
    [AllDatabases("staysValid", "2026-11-30")]
    [AllDatabases("none", "2027-01-15")]
    public async Task Application_TooLateTooEarlyOrWhereItDoesNotCount_LetsItLapseOnItsLastDay(DatabaseKind kind, string silence, string on)
    {
        await using var host = await RenewalHost.CreateAsync(kind, silence);
        await host.GrantedAsync();
        host.GoTo(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture));
        await host.CaseAsync();

        host.GoTo(RenewalHost.Last);
        await host.NightAsync();
        Assert.Equal((CardStatus.Valid, 0), (await host.StatusAsync(RenewalHost.Last), await host.NewsAsync(Lapsed)));
        host.GoTo(RenewalHost.Last.AddDays(1));
        await host.NightAsync();

        Assert.Equal((CardStatus.Expired, 1), (await host.StatusAsync(RenewalHost.Last.AddDays(1)), await host.NewsAsync(Lapsed)));
    }

    [Theory, AllDatabases]
    public async Task Silence_OnALicence_RenewsItForAsLongAgain(DatabaseKind kind)
    {
        await using var host = await RenewalHost.CreateAsync(kind, "renews");
        await host.GrantedAsync();
        host.GoTo(new DateOnly(2027, 1, 15));
        await host.CaseAsync();
        host.GoTo(RenewalHost.Last.AddDays(1));

        await host.NightAsync();
        await host.NightAsync();

        Assert.Equal(new DateOnly(2028, 3, 1), (await host.GrantAsync()).ValidTo);
        var change = await host.ReadAsync(c => c.EntitlementChanges.SingleAsync());
        Assert.Equal((RenewalHost.Last, new DateOnly(2028, 3, 1)), (change.ValidToBefore, change.ValidToAfter));
        Assert.Equal((0, 1), (await host.NewsAsync(Lapsed), await host.NewsAsync("renewals.news.renewed")));
    }

    [Theory, AllDatabases]
    public async Task Dependant_EndsWithWhatItHangsOn_AndItsHolderIsTold(DatabaseKind kind)
    {
        await using var host = await RenewalHost.CreateAsync(kind);
        await host.GrantedAsync();
        var lease = await host.LeaseAsync(new DateOnly(2028, 6, 30));

        host.GoTo(RenewalHost.Last.AddDays(1));
        await host.NightAsync();
        await host.NightAsync();

        var row = await host.ReadAsync(c => c.Entitlements.AsNoTracking().SingleAsync(e => e.Id == lease));
        Assert.Equal((RenewalHost.Last, true), (row.ValidTo, row.EndReason!.Contains("补助凭证", StringComparison.Ordinal)));
        Assert.Equal((1, 1), (await host.NewsAsync(Lapsed), await host.NewsAsync(Because)));
    }

    [Theory, AllDatabases]
    public async Task Dependant_WhoseHolderWasGrantedAnew_StaysAsItIs(DatabaseKind kind)
    {
        await using var host = await RenewalHost.CreateAsync(kind);
        await host.GrantedAsync();
        var lease = await host.LeaseAsync(new DateOnly(2028, 6, 30));
        host.GoTo(new DateOnly(2027, 1, 15));
        await host.GrantedAsync();

        host.GoTo(RenewalHost.Last.AddDays(1));
        await host.NightAsync();

        Assert.Equal(new DateOnly(2028, 6, 30), await host.ReadAsync(c => c.Entitlements.Where(e => e.Id == lease).Select(e => e.ValidTo).SingleAsync()));
        Assert.Equal((1, 0), (await host.NewsAsync(Lapsed), await host.NewsAsync(Because)));
    }

    [Theory, AllDatabases]
    public async Task Relatives_OfAHolderWhoseGrantLapsed_EndWithItAndAreToldOnce(DatabaseKind kind)
    {
        await using var host = await RenewalHost.CreateAsync(kind);
        await host.GrantedAsync();
        var grant = await host.GrantAsync();
        await host.Host.AddAsync(new FamilyRelation
        {
            Id = Guid.NewGuid(), PersonId = grant.PersonId, RelativePersonId = grant.PersonId, Kind = "spouse", RegisteredAt = grant.GrantedAt, CaseId = grant.CaseId,
        });

        host.GoTo(RenewalHost.Last);
        await host.NightAsync();
        Assert.Null(await EndAsync());
        host.GoTo(RenewalHost.Last.AddDays(1));
        await host.NightAsync();
        await host.NightAsync();

        Assert.NotNull(await EndAsync());
        Assert.Equal(1, await host.NewsAsync("renewals.news.relativesEnded"));

        Task<DateTimeOffset?> EndAsync() => host.ReadAsync(c => c.FamilyRelations.Select(r => r.EndedAt).SingleAsync());
    }

    [Theory, AllDatabases]
    public async Task Dependant_OfWhatIsRevoked_EndsInTheSameMoment(DatabaseKind kind)
    {
        await using var host = await RenewalHost.CreateAsync(kind);
        await host.LoadAsync(FlowPackage.Begin("revoke-grant").Step(
            "change", "Approvals.ChangeEntitlement", ("change", "revoke"), ("kind", "small-grant/grant"), ("reason", "弄虚作假")).End("end", "granted").Ways("apply>change", "change>end"),
            FlowPackage.Begin("homes").End("end", "granted").Ways("apply>end"));
        await host.GrantedAsync();
        var lease = await host.LeaseAsync(new DateOnly(2028, 6, 30), await host.CaseAsync("homes"));
        host.GoTo(new DateOnly(2026, 6, 1));

        await host.CaseAsync("revoke-grant");

        var row = await host.ReadAsync(c => c.Entitlements.AsNoTracking().SingleAsync(e => e.Id == lease));
        Assert.Equal((new DateOnly(2026, 5, 31), "弄虚作假"), (row.ValidTo, row.EndReason));
        await host.NightAsync();
        Assert.Equal((0, 1), (await host.NewsAsync(Lapsed), await host.NewsAsync(Because)));
    }

    [Theory]
    [InlineData("2028-02-29", "2027-12-01", "2028-01-30")]
    [InlineData("2027-01-15", "2026-10-17", "2026-12-16")]
    [InlineData("2024-03-01", "2023-12-02", "2024-01-31")]
    public void Window_OverYearEndsAndLeapDays_IsCountedInDays(string last, string opens, string due)
    {
        var window = new Domain.Packages.RenewalWindow(90, 30, null, Domain.Packages.Silence.StaysValid);
        var kind = new Application.Renewals.RenewableKind("s/k", null!, null!, window);

        Assert.Equal((Day(opens), Day(due)), (kind.Opens(Day(last)), kind.Due(Day(last))));
        Assert.True(kind.IsTimely(Day(last), Day(due)));
        Assert.False(kind.IsTimely(Day(last), Day(due).AddDays(1)));
        Assert.False(kind.IsTimely(Day(last), Day(opens).AddDays(-1)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
