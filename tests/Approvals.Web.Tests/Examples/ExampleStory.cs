using System.Text.Json.Nodes;
using Approvals.Web.Tests.BadInput;

namespace Approvals.Web.Tests.Examples;

/// <summary>What programs of applicants and of offices do, once each.</summary>
internal sealed class ExampleStory(ProductServer server)
{
    private readonly CaseStory _story = new(server);

    public async Task RunAsync()
    {
        await ApplyAsync();
        await FollowAsync();
        await ReviewAsync();
        await BelongingsAsync();
    }

    private async Task ApplyAsync()
    {
        var owner = await server.SignInAsync("emily.carter");
        await owner.GetAsync("/api/services");
        await owner.GetAsync("/api/services/talent-classification");
        await owner.PostAsync("/api/services/talent-classification/eligibility", new { answers = new { outside = true } });
        await owner.GetAsync("/api/lists/regions?q=长春");
        await owner.GetAsync("/api/employers?q=长春北湖光电科技有限公司");
        var (applicant, draft, _) = await _story.PrepareAsync("emily.carter");
        await applicant.PostAsync($"/api/drafts/{draft}/check");
        var thrown = (await applicant.PostAsync("/api/services/talent-classification/drafts")).Text("id");
        var file = await applicant.UploadAsync($"/api/documents?draft={thrown}&type=contract", CaseStory.Pdf, "b.pdf", "application/pdf");
        await applicant.DeleteAsync($"/api/documents/{file.Text("id")}");
        await applicant.DeleteAsync($"/api/drafts/{thrown}");
    }

    private async Task FollowAsync()
    {
        var filed = await _story.SubmitAsync("zhou.jianhua");
        var owner = filed.Applicant;
        await owner.GetAsync("/api/cases");
        var shown = await owner.GetAsync($"/api/cases/{filed.Id}");
        await owner.GetAsync($"/api/letters/{shown["letters"][0].GetProperty("id").GetString()}");
        await owner.PostAsync($"/api/cases/{filed.Id}/messages", new { text = "请问还需要补充材料吗？" });
        await owner.PostAsync($"/api/cases/{filed.Id}/urge");
        await owner.PostAsync($"/api/cases/{filed.Id}/withdraw", new { reason = "信息有误，重新申报。" });
    }

    private async Task ReviewAsync()
    {
        var filed = await _story.SubmitAsync("wang.guodong");
        var agent = await server.SignInAsync("wang.fang");
        var task = await CaseStory.TaskAsync(agent, filed.Number);
        await agent.GetAsync("/api/inbox");
        await agent.GetAsync($"/api/cases/{filed.Id}/work");
        var etag = (await agent.GetAsync($"/api/tasks/{task}")).Text("etag");
        await agent.GetAsync($"/api/tasks/{task}/colleagues");
        await agent.PostAsync($"/api/tasks/{task}/form", new { values = CaseStory.AnswersOf("recommend") });
        await agent.PostAsync($"/api/tasks/{task}/acts/approve", new { etag, idempotencyKey = CaseStory.Key(), opinion = "经核。", form = CaseStory.AnswersOf("recommend") });
        var city = await server.SignInAsync("liu.ying");
        var accept = await CaseStory.TaskAsync(city, filed.Number);
        await city.PostAsync($"/api/tasks/{accept}/claim");
        await city.PostAsync($"/api/tasks/{accept}/reveal", new { path = "idNumber", reason = "与证件原件核对" });
        await city.DeleteAsync($"/api/tasks/{accept}/claim");
        await city.PostAsync("/api/inbox/claim-next", new { activity = "accept" });
        await BatchAsync(filed);
        var correction = await Belongings.ReturnedAsync(server, await _story.SubmitAsync("sun.deming"));
        var owner = await server.SignInAsync("sun.deming");
        var open = await owner.GetAsync($"/api/tasks/{correction}/correction");
        var saved = await owner.PutAsync($"/api/tasks/{correction}/correction", new { values = new JsonObject { ["school"] = "示例大学（全称）" }, etag = open.Text("etag") });
        await owner.PostAsync($"/api/tasks/{correction}/correction/submit", new { etag = saved.Text("etag"), idempotencyKey = CaseStory.Key() });
    }

    private async Task BatchAsync(SubmittedCase filed)
    {
        await _story.ActAsync("liu.ying", filed.Number, "accept", "accept");
        var reviewer = await server.SignInAsync("gao.xiang");
        var row = Assert.Single((await reviewer.GetAsync($"/api/inbox?q={filed.Number}"))["items"].EnumerateArray());
        await reviewer.PostAsync("/api/inbox/batch", new
        {
            tasks = new[] { new { id = row.GetProperty("taskId").GetString(), etag = row.GetProperty("etag").GetString() } },
            act = "reject",
            opinion = "不符合申报条件。",
            idempotencyKey = CaseStory.Key(),
        });
    }

    private async Task BelongingsAsync()
    {
        var owner = await server.SignInAsync("li.ruolan");
        var (_, hook, delivery) = await KeyTwiceTests.MakeAsync(owner);
        await owner.GetAsync("/api/webhooks");
        await owner.PostAsync($"/api/webhook-deliveries/{delivery}/resend");
        await owner.DeleteAsync($"/api/webhooks/{hook}");
        await (await server.SignInAsync("ops.cai")).GetAsync("/api/outside/tasks");
    }
}
