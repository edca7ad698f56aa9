using Approvals.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.Rights;

/// <summary>Makes what an office of a place has that is no single person's, by the names the addresses go by.</summary>
internal sealed class PlaceStory(ProductServer server, Place place)
{
    public async Task<IReadOnlyDictionary<string, string>> MakeAsync()
    {
        var provider = await server.SignInAsync(place.Provider);
        var organisation = await server.ReadAsync(c => c.Organisations.Where(o => o.Uscc == place.ProviderUscc).Select(o => o.Id).SingleAsync());
        var list = Id(await provider.PostAsync("/api/waiting-lists", new
        {
            service = WholeOffice.Code,
            code = $"things-{place.City}",
            nameZh = "物品",
            nameEn = "Things",
            region = place.City,
            organisation,
        }));
        return new Dictionary<string, string>
        {
            ["providers"] = organisation.ToString(),
            ["waiting-lists"] = list,
            ["quotas"] = Id(await provider.PostAsync($"/api/waiting-lists/{list}/quotas", AllotmentStory.NewQuota(40))),
            ["resources"] = Id(await provider.PostAsync(
                "/api/resources", new { code = $"desk-{place.City}", nameZh = "窗口", nameEn = "Desk", organisation, slotMinutes = 30, capacity = 1 })),
            ["experts"] = await ExpertAsync(),
            ["slips"] = await SlipAsync(provider, list),
        };
    }

    /// <summary>An entry of the pool that the county's leads keep.</summary>
    private async Task<string> ExpertAsync() =>
        Id(await (await server.SignInAsync("qin.yue")).PostAsync("/api/experts", new { user = place.Expert, region = place.County, fields = new[] { "optics" } }));

    /// <summary>The task at which a clerk handed something in for somebody for whom the office had filed.</summary>
    private async Task<string> SlipAsync(Visitor provider, string list)
    {
        var clerk = await server.SignInAsync(place.Clerk);
        var draft = Id(await clerk.PostAsync("/api/counter/drafts", Bodies.AtCounter));
        var shown = await clerk.GetAsync($"/api/drafts/{draft}");
        var saved = await clerk.PutAsync($"/api/drafts/{draft}", new { values = new { name = "测试人", uscc = place.EmployerUscc }, etag = shown.Text("etag") });
        var filed = await clerk.PostAsync($"/api/drafts/{draft}/submit", new { etag = saved.Text("etag"), idempotencyKey = CaseStory.Key() });
        Assert.True(filed.Status == 200, filed.Body.ToString());
        var made = Guid.Parse(filed.Text("caseId"));
        var task = await server.ReadAsync(c => c.TaskItems.Where(t => t.CaseId == made && t.ActivityId == "fill").Select(t => t.Id).SingleAsync());
        var asked = await clerk.GetAsync($"/api/tasks/{task}/correction");
        var supplied = await clerk.PostAsync($"/api/tasks/{task}/correction/submit", new { etag = asked.Text("etag"), idempotencyKey = CaseStory.Key() });
        Assert.True(supplied.Status == 204, supplied.Body.ToString());
        // Their place on the list is the first: it is given out, so that the next are those of the people who are asked about.
        var offered = await provider.PostAsync($"/api/waiting-lists/{list}/offers", new { idempotencyKey = CaseStory.Key(), what = "一号" });
        Assert.True(offered.Status == 200, offered.Body.ToString());
        return task.ToString();
    }

    private static string Id(Answer answer)
    {
        Assert.True(answer.Status == 200, answer.Body.ToString());
        return answer.Text("id");
    }
}
