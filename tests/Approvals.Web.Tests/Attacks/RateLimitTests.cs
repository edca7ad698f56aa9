using System.Net;
using Approvals.Web.Tests.Rights;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.Attacks;

/// <summary>A product with small limits, reached from the address that a test says.</summary>
public sealed class LimitedProduct : ProductServer
{
    public const int SignIns = 4;
    public const int Uploads = 3;
    public const int Searches = 3;

    /// <summary>A proxy that is believed.</summary>
    public const string Proxy = "10.9.9.9";

    /// <summary>The header in which a test says from where it connects; a network would know.</summary>
    public const string From = "X-Test-Address";

    /// <summary>Of an address two more than one person uses up, a refused request counting twice.</summary>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Work:Enabled", "false");
        builder.UseSetting("Site:Proxies:0", Proxy);
        builder.UseSetting("RateLimits:SignInAMinute", $"{SignIns}");
        builder.UseSetting("RateLimits:UploadsAMinute", $"{Uploads}");
        builder.UseSetting("RateLimits:UploadsAMinuteOfAnAddress", $"{Uploads + 4}");
        builder.UseSetting("RateLimits:SearchesAMinute", $"{Searches}");
        builder.UseSetting("RateLimits:SearchesAMinuteOfAnAddress", $"{Searches + 4}");
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(new Connection()));
    }

    private sealed class Connection : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, then) =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse(http.Request.Headers.TryGetValue(From, out var from) ? from.ToString() : "192.0.2.1");
                return then(http);
            });
            next(app);
        };
    }
}

/// <summary>Who asks too often waits, by person and by address.</summary>
public sealed class RateLimitTests(LimitedProduct server) : IClassFixture<LimitedProduct>
{
    [Fact]
    public async Task SignIn_TooOftenFromOneAddress_IsRefused_AndOthersAreNot()
    {
        var guess = new { userName = "nobody.known", password = "wrong-pass-2026" };
        var attacker = await FromAsync("198.51.100.1", null);
        var statuses = await TimesAsync(LimitedProduct.SignIns + 1, () => attacker.SendAsync(HttpMethod.Post, "/api/session", Caller.Json(guess)));

        Assert.Equal([.. Enumerable.Repeat(401, LimitedProduct.SignIns), 429], statuses);
        Assert.Equal(401, (await (await FromAsync("198.51.100.2", null)).SendAsync(HttpMethod.Post, "/api/session", Caller.Json(guess))).Status);
    }

    [Fact]
    public async Task SignIn_TooOftenBehindAHeaderThatClaimsOtherAddresses_IsRefusedAllTheSame()
    {
        var attacker = await FromAsync("198.51.100.3", null);
        var number = 0;

        var statuses = await TimesAsync(LimitedProduct.SignIns + 1, () =>
        {
            attacker.Headers["X-Forwarded-For"] = $"203.0.113.{++number}";
            return attacker.SendAsync(HttpMethod.Post, "/api/session", Caller.Json(new { userName = "nobody.known", password = "x" }));
        });

        Assert.Equal(429, statuses[^1]);
    }

    [Fact]
    public async Task SignIn_ThroughAProxyThatIsKnown_CountsByWhoStandsBehindIt()
    {
        var proxy = await FromAsync(LimitedProduct.Proxy, null);
        var number = 0;

        var statuses = await TimesAsync(LimitedProduct.SignIns + 1, () =>
        {
            proxy.Headers["X-Forwarded-For"] = $"203.0.113.{++number}";
            return proxy.SendAsync(HttpMethod.Post, "/api/session", Caller.Json(new { userName = "nobody.known", password = "x" }));
        });

        Assert.All(statuses, status => Assert.Equal(401, status));
    }

    [Fact]
    public async Task Uploads_TooOftenByOnePerson_AreRefused_AndThenByAnyoneAtTheAddress()
    {
        const string Address = "/api/documents?type=contract";
        var (one, other) = (await FromAsync("198.51.100.4", "zhou.jianhua"), await FromAsync("198.51.100.4", "liu.bowen"));

        var own = await TimesAsync(LimitedProduct.Uploads + 1, () => one.SendAsync(HttpMethod.Post, Address, File()));
        var theirs = await TimesAsync(LimitedProduct.Uploads, () => other.SendAsync(HttpMethod.Post, Address, File()));

        Assert.Equal(429, own[^1]);
        Assert.DoesNotContain(429, own[..^1]);
        Assert.NotEqual(429, theirs[0]);
        Assert.Equal(429, theirs[^1]);
    }

    [Fact]
    public async Task Searches_TooOftenByOnePerson_AreRefused_AndThenByAnyoneAtTheAddress()
    {
        const string Address = "/api/employers?q=长春";
        var (one, other) = (await FromAsync("198.51.100.5", "zhou.jianhua"), await FromAsync("198.51.100.5", "liu.bowen"));

        var own = await TimesAsync(LimitedProduct.Searches + 1, () => one.SendAsync(HttpMethod.Get, Address, null));
        var theirs = await TimesAsync(LimitedProduct.Searches, () => other.SendAsync(HttpMethod.Get, Address, null));

        Assert.Equal([.. Enumerable.Repeat(200, LimitedProduct.Searches), 429], own);
        Assert.Equal((200, 429), (theirs[0], theirs[^1]));
    }

    [Fact]
    public async Task Naming_PeopleTooOften_IsRefused()
    {
        var agent = await FromAsync("198.51.100.6", "zhou.jianhua");
        var somebody = new { name = "李试", kind = "resident-id", number = "110108197203081060" };

        var statuses = await TimesAsync(LimitedProduct.SignIns + 1, () => agent.SendAsync(HttpMethod.Post, $"/api/employers/{Guid.NewGuid()}/people", Caller.Json(somebody)));

        Assert.Equal([.. Enumerable.Repeat(404, LimitedProduct.SignIns), 429], statuses);
    }

    private static MultipartFormDataContent File() => new() { { new ByteArrayContent(CaseStory.Pdf), "file", "a.pdf" } };

    private static async Task<int[]> TimesAsync(int count, Func<Task<Answer>> ask)
    {
        var statuses = new int[count];
        for (var time = 0; time < count; time++)
        {
            statuses[time] = (await ask()).Status;
        }

        return statuses;
    }

    private async Task<Caller> FromAsync(string address, string? user)
    {
        var caller = await Caller.SignInAsync(server, user);
        caller.Headers[LimitedProduct.From] = address;
        return caller;
    }
}
