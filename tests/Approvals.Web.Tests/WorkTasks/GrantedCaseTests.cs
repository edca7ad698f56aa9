using Approvals.Application.Database;
using Approvals.Application.Timers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.WorkTasks;

/// <summary>A case from the application to the cards.</summary>
public sealed class GrantedCaseTests(WalkingProduct server) : IClassFixture<WalkingProduct>
{
    [Fact]
    public async Task Case_Granted_SaysWhy_AndKeepsItsNoticeWhereItWas()
    {
        var walk = await server.ApplyAsync("zhang.mingyuan");
        await walk.ToAsync("decide");
        await EndNoticeAsync(walk);
        await walk.ToAsync("", "decide");
        var applicant = await server.SignInAsync("zhang.mingyuan");

        var seen = await applicant.GetAsync($"/api/cases/{walk.CaseId}");
        var listed = (await applicant.GetAsync("/api/cases?scope=mine"))["items"][0].GetProperty("steps").EnumerateArray();

        var result = seen["result"];
        Assert.Equal("granted", result.GetProperty("outcome").GetString());
        Assert.NotEmpty(result.GetProperty("reasons").EnumerateArray());
        Assert.DoesNotContain("message", seen["actions"].EnumerateArray().Select(a => a.GetString()));
        Assert.Equal("cases.finished", (await applicant.PostAsync($"/api/cases/{walk.CaseId}/messages", new { text = "还有一事" })).Code);
        Assert.Equal(["check", "notice", "decide"], listed.Select(s => s.GetProperty("activity").GetString()!).TakeLast(3));
    }

    [Fact]
    public async Task Demonstration_WhenLoaded_KnowsWhoIsRelated()
    {
        await server.SignInAsync("bai.lin");
        await using var scope = server.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        var persons = await context.Users.Where(u => u.UserName == "bai.lin" || u.UserName == "chen.siyu").OrderBy(u => u.UserName).Select(u => u.PersonId!.Value).ToListAsync();

        var relation = Assert.Single(await context.FamilyRelations.ToListAsync());

        Assert.Equal((persons[0], persons[1], "sibling"), (relation.PersonId, relation.RelativePersonId, relation.Kind));
    }

    /// <summary>Moves the clock past the notice and fires its timer at once, rather than wait for the pump.</summary>
    private async Task EndNoticeAsync(CaseWalk walk)
    {
        var now = server.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        Assert.Equal(200, (await (await server.SignInAsync("guo.zhenhai")).PostAsync("/api/demo/clock", new { to = now.AddDays(15) })).Status);
        await using var scope = server.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        var id = Guid.Parse(walk.CaseId);
        foreach (var timer in await context.Timers.AsNoTracking().Where(t => t.CaseId == id && t.State == TimerState.Pending).ToListAsync())
        {
            await scope.ServiceProvider.GetRequiredService<ITimerHandler>().HandleAsync(timer, CancellationToken.None);
        }
    }
}
