using Approvals.TestKit.Database;
using Microsoft.AspNetCore.Hosting;

namespace Approvals.Web.Tests;

/// <summary>The product on each database that is configured.</summary>
/// <param name="kind">The database.</param>
/// <param name="connection">Where it is.</param>
/// <param name="works">Whether it works off by itself what waits; a test that looks in between does that.</param>
internal sealed class DatabaseProduct(DatabaseKind kind, string connection, bool works = true) : ProductServer
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Database:Provider", kind.ToString());
        builder.UseSetting("ConnectionStrings:Approvals", connection);
        builder.UseSetting("Work:Enabled", works ? "true" : "false");
    }
}

public sealed class ServerDatabaseTests
{
    [Theory, AllDatabases]
    public async Task Product_OnEachDatabase_TakesACaseFromSignInToAcceptance(DatabaseKind kind)
    {
        var folder = Directory.CreateTempSubdirectory("approvals-web-database-");
        var connection = await TestDatabase.CreateAsync(kind, folder.FullName);
        await using (var server = new DatabaseProduct(kind, connection))
        {
            var story = new CaseStory(server);
            var visitor = server.Visit();
            Assert.Equal(200, (await visitor.PostAsync("/api/session", new { userName = "zhang.mingyuan", password = "demo-pass-2026" })).Status);
            Assert.Equal(401, (await server.Visit().PostAsync("/api/session", new { userName = "zhang.mingyuan", password = "wrong-pass-2026" })).Status);

            var filed = await story.SubmitAsync("zhang.mingyuan");
            Assert.Equal(200, (await story.ActAsync("wang.fang", filed.Number, "recommend", "approve")).Status);
            Assert.Equal(200, (await story.ActAsync("liu.ying", filed.Number, "accept", "accept")).Status);

            var lead = await server.SignInAsync("wei.dong");
            var staff = $"/api/cases/{filed.Id}/work";
            Assert.Contains("urge", (await lead.GetAsync(staff))["actions"].EnumerateArray().Select(a => a.GetString()));
            Assert.Equal(204, (await lead.PostAsync($"/api/cases/{filed.Id}/urge")).Status);
            Assert.Equal((429, "cases.alreadyUrged"), await lead.PostAsync($"/api/cases/{filed.Id}/urge") is var again ? (again.Status, again.Code) : default);
            Assert.True((await lead.GetAsync(staff))["urgedToday"].GetBoolean());
            Assert.Equal(403, (await (await server.SignInAsync("li.hui")).PostAsync($"/api/cases/{filed.Id}/urge")).Status);

            var page = await filed.Applicant.GetAsync($"/api/cases/{filed.Id}");
            Assert.Equal("cityReview", page["timeline"].EnumerateArray().Single(s => s.GetProperty("status").ValueEquals("current")).GetProperty("activity").GetString());
            Assert.Equal(filed.Number, Assert.Single((await filed.Applicant.GetAsync("/api/cases"))["items"].EnumerateArray()).GetProperty("number").GetString());
            Assert.NotEmpty(page["letters"].EnumerateArray());
            await SharedAndBatchedAsync(server, filed);
        }

        await TestDatabase.DropAsync(kind, connection);
        folder.Delete(recursive: true);
    }

    /// <summary>A copy lets a colleague read; a batch decides what it may and says why not the rest.</summary>
    private static async Task SharedAndBatchedAsync(DatabaseProduct server, SubmittedCase filed)
    {
        var reviewer = await server.SignInAsync("gao.xiang");
        var row = (await reviewer.GetAsync($"/api/inbox?q={filed.Number}"))["items"][0];
        var address = $"/api/tasks/{row.GetProperty("taskId").GetString()}";
        async Task<string> EtagAsync() => (await reviewer.GetAsync(address)).Text("etag");
        var colleague = (await reviewer.GetAsync($"{address}/colleagues?q={Uri.EscapeDataString("于航")}"))["items"][0].GetProperty("id").GetString();

        var copied = await reviewer.PostAsync($"{address}/acts/copy", new { etag = await EtagAsync(), idempotencyKey = CaseStory.Key(), people = new[] { colleague } });
        var batch = await reviewer.PostAsync("/api/inbox/batch", new
        {
            tasks = new[] { new { id = address.Split('/')[^1], etag = await EtagAsync() }, new { id = Guid.Empty.ToString(), etag = "1" } },
            act = "reject",
            opinion = "不符合条件。",
            idempotencyKey = CaseStory.Key(),
        });

        Assert.Equal(200, copied.Status);
        Assert.Equal(filed.Id, Assert.Single((await (await server.SignInAsync("yu.hang")).GetAsync("/api/inbox?tab=copied"))["items"].EnumerateArray()).GetProperty("caseId").GetString());
        Assert.Equal(1, batch["done"].GetInt32());
        Assert.Equal("tasks.unknown", Assert.Single(batch["refused"].EnumerateArray()).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("Oracle", "Oracle")]
    [InlineData("PostgreSql", "ConnectionStrings:Approvals")]
    public void Start_OnADatabaseThatCannotBe_SaysWhy(string provider, string told)
    {
        using var server = new MisconfiguredProduct(provider);

        var refused = Assert.Throws<InvalidOperationException>(() => server.CreateClient());

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    private sealed class MisconfiguredProduct(string provider) : ProductServer
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Database:Provider", provider);
        }
    }
}
