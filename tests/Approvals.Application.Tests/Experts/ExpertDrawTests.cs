using System.Text.Json;
using Approvals.Application.Experts;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Votes;
using Approvals.TestKit.Database;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Experts;

/// <summary>Who is drawn, who never is, and that every draw can be repeated afterwards.</summary>
public sealed class ExpertDrawTests
{
    private static readonly string[] Seven = ["e1", "e2", "e3", "e4", "e5", "e6", "e7"];

    [Theory, AllDatabases]
    public async Task Pool_OfACase_LeavesOutWhoeverIsPartialOrAway_AndSaysWhy(DatabaseKind kind)
    {
        await using var office = await PanelOffice.CreateAsync(kind, "free", "relative");
        foreach (var name in new[] { "away", "colleague", "author", "namesake", "elsewhere", "otherField", "gone" })
        {
            await office.AppointAsync(name);
        }

        var today = DateOnly.FromDateTime(office.Host.Host.Time.GetUtcNow().UtcDateTime);
        await office.EnterAsync("away", away: new DaysAwayDto(today.AddDays(-1), today.AddDays(1)));
        await office.EnterAsync("colleague", employer: " 甲 研究所");
        await office.EnterAsync("author", author: new CoAuthorEntry("APPLICANT", null));
        await office.EnterAsync("namesake", author: new CoAuthorEntry("applicant", "22010419800101999X"));
        await office.EnterAsync("otherField", field: "medicine");
        await office.EnterAsync("gone");
        await office.Host.ReadAsync(c => c.Users.Where(u => u.UserName == "gone").ExecuteUpdateAsync(s => s.SetProperty(u => u.DisabledAt, office.Host.Host.Time.GetUtcNow())));
        await office.RelateAsync("relative");
        await EnterReviewerAsync(office);

        var pool = (await office.PageAsync(await office.CaseAsync())).Pool.ToDictionary(p => p.Name, p => string.Join(' ', p.Reasons));

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["free"] = "", ["namesake"] = "", ["relative"] = "与申请人有登记的亲属关系", ["away"] = "今日不在岗", ["colleague"] = "与申请人同一单位",
                ["author"] = "与申请人有合作发表关系", ["first"] = "办理过本件",
            },
            pool);
    }

    [Theory, AllDatabases]
    public async Task Draw_ThenARecusal_DrawsAnotherAndKeepsTheFirstRecordAsItWas(DatabaseKind kind)
    {
        await using var office = await PanelOffice.CreateAsync(kind, Seven);
        var id = await office.CaseAsync();
        Assert.True((await office.DrawAsync(id)).IsSuccess);
        var first = Assert.Single(await office.RowsAsync(id));
        var drawn = Drawn(office, first);
        foreach (var name in drawn[1..])
        {
            Assert.True((await office.ActAsync(id, name, "takePart")).IsSuccess);
        }

        Assert.Equal("tasks.needsOpinion", (await office.RecuseAsync(id, drawn[0], " ")).Error?.Code);
        Assert.True((await office.RecuseAsync(id, drawn[0], "曾为同事。")).IsSuccess);
        Assert.Equal("tasks.drawReason", (await office.DrawAsync(id)).Error?.Code);
        Assert.Equal("曾为同事。", (await office.PageAsync(id)).Members.Single(m => m.State == SeatState.SteppedAside).Reason);
        Assert.True((await office.DrawAsync(id, "一人回避。")).IsSuccess);

        var rows = await office.RowsAsync(id);
        Assert.Equal(2, rows.Count);
        Assert.Equal((first.Seed, first.Places, first.EventNumber, first.Seats), (rows[0].Seed, rows[0].Places, rows[0].EventNumber, rows[0].Seats));
        Assert.Equal((3, 1), (rows[0].Seats, rows[1].Seats));
        Assert.NotEqual(rows[0].Seed, rows[1].Seed);
        Assert.DoesNotContain(Assert.Single(Drawn(office, rows[1])), drawn);
        var left = Places(rows[1]).Single(p => p.User == office.Experts[drawn[0]].Id.ToString());
        Assert.Equal((0, DrawReasons.SteppedAside), (left.Order, Assert.Single(left.Reasons)));
        Assert.Equal(2, await office.Host.ReadAsync(c => c.AuditEntries.CountAsync(e => e.Action == "draws.made" && e.SubjectId == id.ToString())));
    }

    [Theory, AllDatabases]
    public async Task Panel_DrawnAndConvened_DecidesTheCase_AndLeadAndAuditorRepeatEachDraw(DatabaseKind kind)
    {
        await using var office = await PanelOffice.CreateAsync(kind, Seven);
        var id = await office.CaseAsync();
        await office.DrawAsync(id);
        var drawn = Drawn(office, (await office.RowsAsync(id))[0]);
        await office.ActAsync(id, drawn[0], "takePart");
        Assert.Equal("workflow.panelTooSmall", (await office.ConveneAsync(id)).Error?.Code);
        await office.ActAsync(id, drawn[1], "takePart");
        await office.RecuseAsync(id, drawn[2], "认出申请人。");
        await office.DrawAsync(id, "一人回避。");
        var third = Assert.Single(Drawn(office, (await office.RowsAsync(id))[1]));
        await office.ActAsync(id, third, "takePart");
        Assert.True((await office.ConveneAsync(id)).IsSuccess);
        foreach (var (name, choice) in new[] { (drawn[0], BallotChoice.For), (drawn[1], BallotChoice.Against), (third, BallotChoice.For) })
        {
            Assert.True((await office.ActAsync(id, name, "vote", choice)).IsSuccess);
        }

        Assert.Equal("granted", (await office.Host.RowAsync(id)).Result);
        foreach (var reader in new[] { office.Lead, office.Auditor })
        {
            var panel = Assert.Single((await office.DrawsAsync(id, reader)).Value);
            Assert.Equal([(1, true), (2, true)], panel.Draws.Select(d => (d.Number, d.Repeats)));
            Assert.Equal("一人回避。", panel.Draws[1].Reason);
            Assert.Equal(
                [.. new[] { drawn[0], drawn[1], third }.Order(StringComparer.Ordinal).Select(n => (n, SeatState.Seated)), (drawn[2], SeatState.SteppedAside)],
                panel.Members.Select(m => (m.Name, m.State)).OrderBy(m => m.State).ThenBy(m => m.Name, StringComparer.Ordinal));
        }

        foreach (var other in new[] { office.Host.Applicant, office.Host.First, office.Experts[third], office.Experts[drawn[2]] })
        {
            Assert.Equal(Refusals.NotFound.Code, (await office.DrawsAsync(id, other)).Error?.Code);
        }
    }

    [Theory, AllDatabases]
    public async Task Record_ChangedAfterwards_IsToldNotToRepeat(DatabaseKind kind)
    {
        await using var office = await PanelOffice.CreateAsync(kind, Seven);
        var id = await office.CaseAsync();
        await office.DrawAsync(id);
        var places = Places((await office.RowsAsync(id))[0]);
        DrawPlace[][] changes =
        [
            [.. places[1..]],
            [.. places.Select(p => p with { IsDrawn = p.Order is 2 or 3 or 4 })],
            [.. places.Select(p => p.Order == 1 ? p with { Order = 0, IsDrawn = false, Reasons = [DrawReasons.Away] } : p with { Order = p.Order - 1, IsDrawn = p.Order - 1 <= 3 }).OrderBy(p => p.Order == 0)],
        ];

        foreach (var (change, at) in changes.Select((c, i) => (c, i)))
        {
            var text = JsonSerializer.Serialize(change, JsonSerializerOptions.Web);
            await office.Host.ReadAsync(c => c.PanelDraws.Where(d => d.CaseId == id).ExecuteUpdateAsync(s => s.SetProperty(d => d.Places, text)));
            Assert.False((await office.DrawsAsync(id, office.Auditor)).Value[0].Draws[0].Repeats, $"{at}");
        }
    }

    /// <summary>The officer who reviews is an expert, too.</summary>
    private static async Task EnterReviewerAsync(PanelOffice office)
    {
        var seat = await office.Host.ReadAsync(c => c.RoleAssignments.AsNoTracking().SingleAsync(a => a.UserId == office.Host.First.Id));
        await office.Host.Host.AddAsync(new RoleAssignment
        {
            Id = Guid.NewGuid(), UserId = seat.UserId, Role = Roles.Expert, RegionCode = seat.RegionCode, RegionPath = seat.RegionPath, ValidFrom = seat.ValidFrom,
        });
        Assert.True((await office.EnterAsync("first")).IsSuccess);
    }

    private static DrawPlace[] Places(PanelDraw row) => JsonSerializer.Deserialize<DrawPlace[]>(row.Places, JsonSerializerOptions.Web)!;

    private static string[] Drawn(PanelOffice office, PanelDraw row)
    {
        var names = office.Experts.ToDictionary(e => e.Value.Id.ToString(), e => e.Key);
        return [.. Places(row).Where(p => p.IsDrawn).Select(p => names[p.User])];
    }
}
