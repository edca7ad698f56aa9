using Approvals.Application.ApiKeys;
using Approvals.Application.People;
using Approvals.TestKit.Time;
using Approvals.Web.Session;
using Approvals.Web.Tests.ApiKeys;
using Approvals.Web.Tests.BadInput;
using Approvals.Web.Tests.Rights;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.Attacks;

/// <summary>A product whose sessions are measured by a clock of the test.</summary>
public sealed class TimedProduct : ProductServer
{
    internal FakeTimeProvider Clock { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Work:Enabled", "false");
        builder.ConfigureTestServices(services => services.AddSingleton(new SessionClock(Clock)));
    }
}

/// <summary>Cookies that were planted, stolen, or lie unused.</summary>
public sealed class SessionAttackTests(TimedProduct server) : IClassFixture<TimedProduct>
{
    private const string Cookie = "approvals";
    private const string Password = "demo-pass-2026";

    [Fact]
    public async Task Cookie_PlantedBeforeSigningIn_IsNotTheSessionAfterwards()
    {
        var attacker = await Caller.SignInAsync(server, "li.ruolan");
        var planted = attacker.Cookies[Cookie];
        var victim = Caller.Fresh(server);
        victim.Cookies[Cookie] = planted;
        await victim.TakeAsync(HttpMethod.Get, "/api/antiforgery", null);

        Assert.Equal(200, (await victim.TakeAsync(HttpMethod.Post, "/api/session/demo", Caller.Json(new { userName = "sun.deming" }))).Status);

        Assert.NotEqual(planted, victim.Cookies[Cookie]);
        Assert.Equal("sun.deming", (await WhoAsync(victim)));
        Assert.Equal("li.ruolan", await WhoAsync(attacker));
    }

    [Fact]
    public async Task Cookie_CopiedBeforeSigningOut_OpensNothingAfterwards()
    {
        var owner = await Caller.SignInAsync(server, "chen.siyu");
        var thief = Caller.Fresh(server);
        thief.Cookies[Cookie] = owner.Cookies[Cookie];
        Assert.Equal(200, (await thief.SendAsync(HttpMethod.Get, "/api/home", null)).Status);

        Assert.Equal(200, (await owner.TakeAsync(HttpMethod.Delete, "/api/session", null)).Status);

        Assert.Equal(401, (await thief.SendAsync(HttpMethod.Get, "/api/home", null)).Status);
    }

    [Theory]
    [InlineData("admin.system", 14, 200)]
    [InlineData("admin.system", 16, 401)]
    [InlineData("admin.security", 16, 401)]
    [InlineData("xu.lei", 16, 200)]
    [InlineData("xu.lei", 31, 401)]
    public async Task Session_UnusedForMinutes_EndsSoonerForAdministrators(string user, int minutes, int status)
    {
        var person = await Caller.SignInAsync(server, user);

        server.Clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(status, (await person.TakeAsync(HttpMethod.Get, "/api/me", null)).Status);
        Assert.Equal(status, (await person.TakeAsync(HttpMethod.Get, "/api/me", null)).Status);
    }

    [Fact]
    public async Task Session_OfAnAdministratorWhoWorks_GoesOn()
    {
        var person = await Caller.SignInAsync(server, "admin.system");
        for (var time = 0; time < 4; time++)
        {
            server.Clock.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal(200, (await person.TakeAsync(HttpMethod.Get, "/api/me", null)).Status);
        }
    }

    [Fact]
    public async Task OwnValues_InFull_AreShownForFiveMinutesAfterThePassword()
    {
        var owner = await Caller.SignInAsync(server, "lam.kaho");
        const string Archive = "/api/me/data/archive";
        Assert.Equal(403, (await owner.SendAsync(HttpMethod.Get, Archive, null)).Status);
        Assert.Equal(401, (await owner.TakeAsync(HttpMethod.Post, "/api/session/confirm-password", Caller.Json(new { password = "wrong-pass-2026" }))).Status);
        Assert.Equal(403, (await owner.SendAsync(HttpMethod.Get, Archive, null)).Status);
        Assert.Equal(204, (await owner.TakeAsync(HttpMethod.Post, "/api/session/confirm-password", Caller.Json(new { password = Password }))).Status);

        server.Clock.Advance(TimeSpan.FromMinutes(4.9));
        Assert.Equal(200, (await owner.TakeAsync(HttpMethod.Get, Archive, null)).Status);
        Assert.Equal(200, (await owner.TakeAsync(HttpMethod.Post, "/api/me/reveal", null)).Status);

        server.Clock.Advance(TimeSpan.FromMinutes(0.2));
        Assert.Equal(403, (await owner.TakeAsync(HttpMethod.Get, Archive, null)).Status);
        Assert.Equal(403, (await owner.TakeAsync(HttpMethod.Post, "/api/me/reveal", null)).Status);
    }

    [Fact]
    public async Task Keys_OfAnAccountWhosePasswordIsSetAnew_OpenNothing()
    {
        const string User = "wang.guodong";
        var owner = await server.SignInAsync(User);
        Assert.Equal(204, (await owner.PostAsync("/api/session/confirm-password", new { password = Password })).Status);
        var made = await owner.PostAsync("/api/keys", new
        {
            name = "人事系统",
            scopes = new[] { ApiScopes.ReadCases },
            lastDay = await MachineClient.TodayAsync(owner),
            idempotencyKey = CaseStory.Key(),
        });
        var program = Caller.Fresh(server);
        program.Headers["Authorization"] = $"Bearer {made.Text("secret")}";
        Assert.Equal(200, (await program.SendAsync(HttpMethod.Get, "/api/cases", null)).Status);

        Assert.Equal(400, await ResetAsync(User, "not-the-token"));
        Assert.Equal(200, (await program.SendAsync(HttpMethod.Get, "/api/cases", null)).Status);
        Assert.Equal(204, await ResetAsync(User, null));

        Assert.Equal((401, "signin.key"), await program.SendAsync(HttpMethod.Get, "/api/cases", null) is var answer ? (answer.Status, answer.Code) : default);
        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.Action == "keys.revoked")));
    }

    private static async Task<string?> WhoAsync(Caller caller) =>
        (await caller.SendAsync(HttpMethod.Get, "/api/session", null))["user"].GetProperty("userName").GetString();

    private async Task<int> ResetAsync(string name, string? wrong)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = await users.Users.SingleAsync(u => u.UserName == name);
        var token = wrong ?? await users.GeneratePasswordResetTokenAsync(user);
        return (await server.Visit().PostAsync("/api/account/reset", new { userId = user.Id.ToString(), token, password = "another-pass-7" })).Status;
    }
}
