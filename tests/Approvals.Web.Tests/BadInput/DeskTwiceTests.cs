using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once on what reviewers keep for themselves and say of documents.</summary>
[Collection(SharedCare.Name)]
public sealed class DeskTwiceTests(CarefulProduct server)
{
    [Fact, Holds(Bad.Twice, "POST /api/views"), Holds(Bad.Twice, "DELETE /api/views/{id}")]
    public async Task View_SavedAndDeletedTwice_IsOneView()
    {
        var reviewer = await server.SignInAsync("cui.yan");

        var saved = await reviewer.TwiceAsync("POST", "/api/views", new { name = "红灯", query = "tab=todo&due=red", columns = new[] { "service" } });
        Twins.BothDone(saved);
        Assert.Single((await reviewer.GetAsync("/api/views")).Body.EnumerateArray());

        Twins.OneDone(await reviewer.TwiceAsync("DELETE", $"/api/views/{saved[0].Text("id")}"), 404);
        Assert.Empty((await reviewer.GetAsync("/api/views")).Body.EnumerateArray());
    }

    /// <summary>What is searched for and what a sensitive answer says tell of a person, so that no view holds them.</summary>
    [Theory]
    [InlineData("tab=todo&q=220104", "views.query")]
    [InlineData("tab=todo&service=talent-classification&where=application.idNumber:is:220104199001011234", "views.sensitive")]
    public async Task View_ThatTellsOfAPerson_IsNotSaved(string query, string code)
    {
        var reviewer = await server.SignInAsync("gao.xiang");

        var refused = await reviewer.PostAsync("/api/views", new { name = "某人", query, columns = Array.Empty<string>() });

        Assert.Equal((400, code), (refused.Status, refused.Code));
        Assert.Empty((await reviewer.GetAsync("/api/views")).Body.EnumerateArray());
    }

    /// <summary>Whoever is asked to correct may not say that the corrected document will do.</summary>
    [Fact]
    public async Task Document_TickedByItsApplicant_KeepsTheOfficersWord()
    {
        var applicant = await server.SignInAsync("sun.deming");
        var task = (await server.BelongingsAsync()).Ids[Thing.Correction];
        var document = await server.ReadAsync(async c => await c.Documents.Where(d => d.CaseId == c.TaskItems.Single(t => t.Id == Guid.Parse(task)).CaseId).Select(d => d.Id).FirstAsync());

        Assert.Equal(403, (await applicant.PostAsync($"/api/tasks/{task}/ticks", new { document, ok = true })).Status);
        Assert.Equal(0, await server.CountAsync(c => c.DocumentTicks.Where(t => t.DocumentId == document)));
    }

    [Fact, Holds(Bad.Twice, "POST /api/tasks/{id}/ticks")]
    public async Task Document_TickedTwice_HasOneTickThatCanBeTakenBack()
    {
        var agent = await server.SignInAsync("wang.fang");
        var address = $"/api/tasks/{(await server.BelongingsAsync()).Ids[Thing.Task]}";
        async Task<JsonElement> FirstAsync() => (await agent.GetAsync(address))["answers"].GetProperty("documents")[0];
        var document = (await FirstAsync()).GetProperty("id").GetString();

        var unsaid = await agent.PostAsync($"{address}/ticks", new { document, ok = false, reason = " " });
        Assert.Equal((422, "reason"), (unsaid.Status, Assert.Single(unsaid.Wrong)));
        Twins.BothDone(await agent.TwiceAsync("POST", $"{address}/ticks", new { document, ok = false, reason = "不清晰" }));
        var said = (await FirstAsync()).GetProperty("verdict");
        Assert.Equal((false, "不清晰"), (said.GetProperty("ok").GetBoolean(), said.GetProperty("reason").GetString()));
        Assert.Equal(1, await server.CountAsync(c => c.DocumentTicks.Where(t => t.DocumentId == Guid.Parse(document!))));

        Twins.BothDone(await agent.TwiceAsync("POST", $"{address}/ticks", new { document, ok = (bool?)null }));
        Assert.Equal(JsonValueKind.Null, (await FirstAsync()).GetProperty("verdict").ValueKind);
        Assert.Equal(["document"], (await agent.PostAsync($"{address}/ticks", new { document = Guid.NewGuid(), ok = true })).Wrong);
    }
}
