using Approvals.Application.People;
using Approvals.Web.Tests.BadInput;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests;

/// <summary>The product as it runs for real: no demonstration, staff with a second factor.</summary>
public sealed class ProductionServer : ProductServer
{
    /// <summary>The password of every account that is added.</summary>
    public const string Password = "a-long-password-1";

    protected override string Environment => "Production";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Secrets:MasterKeys", $"1 {Convert.ToBase64String(new byte[32])}");
    }

    /// <summary>Over TLS: outside Development cookies travel no other way.</summary>
    public Visitor VisitSecurely() => new(CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false }), "zh-CN");

    /// <summary>An account of staff without a second factor.</summary>
    public async Task AddStaffAsync(string name)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = new User
        {
            Id = Guid.NewGuid(), UserName = name, Email = $"{name}@example.com", EmailConfirmed = true, DisplayName = name, IsStaff = true, LockoutEnabled = true,
        };
        Assert.True((await users.CreateAsync(user, Password)).Succeeded);
    }
}

public sealed class ProductionTests(ProductionServer server) : IClassFixture<ProductionServer>
{
    private const string SignOut = "DELETE /api/session";

    private static readonly string[] Early =
    [
        "GET /api/account/two-factor", "GET /api/antiforgery", "GET /api/notices", "GET /api/notices/{id}", "GET /api/session", "GET /api/verify/letters/{token}",
        "GET /api/verify/{token}", "POST /api/account/confirm", "POST /api/account/forgot", "POST /api/account/password", "POST /api/account/register", "POST /api/account/reset", "POST /api/account/two-factor",
        "POST /api/notices/{id}/objections", "POST /api/session", "POST /api/session/confirm-password", "POST /api/session/two-factor",
    ];

    [Fact]
    public async Task Demonstration_OutsideDevelopment_DoesNotExist()
    {
        var visitor = server.VisitSecurely();

        var session = await visitor.GetAsync("/api/session");

        Assert.False(session["development"].GetBoolean());
        Assert.Empty(session["demoUsers"].EnumerateArray());
        Assert.Equal(404, (await visitor.PostAsync("/api/session/demo", new { userName = "zhang.mingyuan" })).Status);
        Assert.Equal(404, (await visitor.GetAsync("/api/demo/clock")).Status);
        Assert.Equal((401, "signin.wrong"), Of(await visitor.PostAsync("/api/session", new { userName = "zhang.mingyuan", password = "demo-pass-2026" })));
        Assert.Equal(0, await server.CountAsync(c => c.Users.Where(u => u.IsDemo)));
    }

    [Fact]
    public async Task Staff_WithoutASecondFactor_MustSetOneUpFirst()
    {
        await server.AddStaffAsync("officer.one");
        var visitor = server.VisitSecurely();
        var session = await SignInAsync(visitor, "officer.one");
        Assert.True(session["user"].GetProperty("needsTwoFactor").GetBoolean());
        Assert.Equal((403, "request.twoFactorFirst"), Of(await visitor.GetAsync("/api/inbox")));

        var secret = (await visitor.GetAsync("/api/account/two-factor")).Text("secret");
        var codes = await visitor.PostAsync("/api/account/two-factor", new { code = Authenticator.CodeOf(secret) });

        Assert.Equal(10, codes["codes"].GetArrayLength());
        Assert.Equal(200, (await visitor.GetAsync("/api/inbox")).Status);
    }

    /// <summary>Every address of the document, and what is left open: what one signs in and sets the second factor up with, and what is open to the world.</summary>
    [Fact]
    public async Task Staff_WithoutASecondFactor_ReachNothingElse()
    {
        await server.AddStaffAsync("officer.four");
        var visitor = server.VisitSecurely();
        await SignInAsync(visitor, "officer.four");
        var (reached, operations) = (new List<string>(), Contract.Operations.Where(o => !o.Template.Contains("/demo", StringComparison.Ordinal) && o.Name != SignOut).ToList());
        foreach (var operation in operations)
        {
            var address = operation.Parameters.Where(p => p.InPath).Aggregate(operation.Template, (path, p) => path.Replace($"{{{p.Name}}}", p.IsNumber ? "1" : Guid.Empty.ToString(), StringComparison.Ordinal));
            if ((await visitor.SendRawAsync(new HttpMethod(operation.Method), address, operation.IsChange ? "{}" : null)).Code != "request.twoFactorFirst")
            {
                reached.Add(operation.Name);
            }
        }

        Assert.True(operations.Count > 200);
        Assert.Equal(Early.Order(StringComparer.Ordinal), reached.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SignIn_WithASecondFactor_AsksForItsCode()
    {
        await server.AddStaffAsync("officer.two");
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

        var again = server.VisitSecurely();
        await SignInAsync(again, "officer.two");
        Assert.Equal((401, "signin.wrongCode"), Of(await again.PostAsync("/api/session/two-factor", new { code = recovery })));
        Assert.Equal(401, (await again.GetAsync("/api/inbox")).Status);
    }

    [Fact]
    public async Task Health_OfAServerThatHasStarted_IsReady()
    {
        using var response = await server.VisitSecurely().Client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal(200, (int)response.StatusCode);
    }

    private static (int Status, string Code) Of(Answer answer) => (answer.Status, answer.Code);

    private static Task<Answer> SignInAsync(Visitor visitor, string user) => visitor.PostAsync("/api/session", new { userName = user, password = ProductionServer.Password });
}
