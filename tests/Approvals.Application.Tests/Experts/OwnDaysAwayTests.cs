using Approvals.Application.Database;
using Approvals.Application.Experts;
using Approvals.Application.Rights;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Experts;

/// <summary>An expert's own days away: who enters them, what becomes of the days before, and what they do to a draw.</summary>
public sealed class OwnDaysAwayTests
{
    private static readonly DateOnly Today = new(2026, 3, 11);
    private static readonly DaysAwayDto Over = new(new(2026, 3, 2), new(2026, 3, 6));
    private static readonly DaysAwayDto UnderWay = new(new(2026, 3, 9), new(2026, 3, 13));
    private static readonly DaysAwayDto Coming = new(new(2026, 3, 20), new(2026, 3, 21));

    [Fact]
    public void Decide_SpellUnderWayNotWantedAnyMore_EndsItYesterdayAndKeepsWhatIsOver() =>
        Assert.Equal([Over, UnderWay with { To = new(2026, 3, 10) }, Coming], OwnDaysAway.Decide([Over, UnderWay], [Coming], Today).Value);

    [Fact]
    public void Decide_SpellUnderWayStillWanted_StaysAsItIs() =>
        Assert.Equal([Over, UnderWay], OwnDaysAway.Decide([Over, UnderWay], [UnderWay], Today).Value);

    [Fact]
    public void Decide_ComingSpellNotWantedAnyMore_IsGone() => Assert.Empty(OwnDaysAway.Decide([Coming], [], Today).Value);

    [Theory]
    [InlineData("2026-03-10", "2026-03-12", "experts.awayPast")]
    [InlineData("2026-03-12", "2026-03-11", "experts.away")]
    [InlineData("2026-03-12", "2028-03-13", "experts.away")]
    public void Decide_NewSpellInThePastTurnedRoundOrTooLong_IsRefused(string from, string to, string code)
    {
        var refused = OwnDaysAway.Decide([UnderWay], [new(DateOnly.Parse(from, null), DateOnly.Parse(to, null))], Today);

        Assert.Equal((code, "away"), (refused.Error!.Code, Assert.Single(refused.Error.Fields).Path));
    }

    [Theory, AllDatabases]
    public async Task Days_EnteredByTheExpert_KeepThemOutOfTheDraw_AndAreAudited(DatabaseKind kind)
    {
        await using var office = await PanelOffice.CreateAsync(kind, "away", "free");
        var today = (await office.CaseAsync(), DateOnly.FromDateTime(office.Host.Host.Time.GetUtcNow().AddHours(8).UtcDateTime)).Item2;

        var changed = await ChangeAsync(office, "away", new DaysAwayDto(today, today.AddDays(3)));

        Assert.Equal(new DaysAwayDto(today, today.AddDays(3)), Assert.Single(changed.Value.Away));
        var entry = await office.Host.ReadAsync(c => c.AuditEntries.AsNoTracking().SingleAsync(e => e.Action == "experts.away"));
        Assert.Equal(office.Experts["away"].Id, entry.ActorUserId);
        Assert.Contains($"{today:yyyy-MM-dd}~", entry.Data!, StringComparison.Ordinal);
        var id = await office.Host.ReadAsync(c => c.Cases.Select(r => r.Id).SingleAsync());
        var pool = (await office.PageAsync(id)).Pool.ToDictionary(p => p.Name, p => string.Join(' ', p.Reasons));
        Assert.Equal(("今日不在岗", ""), (pool["away"], pool["free"]));

        Assert.Empty((await ChangeAsync(office, "away")).Value.Away);
        Assert.Equal("", string.Join(' ', (await office.PageAsync(id)).Pool.Single(p => p.Name == "away").Reasons));
    }

    [Theory, AllDatabases]
    public async Task Seat_OfSomebodyWhoIsAwayToday_IsNotTaken(DatabaseKind kind)
    {
        await using var office = await PanelOffice.CreateAsync(kind, "e1", "e2");
        var id = await office.CaseAsync();
        await office.DrawAsync(id);
        var today = DateOnly.FromDateTime(office.Host.Host.Time.GetUtcNow().AddHours(8).UtcDateTime);
        await ChangeAsync(office, "e1", new DaysAwayDto(today, today));

        Assert.Equal("experts.awayNow", (await office.ActAsync(id, "e1", "takePart")).Error?.Code);
        Assert.True((await office.ActAsync(id, "e2", "takePart")).IsSuccess);
        await ChangeAsync(office, "e1");
        Assert.True((await office.ActAsync(id, "e1", "takePart")).IsSuccess);
    }

    [Theory, AllDatabases]
    public async Task Days_OfSomebodyElse_AreNotReached(DatabaseKind kind)
    {
        await using var office = await PanelOffice.CreateAsync(kind, "e1");
        await office.AppointAsync("stranger");

        Assert.Equal(Refusals.Forbidden.Code, (await ReadAsync(office, office.Lead)).Error?.Code);
        Assert.Null((await ReadAsync(office, office.Experts["stranger"])).Value.Etag);
        var refused = await office.Host.UseAsync<OwnDaysAway, Result<OwnEntryDto>>(u => u.ChangeAsync(new OwnDaysAway.Change("1", []), office.Experts["stranger"], default));
        Assert.Equal(Refusals.NotFound.Code, refused.Error?.Code);
        var stale = await office.Host.UseAsync<OwnDaysAway, Result<OwnEntryDto>>(u => u.ChangeAsync(new OwnDaysAway.Change("999", []), office.Experts["e1"], default));
        Assert.Equal(Refusals.Stale.Code, stale.Error?.Code);
    }

    private static Task<Result<OwnEntryDto>> ReadAsync(PanelOffice office, CurrentUser user) => office.Host.UseAsync<OwnDaysAway, Result<OwnEntryDto>>(u => u.ReadAsync(user, default));

    private static async Task<Result<OwnEntryDto>> ChangeAsync(PanelOffice office, string name, params DaysAwayDto[] days)
    {
        var own = (await ReadAsync(office, office.Experts[name])).Value;
        return await office.Host.UseAsync<OwnDaysAway, Result<OwnEntryDto>>(u => u.ChangeAsync(new OwnDaysAway.Change(own.Etag!, days), office.Experts[name], default));
    }
}
