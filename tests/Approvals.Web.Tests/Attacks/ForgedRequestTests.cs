using Approvals.Web.Tests.Rights;

namespace Approvals.Web.Tests.Attacks;

/// <summary>Changes that another site makes a browser send, with all its cookies.</summary>
[Collection(SharedProduct.Name)]
public sealed class ForgedRequestTests(ProductServer server)
{
    private const string Header = "X-XSRF-TOKEN";
    private static readonly object Phrase = new { text = "伪造的请求" };

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task Change_OfWhichTheBrowserSaysThatAnotherSiteSendsIt_IsRefused_EvenWithTheToken(string site)
    {
        var reviewer = await Caller.SignInAsync(server, "xu.lei");
        reviewer.Headers["Sec-Fetch-Site"] = site;
        reviewer.Headers["Origin"] = "https://evil.example.org";

        var answer = await reviewer.SendAsync(HttpMethod.Post, "/api/phrases", Caller.Json(Phrase));

        Assert.Equal((403, "request.antiforgery"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("same-origin", 200)]
    [InlineData("none", 200)]
    public async Task Change_OfThePageItself_IsTaken(string site, int status)
    {
        var reviewer = await Caller.SignInAsync(server, "xu.lei");
        reviewer.Headers["Sec-Fetch-Site"] = site;

        Assert.Equal(status, (await reviewer.SendAsync(HttpMethod.Post, "/api/phrases", Caller.Json(new { text = $"材料齐全 {site}" }))).Status);
    }

    [Fact]
    public async Task Change_WithTheTokenOfSomebodyElse_IsRefused()
    {
        var (reviewer, attacker) = (await Caller.SignInAsync(server, "xu.lei"), await Caller.SignInAsync(server, "li.ruolan"));
        reviewer.Cookies["XSRF-TOKEN"] = attacker.Cookies["XSRF-TOKEN"];

        var answer = await reviewer.SendAsync(HttpMethod.Post, "/api/phrases", Caller.Json(Phrase));

        Assert.Equal((403, "request.antiforgery"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Change_WithTheTokenFromBeforeSigningIn_IsRefused()
    {
        var reviewer = Caller.Fresh(server);
        await reviewer.TakeAsync(HttpMethod.Get, "/api/antiforgery", null);
        var before = reviewer.Cookies["XSRF-TOKEN"];
        await reviewer.TakeAsync(HttpMethod.Post, "/api/session/demo", Caller.Json(new { userName = "xu.lei" }));
        reviewer.Cookies["XSRF-TOKEN"] = before;

        var answer = await reviewer.SendAsync(HttpMethod.Post, "/api/phrases", Caller.Json(Phrase));

        Assert.Equal((403, "request.antiforgery"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Change_AsAPlainFormOfAnotherSite_IsRefused()
    {
        var reviewer = await Caller.SignInAsync(server, "xu.lei");
        reviewer.Cookies.Remove("XSRF-TOKEN");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("text", "伪造的请求")]);

        Assert.Contains((await reviewer.SendAsync(HttpMethod.Post, "/api/phrases", form)).Status, (int[])[400, 403, 415]);
        Assert.DoesNotContain(
            (await reviewer.SendAsync(HttpMethod.Get, "/api/phrases", null)).Body.EnumerateArray(), p => p.GetProperty("text").GetString() == "伪造的请求");
    }

    [Fact]
    public async Task Answer_OfWhichAnotherOriginAsks_NamesNoOriginThatMayReadIt()
    {
        var reviewer = await Caller.SignInAsync(server, "xu.lei");
        reviewer.Headers["Origin"] = "https://evil.example.org";

        using var response = await reviewer.RespondAsync(HttpMethod.Get, "/api/phrases", null);

        Assert.True(response.IsSuccessStatusCode);
        Assert.DoesNotContain(response.Headers, h => h.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    [Fact]
    public async Task Answer_ToAnotherOrigin_LetsNoScriptReadIt()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/phrases");
        request.Headers.Add("Origin", "https://evil.example.org");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", Header);

        using var response = await server.Visit().Client.SendAsync(request);

        Assert.False(response.IsSuccessStatusCode);
        Assert.DoesNotContain(response.Headers, h => h.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }
}
