using System.Collections.Immutable;
using System.Net;
using Approvals.Application.Outside;
using Approvals.Feel;
using Approvals.Infrastructure.Outside;
using Approvals.TestKit.Network;

namespace Approvals.Infrastructure.Tests.Outside;

/// <summary>Requests that leave for real, to a server of the test's own.</summary>
public sealed class HttpTransportTests
{
    [Fact]
    public async Task Send_ToAnAllowedHost_CarriesTheKeyAndReadsJson()
    {
        await using var other = new AnsweringServer(Answer("201 Created", "application/json", """{ "id": 7 }"""));
        using var transport = Transport([other.Origin]);

        var answer = await transport.SendAsync(Post(other.Origin + "/v1?x=1"), "key-1", default);

        Assert.Equal((201, (string?)null), (answer.Status, answer.Failure));
        Assert.Equal(7m, answer.Value.AsContext()["id"].AsNumber());
        Assert.Equal("application/json", answer.Headers.AsContext()["Content-Type"].AsString());
        var asked = Assert.Single(other.Asked);
        Assert.StartsWith("POST /v1?x=1 HTTP/1.1", asked, StringComparison.Ordinal);
        Assert.Contains("Idempotency-Key: key-1", asked, StringComparison.Ordinal);
        Assert.Contains("X-Trace: t", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_OfAnAnswerThatOnlySaysItIsJson_GivesItsText()
    {
        await using var other = new AnsweringServer(Answer("200 OK", "application/json", "{ not json"));
        using var transport = Transport([other.Origin]);

        Assert.Equal(FeelValue.Of("{ not json"), (await transport.SendAsync(Post(other.Origin), "k", default)).Value);
    }

    [Fact]
    public async Task Send_ToARedirectingHost_DoesNotFollow()
    {
        await using var hidden = new AnsweringServer(Answer("200 OK", "text/plain", "secret"));
        await using var other = new AnsweringServer($"HTTP/1.1 302 Found\r\nLocation: {hidden.Origin}/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var transport = Transport([other.Origin]);

        var answer = await transport.SendAsync(Post(other.Origin), "k", default);

        Assert.Equal(302, answer.Status);
        Assert.Empty(hidden.Asked);
    }

    [Fact]
    public async Task Send_ToAHostThatIsNotListed_IsNotSent()
    {
        await using var other = new AnsweringServer(Answer("200 OK", "text/plain", "x"));
        using var transport = Transport(["https://api.example.org"]);

        Assert.Equal("outside.hostNotAllowed", (await transport.SendAsync(Post(other.Origin), "k", default)).Failure);
        Assert.Empty(other.Asked);
    }

    [Theory]
    [InlineData(false, null, "outside.privateAddress")]
    [InlineData(true, 200, null)]
    public async Task Send_ToANameOfAPrivateAddress_IsSentOnlyWhereThatIsListed(bool listed, int? status, string? failure)
    {
        await using var other = new AnsweringServer(Answer("200 OK", "text/plain", "x"));
        var named = other.Origin.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        using var transport = Transport([named], listed ? [named] : []);

        var answer = await transport.SendAsync(Post(named), "k", default);

        Assert.Equal((status, failure), (answer.Status, answer.Failure));
    }

    [Fact]
    public async Task Send_OfAnAnswerBeyondTheLimit_IsNotRead()
    {
        await using var other = new AnsweringServer(Answer("200 OK", "text/plain", new string('x', 5000)));
        using var transport = Transport([other.Origin]);

        Assert.Equal("outside.answerTooLarge", (await transport.SendAsync(Post(other.Origin), "k", default)).Failure);
    }

    [Fact]
    public async Task Send_ToAHostThatSaysNothing_TimesOut()
    {
        await using var other = new AnsweringServer(answers: [null]);
        using var transport = Transport([other.Origin], timeout: TimeSpan.FromMilliseconds(300));

        Assert.Equal("timeout", (await transport.SendAsync(Post(other.Origin), "k", default)).Failure);
    }

    [Fact]
    public async Task Send_WhereNobodyListens_DoesNotConnect()
    {
        string gone;
        await using (var other = new AnsweringServer(answers: [null]))
        {
            gone = other.Origin;
        }

        using var transport = Transport([gone]);

        Assert.Equal("connection", (await transport.SendAsync(Post(gone), "k", default)).Failure);
    }

    [Theory]
    [InlineData("https://api.example.org/x", null)]
    [InlineData("https://API.example.org:443/x", null)]
    [InlineData("https://deep.below.example.net/", null)]
    [InlineData("https://example.net/", "outside.hostNotAllowed")]
    [InlineData("http://api.example.org/x", "outside.hostNotAllowed")]
    [InlineData("https://api.example.org:8443/", "outside.hostNotAllowed")]
    [InlineData("https://api.example.org.evil.test/", "outside.hostNotAllowed")]
    [InlineData("https://user@api.example.org/", "outside.badAddress")]
    [InlineData("https://api.example.org@evil.test/", "outside.badAddress")]
    [InlineData("file:///etc/passwd", "outside.badAddress")]
    [InlineData("/relative", "outside.badAddress")]
    public void Refusal_OfAnAddress_FollowsTheList(string url, string? code) =>
        Assert.Equal(code, OutsideHosts.Of(["api.example.org", "https://*.example.net"]).Refusal(url)?.Code);

    [Theory]
    [InlineData("127.0.0.1"), InlineData("10.1.2.3"), InlineData("172.31.0.1"), InlineData("192.168.1.1"), InlineData("169.254.169.254"), InlineData("100.64.0.1")]
    [InlineData("0.0.0.0"), InlineData("::1"), InlineData("::"), InlineData("fd00::1"), InlineData("fe80::1"), InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1"), InlineData("2002:7f00:1::")]
    public void Contains_APrivateAddress_IsTrue(string address) => Assert.True(PrivateAddresses.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8"), InlineData("172.32.0.1"), InlineData("2606:4700::1111"), InlineData("64:ff9b::808:808")]
    public void Contains_APublicAddress_IsFalse(string address) => Assert.False(PrivateAddresses.Contains(IPAddress.Parse(address)));

    private static HttpTransport Transport(string[] hosts, string[]? @private = null, TimeSpan? timeout = null) =>
        new(OutsideHosts.Of(hosts, @private), new OutsideOptions { MaxBytes = 4096, Timeout = timeout ?? TimeSpan.FromSeconds(20) });

    private static HttpCall Post(string url) =>
        new("POST", url, """{"a":1}""", "application/json", ImmutableSortedDictionary<string, string>.Empty.Add("X-Trace", "t"));

    private static string Answer(string status, string type, string content) =>
        $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {content.Length}\r\nConnection: close\r\n\r\n{content}";
}
