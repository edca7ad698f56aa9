using System.Text;
using Approvals.Application.Documents;
using Approvals.Infrastructure.Scanning;
using Approvals.TestKit.Network;

namespace Approvals.Infrastructure.Tests.Scanning;

/// <summary>A scanner on this machine: what it says counts, and what it does not say counts as nothing said.</summary>
public sealed class HttpScannerTests
{
    [Fact]
    public async Task Scan_OfACleanFile_SendsItAsItIsWithTheKey()
    {
        await using var server = new AnsweringServer(AnsweringServer.Answer(200, """{"clean":true}"""));
        using var scanner = Scanner(server.Origin);

        var verdict = await scanner.ScanAsync(Content("%PDF-1.4 文件"), CancellationToken.None);

        Assert.Equal(ScanVerdict.Clean, verdict);
        Assert.Equal("Bearer of-the-environment", AnsweringServer.Header(server.Asked[0], "Authorization"));
        Assert.Contains("%PDF-1.4 文件", server.Asked[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_OfAnInfectedFile_NamesTheThreat()
    {
        await using var server = new AnsweringServer(AnsweringServer.Answer(200, """{"clean":false,"threat":"Test.Sample"}"""));
        using var scanner = Scanner(server.Origin);

        Assert.Equal(new ScanVerdict(ScanOutcome.Infected, "Test.Sample"), await scanner.ScanAsync(Content("x"), CancellationToken.None));
    }

    [Theory]
    [InlineData(500, """{"clean":true}""")]
    [InlineData(302, """{"clean":true}""")]
    [InlineData(200, "")]
    [InlineData(200, "clean")]
    [InlineData(200, "{}")]
    [InlineData(200, "[]")]
    public async Task Scan_AnsweredOddly_IsNoVerdict(int status, string body)
    {
        await using var server = new AnsweringServer(AnsweringServer.Answer(status, body));
        using var scanner = Scanner(server.Origin);

        Assert.Equal(ScanVerdict.Unavailable, await scanner.ScanAsync(Content("x"), CancellationToken.None));
    }

    [Fact]
    public async Task Scan_ThatNobodyAnswers_IsNoVerdict()
    {
        await using var silent = new AnsweringServer(answers: [null]);
        using var slow = Scanner(silent.Origin, TimeSpan.FromMilliseconds(200));
        using var gone = Scanner("http://127.0.0.1:1");

        Assert.Equal(ScanVerdict.Unavailable, await slow.ScanAsync(Content("x"), CancellationToken.None));
        Assert.Equal(ScanVerdict.Unavailable, await gone.ScanAsync(Content("x"), CancellationToken.None));
    }

    [Fact]
    public async Task Scan_ThatIsStopped_SaysSo()
    {
        await using var silent = new AnsweringServer(answers: [null]);
        using var scanner = Scanner(silent.Origin);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scanner.ScanAsync(Content("x"), stop.Token));
    }

    private static HttpScanner Scanner(string origin, TimeSpan? timeout = null) =>
        new(new ScanOptions { Url = $"{origin}/scan", Key = "of-the-environment", Timeout = timeout ?? TimeSpan.FromSeconds(20) });

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));
}
