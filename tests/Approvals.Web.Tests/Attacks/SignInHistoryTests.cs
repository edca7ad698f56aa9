using Approvals.Application.People;
using Approvals.Web.Tests.BadInput;
using Approvals.Web.Tests.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.Attacks;

/// <summary>Signing in and failing to leaves a trace, for the person and for who checks.</summary>
public sealed class SignInHistoryTests(LimitedProduct server) : IClassFixture<LimitedProduct>
{
    private const string Browser = "TestBrowser/7 (somewhere)";

    [Fact]
    public async Task SignIns_AndRefusalsOfThem_AreKeptWithAddressAndBrowser()
    {
        var (thief, owner) = (await FromAsync("203.0.113.71"), await FromAsync("203.0.113.72"));
        Assert.Equal(401, await SignInAsync(thief, "liu.bowen", "wrong-pass-2026"));
        Assert.Equal(401, await SignInAsync(thief, "nobody.known", "wrong-pass-2026"));
        Assert.Equal(200, await SignInAsync(owner, "liu.bowen", "demo-pass-2026"));

        var own = (await owner.SendAsync(HttpMethod.Get, "/api/me/sign-ins", null))["items"].EnumerateArray()
            .Select(a => (a.GetProperty("outcome").GetString(), a.GetProperty("address").GetString(), a.GetProperty("agent").GetString())).Take(2).ToList();
        var unknown = await server.ReadAsync(c => c.SignInAttempts.AsNoTracking().SingleAsync(a => a.UserId == null));
        var person = await server.ReadAsync(c => c.Users.Where(u => u.UserName == "liu.bowen").Select(u => u.Id).SingleAsync());
        var seen = (await (await server.SignInAsync("audit.he")).GetAsync($"/api/admin/people/{person}/sign-ins"))["items"];

        Assert.Equal([("succeeded", "203.0.113.72", Browser), ("wrongPassword", "203.0.113.71", Browser)], own);
        Assert.Equal((SignInOutcome.UnknownUser, "203.0.113.71", Browser), (unknown.Outcome, unknown.Address, unknown.Agent));
        Assert.Equal("203.0.113.71", seen[1].GetProperty("address").GetString());
    }

    private async Task<Caller> FromAsync(string address)
    {
        var caller = Caller.Fresh(server);
        (caller.Headers[LimitedProduct.From], caller.Headers["User-Agent"]) = (address, Browser);
        await caller.TakeAsync(HttpMethod.Get, "/api/antiforgery", null);
        return caller;
    }

    private static async Task<int> SignInAsync(Caller caller, string user, string password) =>
        (await caller.TakeAsync(HttpMethod.Post, "/api/session", Caller.Json(new { userName = user, password }))).Status;
}
