using Approvals.Application.People;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests;

/// <summary>The product as it runs for real: no demonstration, staff with a second factor.</summary>
public sealed class ProductionServer : ProductServer
{
    protected override string Environment => "Production";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Secrets:MasterKeys", $"1 {Convert.ToBase64String(new byte[32])}");
    }

    /// <summary>Over TLS: outside Development cookies travel no other way.</summary>
    public Visitor VisitSecurely() => new(CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false }), "zh-CN");
}

public sealed class ProductionTests(ProductionServer server) : IClassFixture<ProductionServer>
{
    private const string Password = "a-long-password-1";

    [Fact]
    public async Task Demonstration_OutsideDevelopment_DoesNotExist()
    {
        var visitor = server.VisitSecurely();

        var session = await visitor.GetAsync("/api/session");

        Assert.False(session["development"].GetBoolean());
        Assert.Empty(session["demoUsers"].EnumerateArray());
        Assert.Equal(404, (await visitor.PostAsync("/api/session/demo", new { userName = "zhang.mingyuan" })).Status);
        Assert.Equal(404, (await visitor.GetAsync("/api/demo/clock")).Status);
    }

    [Fact]
    public async Task Staff_WithoutASecondFactor_MustSetOneUpFirst()
    {
        await AddStaffAsync("officer.one");
        var visitor = server.VisitSecurely();
        var session = await SignInAsync(visitor, "officer.one");
        Assert.True(session["user"].GetProperty("needsTwoFactor").GetBoolean());
        Assert.Equal((403, "request.twoFactorFirst"), Of(await visitor.GetAsync("/api/inbox")));

        var secret = (await visitor.GetAsync("/api/account/two-factor")).Text("secret");
        var codes = await visitor.PostAsync("/api/account/two-factor", new { code = Authenticator.CodeOf(secret) });

        Assert.Equal(10, codes["codes"].GetArrayLength());
        Assert.Equal(200, (await visitor.GetAsync("/api/inbox")).Status);
    }

    [Fact]
    public async Task SignIn_WithASecondFactor_AsksForItsCode()
    {
        await AddStaffAsync("officer.two");
        var first = server.VisitSecurely();
        await SignInAsync(first, "officer.two");
        var secret = (await first.GetAsync("/api/account/two-factor")).Text("secret");
        var codes = await first.PostAsync("/api/account/two-factor", new { code = Authenticator.CodeOf(secret) });

        var visitor = server.VisitSecurely();
        Assert.True((await SignInAsync(visitor, "officer.two"))["needsTwoFactor"].GetBoolean());
        Assert.Equal(401, (await visitor.GetAsync("/api/inbox")).Status);
        Assert.Equal((401, "signin.wrongCode"), Of(await visitor.PostAsync("/api/session/two-factor", new { code = "000000" })));
        Assert.Equal(200, (await visitor.PostAsync("/api/session/two-factor", new { code = Authenticator.CodeOf(secret) })).Status);
        Assert.Equal(200, (await visitor.GetAsync("/api/inbox")).Status);

        var lost = server.VisitSecurely();
        await SignInAsync(lost, "officer.two");
        var recovery = codes["codes"][0].GetString();
        Assert.Equal(200, (await lost.PostAsync("/api/session/two-factor", new { code = recovery })).Status);
    }

    [Fact]
    public async Task Health_OfAServerThatHasStarted_IsReady()
    {
        using var response = await server.VisitSecurely().Client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal(200, (int)response.StatusCode);
    }

    private static (int Status, string Code) Of(Answer answer) => (answer.Status, answer.Code);

    private static Task<Answer> SignInAsync(Visitor visitor, string user) => visitor.PostAsync("/api/session", new { userName = user, password = Password });

    private async Task AddStaffAsync(string name)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = new User
        {
            Id = Guid.NewGuid(), UserName = name, Email = $"{name}@example.com", EmailConfirmed = true, DisplayName = name, IsStaff = true, LockoutEnabled = true,
        };
        Assert.True((await users.CreateAsync(user, Password)).Succeeded);
    }
}
