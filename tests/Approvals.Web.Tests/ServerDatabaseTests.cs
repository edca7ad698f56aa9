using Approvals.TestKit.Database;
using Microsoft.AspNetCore.Hosting;

namespace Approvals.Web.Tests;

/// <summary>The product on each database that is configured.</summary>
internal sealed class DatabaseProduct(DatabaseKind kind, string connection) : ProductServer
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Database:Provider", kind.ToString());
        builder.UseSetting("ConnectionStrings:Approvals", connection);
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

            var page = await filed.Applicant.GetAsync($"/api/cases/{filed.Id}");
            Assert.Equal("cityReview", page["timeline"].EnumerateArray().Single(s => s.GetProperty("status").ValueEquals("current")).GetProperty("activity").GetString());
            Assert.Equal(filed.Number, Assert.Single((await filed.Applicant.GetAsync("/api/cases"))["items"].EnumerateArray()).GetProperty("number").GetString());
            Assert.NotEmpty(page["letters"].EnumerateArray());
        }

        await TestDatabase.DropAsync(kind, connection);
        folder.Delete(recursive: true);
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
