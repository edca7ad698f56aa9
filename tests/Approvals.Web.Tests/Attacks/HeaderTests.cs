using System.Text;
using Approvals.Web.Tests.Rights;

namespace Approvals.Web.Tests.Attacks;

/// <summary>What every answer tells the browser, in Production and over TLS.</summary>
public sealed class HeaderTests(ProductionServer server) : IClassFixture<ProductionServer>
{
    private const string Session = "approvals=";
    private static readonly Uri Secure = new("https://localhost");

    public static TheoryData<string> Answers => ["/api/session", "/api/nothing-here", "/health/live", "/openapi/v1.json", "/api/home"];

    [Theory, MemberData(nameof(Answers))]
    public async Task Answer_OfAnyKind_ForbidsWhatIsNotOurs(string address)
    {
        using var response = await server.VisitSecurely().Client.GetAsync(new Uri(address, UriKind.Relative));

        ForbidsWhatIsNotOurs(response);
    }

    /// <summary>What was said before something is thrown is forgotten with the rest of the answer.</summary>
    [Fact]
    public async Task Answer_ToWhatCannotBeRead_ForbidsWhatIsNotOurs()
    {
        using var broken = new StringContent("{", Encoding.UTF8, "application/json");

        using var response = await server.VisitSecurely().Client.PostAsync(new Uri("/api/session", UriKind.Relative), broken);

        Assert.Contains("request.malformed", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        ForbidsWhatIsNotOurs(response);
    }

    private static void ForbidsWhatIsNotOurs(HttpResponseMessage response)
    {
        string Header(string name) => string.Join(", ", response.Headers.TryGetValues(name, out var values) ? values : []);

        var policy = Header("Content-Security-Policy").Split("; ").Select(d => d.TrimEnd(';')).ToList();
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("object-src 'self'", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.Contains("frame-ancestors 'self'", policy);
        Assert.Contains("form-action 'self'", policy);
        Assert.Equal(["style-src 'self' 'unsafe-inline'"], policy.Where(d => d.Contains("unsafe", StringComparison.Ordinal)));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("SAMEORIGIN", Header("X-Frame-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("", Header("Server"));
        Assert.Equal("", Header("X-Powered-By"));
        Assert.Equal("", Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Cookies_OutsideDevelopment_TravelOverTlsAloneAndToUsAlone()
    {
        using var response = await server.VisitSecurely().Client.GetAsync(new Uri("/api/antiforgery", UriKind.Relative));
        var cookies = response.Headers.GetValues("Set-Cookie").ToList();

        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, c => Assert.Contains("samesite=strict", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Contains("secure", c, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(cookies, c => c.StartsWith("approvals-antiforgery=", StringComparison.Ordinal) && c.Contains("httponly", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/sign-in?returnTo=https://evil.example.org")]
    [InlineData("//evil.example.org/%2f..")]
    [InlineData("/api/session?url=https://evil.example.org")]
    [InlineData("/api//evil.example.org")]
    public async Task Address_ThatNamesAnotherSite_LeadsNowhere(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Secure, "/")) { RequestUri = new Uri($"{Secure.GetLeftPart(UriPartial.Authority)}{address}") };

        using var response = await server.VisitSecurely().Client.SendAsync(request);

        Assert.False((int)response.StatusCode is >= 300 and < 400, $"{(int)response.StatusCode}");
        Assert.Null(response.Headers.Location);
    }

    [Fact]
    public async Task Session_OverPlainHttp_IsNotGiven()
    {
        const string User = "officer.three";
        await server.AddStaffAsync(User);
        var (plain, secure) = (Caller.Fresh(server), Caller.Fresh(server, Secure));

        Assert.Equal((401, "signin.overTls"), await SignInAsync(plain, User));
        Assert.DoesNotContain(plain.Given, c => c.StartsWith(Session, StringComparison.Ordinal));

        Assert.Equal((200, ""), await SignInAsync(secure, User));
        var given = Assert.Single(secure.Given, c => c.StartsWith(Session, StringComparison.Ordinal)).ToLowerInvariant();
        Assert.All(["secure", "httponly", "samesite=strict"], word => Assert.Contains($"; {word}", given, StringComparison.Ordinal));
    }

    private static async Task<(int Status, string Code)> SignInAsync(Caller caller, string user)
    {
        await caller.TakeAsync(HttpMethod.Get, "/api/antiforgery", null);
        var answer = await caller.TakeAsync(HttpMethod.Post, "/api/session", Caller.Json(new { userName = user, password = ProductionServer.Password }));
        return (answer.Status, answer.Code);
    }
}
