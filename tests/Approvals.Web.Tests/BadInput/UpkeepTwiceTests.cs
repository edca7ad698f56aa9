namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once on jobs.</summary>
[Collection(SharedCare.Name)]
public sealed class UpkeepTwiceTests(CarefulProduct server)
{
    private const string Job = "/api/admin/operations/jobs/documents.removeOrphans";

    [Fact, Holds(Bad.Twice, "POST /api/admin/operations/jobs/{name}/run"), Holds(Bad.Twice, "POST /api/admin/operations/jobs/{name}/stop")]
    public async Task Run_AskedForAndStoppedTwice_IsOneRunThatIsOver()
    {
        var operators = await server.SignInAsync("ops.cai");

        var asked = await operators.TwiceAsync("POST", $"{Job}/run");

        Twins.BothDone(asked);
        Assert.Single(asked.Select(a => a.Text("run")).Distinct());
        Assert.Equal("queued", (await JobAsync(operators)).GetProperty("last").GetProperty("state").GetString());
        Twins.OneDone(await operators.TwiceAsync("POST", $"{Job}/stop"), 409);
        Assert.Equal("cancelled", (await operators.GetAsync(Job))["runs"][0].GetProperty("state").GetString());
        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.Action == "jobs.stopped")));
    }

    [Fact, Holds(Bad.Twice, "PUT /api/admin/operations/jobs/{name}"), Holds(Bad.Stale, "PUT /api/admin/operations/jobs/{name}")]
    public async Task Plan_ChangedTwice_IsChangedOnceAndAStaleOneIsRefused()
    {
        var operators = await server.SignInAsync("admin.system");
        var seen = (await JobAsync(operators)).GetProperty("etag").GetString();

        Twins.OneDone(await operators.TwiceAsync("PUT", Job, new { etag = seen, words = "每个工作日 9:00" }), 409);

        var job = await JobAsync(operators);
        Assert.Equal(("每个工作日 9:00", "0 0 9 ? * *"), (job.GetProperty("words").GetString(), job.GetProperty("cron").GetString()));
        Assert.Equal("rights.stale", (await operators.PutAsync(Job, new { etag = "999", paused = true })).Code);
        Assert.Equal(204, (await operators.PutAsync(Job, new { etag = job.GetProperty("etag").GetString(), paused = true })).Status);
        job = await JobAsync(operators);
        Assert.True(job.GetProperty("paused").GetBoolean());
        Assert.Equal("jobs.words", (await operators.PutAsync(Job, new { etag = job.GetProperty("etag").GetString(), words = "偶尔" })).Code);
        Assert.Equal(["每 10 分钟", "每 10 分钟"], (await Task.WhenAll(new[] { "every 10 minutes", "每10分钟" }
            .Select(w => operators.GetAsync($"/api/admin/operations/schedule?words={Uri.EscapeDataString(w)}")))).Select(a => a.Text("words")));
    }

    [Fact, Holds(Bad.Twice, "POST /api/admin/operations/holds"), Holds(Bad.Twice, "POST /api/admin/operations/holds/lift")]
    public async Task Hold_PlacedAndLiftedTwice_IsOneThatIsLifted()
    {
        var operators = await server.SignInAsync("ops.cai");
        var number = await server.ReadAsync(c => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstAsync(c.Cases.Select(r => r.Number)));

        Twins.OneDone(await operators.TwiceAsync("POST", "/api/admin/operations/holds", new { number, reason = "法院调取" }), 409);

        var retention = await operators.GetAsync("/api/admin/operations/retention");
        Assert.Equal(number, Assert.Single(retention["holds"].EnumerateArray()).GetProperty("number").GetString());
        Twins.OneDone(await operators.TwiceAsync("POST", "/api/admin/operations/holds/lift", new { number }), 409);
        Assert.Equal(0, (await operators.GetAsync("/api/admin/operations/retention"))["holds"].GetArrayLength());
        Assert.Equal("retention.unknown", (await operators.PostAsync("/api/admin/operations/holds", new { number = "00000", reason = "没有" })).Code);
    }

    private static async Task<System.Text.Json.JsonElement> JobAsync(Visitor visitor) =>
        (await visitor.GetAsync("/api/admin/operations"))["jobs"].EnumerateArray().Single(j => j.GetProperty("name").GetString() == "documents.removeOrphans");
}
