using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Approvals.Web.Tests;

/// <summary>The whole product in this process: SQLite in a folder of its own, the demonstration's people, no page.</summary>
public class ProductServer : WebApplicationFactory<Program>
{
    private readonly string _data = Directory.CreateTempSubdirectory("approvals-web-").FullName;

    /// <summary>The folder with database, documents, mails and keys.</summary>
    public string Data => _data;

    /// <summary>The environment; Production needs a key file of its own.</summary>
    protected virtual string Environment => "Development";

    /// <summary>Somebody with a browser who has not signed in.</summary>
    public Visitor Visit(string language = "zh-CN") => new(CreateClient(new() { AllowAutoRedirect = false }), language);

    /// <summary>A demo person who has signed in.</summary>
    public async Task<Visitor> SignInAsync(string user, string language = "zh-CN")
    {
        var visitor = Visit(language);
        var answer = await visitor.PostAsync("/api/session/demo", new { userName = user });
        Assert.Equal(200, answer.Status);
        return visitor;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Data:Directory", _data);
        builder.UseSetting("RateLimits:SignInAMinute", "10000");
        builder.UseSetting("RateLimits:PublicAMinute", "10000");
        builder.UseSetting("RateLimits:UploadsAMinute", "10000");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(_data))
        {
            Directory.Delete(_data, recursive: true);
        }

        GC.SuppressFinalize(this);
    }
}

/// <summary>Tests that share one running product.</summary>
[CollectionDefinition(Name)]
public sealed class SharedProduct : ICollectionFixture<ProductServer>
{
    public const string Name = "Product";
}
