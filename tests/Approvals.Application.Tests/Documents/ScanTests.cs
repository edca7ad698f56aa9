using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Secrets;
using Approvals.Infrastructure.Scanning;
using Approvals.TestKit.Database;
using Approvals.TestKit.Network;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Documents;

/// <summary>What a scanner on this machine says decides whether an upload stays.</summary>
public sealed class ScanTests
{
    [Theory]
    [InlineData("""{"clean":true}""", null)]
    [InlineData("""{"clean":false,"threat":"Test.Sample"}""", "documents.infected")]
    [InlineData("busy", "documents.notScanned")]
    public async Task Upload_AfterTheScan_StaysOnlyWhenItIsClean(string answer, string? refusal)
    {
        await using var server = new AnsweringServer(AnsweringServer.Answer(200, answer));
        await using var host = await TestHost.CreateAsync(DatabaseKind.Sqlite, services => services
            .AddSingleton<IMalwareScanner>(_ => new HttpScanner(new ScanOptions { Url = server.Origin })));

        var received = await ReceiveAsync(host);

        Assert.Equal(refusal, received.Error?.Code);
        var files = Directory.Exists(Path.Combine(host.DataDirectory, "documents"))
            ? Directory.GetFiles(Path.Combine(host.DataDirectory, "documents"), "*", SearchOption.AllDirectories) : [];
        Assert.Equal(refusal is null ? 1 : 0, files.Length);
        Assert.Equal(refusal is null ? 1 : 0, await host.WithContextAsync(c => c.Documents.CountAsync()));
        Assert.Contains("%PDF-", server.Asked[0], StringComparison.Ordinal);
    }

    private static Task<Result<Document>> ReceiveAsync(TestHost host) => host.InScopeAsync(async services =>
    {
        var key = services.GetRequiredService<Vault>().Create("case");
        var file = new IncomingFile
        {
            Content = new MemoryStream(SampleFiles.Pdf(200_000)), FileName = "a.pdf", DocumentType = "contract", KeyId = key.Id, UploadedByUserId = Guid.Empty,
        };
        var document = await services.GetRequiredService<DocumentStore>().ReceiveAsync(file, UploadRules.Default, CancellationToken.None);
        if (document.IsSuccess)
        {
            await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        }

        return document;
    });
}
