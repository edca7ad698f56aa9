using Approvals.Web.Tests.BadInput;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.WorkTasks;

/// <summary>The draw of a panel over HTTP, on a product of its own.</summary>
public sealed class DrawTests(WalkingProduct server) : IClassFixture<WalkingProduct>
{
    [Fact, Holds(Bad.Twice, "POST /api/tasks/{id}/draw"), Holds(Bad.Stale, "POST /api/tasks/{id}/draw")]
    public async Task Draw_TwiceAtOnce_DrawsOnce_TellsOnlyWhoMayKnow_AndShowsWhatWasChangedSince()
    {
        var walk = await server.ApplyAsync("zhao.yongqiang", "granted-whole-chain");
        await walk.ToAsync("panel");
        var (lead, id) = (await server.SignInAsync("qin.yue"), Guid.Parse(walk.CaseId));
        var address = $"/api/tasks/{await walk.TaskIdAsync(lead)}/draw";
        var click = new { etag = (await lead.GetAsync(address)).Text("etag"), idempotencyKey = CaseWalk.Key() };

        Assert.Equal(409, (await lead.PostAsync(address, click with { etag = "999" })).Status);
        Twins.BothDone(await lead.TwiceAsync("POST", address, click));
        var row = await server.ReadAsync(c => c.PanelDraws.AsNoTracking().SingleAsync(d => d.CaseId == id));
        Assert.Equal(nameof(ExpertsDrawn), await server.ReadAsync(c => c.CaseEvents.Where(e => e.CaseId == id && e.Number == row.EventNumber).Select(e => e.Type).SingleAsync()));
        var again = await lead.PostAsync(address, click with { idempotencyKey = CaseWalk.Key() });
        Assert.Equal((422, "reason"), (again.Status, Assert.Single(again.Wrong)));

        await OnlyStaffKnowAsync(walk, address);
        await server.ReadAsync(c => c.PanelDraws.Where(d => d.Id == row.Id).ExecuteUpdateAsync(s => s.SetProperty(d => d.Seed, "another")));
        var changed = (await (await server.SignInAsync("audit.he")).GetAsync($"/api/cases/{walk.CaseId}/draws")).Body[0].GetProperty("draws")[0];
        Assert.False(changed.GetProperty("repeats").GetBoolean());
    }

    private async Task OnlyStaffKnowAsync(CaseWalk walk, string address)
    {
        var expert = await server.SignInAsync("expert.qiao");
        var invited = await expert.GetAsync($"/api/tasks/{await walk.TaskIdAsync(expert)}");
        Assert.Equal(("invitation", 0), (invited.Text("kind"), invited["timeline"].GetArrayLength()));
        Assert.All(["赵永强", "北湖光电"], told => Assert.DoesNotContain(told, invited.Body.ToString(), StringComparison.Ordinal));
        Assert.Equal(404, (await expert.GetAsync(address)).Status);
        Assert.Equal(404, (await expert.GetAsync($"/api/cases/{walk.CaseId}/draws")).Status);
        Assert.Equal(404, (await (await server.SignInAsync("zhao.yongqiang")).GetAsync($"/api/cases/{walk.CaseId}/draws")).Status);
        var known = (await (await server.SignInAsync("audit.he")).GetAsync($"/api/cases/{walk.CaseId}/draws")).Body[0].GetProperty("draws")[0];
        Assert.Equal((true, 5), (known.GetProperty("repeats").GetBoolean(), known.GetProperty("places").GetArrayLength()));
    }
}
