using Approvals.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.Notices;

/// <summary>Objections to a notice and how they are ruled on, over HTTP.</summary>
public sealed class RulingTests(ProductServer server) : IClassFixture<ProductServer>
{
    private readonly CaseStory _story = new(server);

    [Theory]
    [InlineData("liu.bowen", "uphold", true)]
    [InlineData("lam.kaho", "dismiss", false)]
    public async Task Objection_RuledOn_IsKeptWithItsRuling_AndRuledOnOnce(string applicant, string ruling, bool upheld)
    {
        var filed = await _story.SubmitAsync(applicant);
        foreach (var (user, step, act) in new[] { ("wang.fang", "recommend", "approve"), ("liu.ying", "accept", "accept"), ("gao.xiang", "cityReview", "approve"), ("li.hui", "check", "approve") })
        {
            var done = await _story.ActAsync(user, filed.Number, step, act);
            Assert.True(done.Status == 200, done.Body.ToString());
        }

        var anybody = server.Visit();
        var notice = Assert.Single(await NoticesAsync(anybody, filed));
        var objected = await anybody.PostAsync($"/api/notices/{notice}/objections", new { name = "周到", contact = "13900000000", reason = "公示的业绩与事实不符。" });
        Assert.Equal(200, objected.Status);
        var ruler = await server.SignInAsync("bai.lin");
        var address = $"/api/tasks/{await CaseStory.TaskAsync(ruler, filed.Number)}";
        var task = await ruler.GetAsync(address);

        Assert.Equal("ruling", task.Text("kind"));
        Assert.Contains("公示的业绩与事实不符。", task.Body.ToString(), StringComparison.Ordinal);
        var ruled = await ruler.PostAsync($"{address}/acts/{ruling}", new { etag = task.Text("etag"), idempotencyKey = CaseStory.Key(), opinion = "经核查。" });
        Assert.True(ruled.Status == 200, ruled.Body.ToString());

        var id = Guid.Parse(filed.Id);
        var kept = await server.ReadAsync(c => c.Objections.AsNoTracking().SingleAsync(o => o.CaseId == id));
        Assert.Equal((upheld, true), (kept.Upheld, kept.RuledAt is not null && kept.RuledByUserId is not null));
        Assert.Empty((await ruler.GetAsync($"/api/inbox?q={filed.Number}"))["items"].EnumerateArray());
        var again = await ruler.PostAsync($"{address}/acts/{ruling}", new { etag = task.Text("etag"), idempotencyKey = CaseStory.Key(), opinion = "经核查。" });
        Assert.Equal((409, "tasks.actedFirst"), (again.Status, again.Code));
    }

    private static async Task<List<string>> NoticesAsync(Visitor visitor, SubmittedCase filed) =>
        [.. (await visitor.GetAsync("/api/notices"))["items"].EnumerateArray()
            .Where(n => n.GetProperty("title").GetString()!.Contains(filed.Number, StringComparison.Ordinal)).Select(n => n.GetProperty("id").GetString()!)];
}
