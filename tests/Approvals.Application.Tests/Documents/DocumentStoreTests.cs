using System.Security.Cryptography;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Secrets;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Documents;

public sealed class DocumentStoreTests
{
    private static readonly UploadRules Rules = new(1024 * 1024, ["pdf", "docx"]);

    [Theory, AllDatabases(0)]
    [AllDatabases(65_527)]
    [AllDatabases(65_528)]
    [AllDatabases(300_000)]
    public async Task OpenAsync_AfterReceiving_GivesTheSameBytesAndName(DatabaseKind kind, int length)
    {
        await using var host = await TestHost.CreateAsync(kind);
        var content = SampleFiles.Pdf(length);
        var document = (await ReceiveAsync(host, "劳动合同.PDF", content)).Value;

        var (name, read) = await ReadAsync(host, document);

        Assert.Equal("劳动合同.PDF", name);
        Assert.Equal(content, read);
        Assert.Equal((content.Length, "application/pdf"), (document.Length, document.ContentType));
    }

    [Fact]
    public async Task ReceiveAsync_StoredFile_IsEncryptedAndAddressedByItsHash()
    {
        await using var host = await TestHost.CreateAsync();
        var document = (await ReceiveAsync(host, "a.pdf", SampleFiles.Pdf(5000))).Value;

        var file = Directory.EnumerateFiles(Path.Combine(host.DataDirectory, "documents"), "*", SearchOption.AllDirectories).Single();

        var bytes = await File.ReadAllBytesAsync(file);
        Assert.Equal(-1, bytes.AsSpan().IndexOf("%PDF"u8));
        Assert.Equal(document.Address, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Theory]
    [InlineData("documents.formatNotAllowed", "bomb.pdf", "zip")]
    [InlineData("documents.nameMisleads", "report.pdf", "docx")]
    [InlineData("documents.formatNotAllowed", "photo.png", "png")]
    [InlineData("documents.empty", "empty.pdf", "empty")]
    [InlineData("documents.badName", "", "pdf")]
    [InlineData("documents.badName", "a\u0000.pdf", "pdf")]
    public async Task ReceiveAsync_NotAllowed_IsRefusedAndLeavesNothing(string code, string name, string content)
    {
        await using var host = await TestHost.CreateAsync();
        byte[] bytes = content switch
        {
            "zip" => SampleFiles.Zip("a.txt"),
            "docx" => SampleFiles.Word,
            "png" => SampleFiles.Png,
            "pdf" => SampleFiles.Pdf(),
            _ => [],
        };

        var received = await ReceiveAsync(host, name, bytes);

        Assert.Equal(code, received.Error?.Code);
        await AssertNothingLeftAsync(host);
    }

    [Fact]
    public async Task ReceiveAsync_TwentyFiveMegabytes_IsRefusedWithoutReadingToTheEnd()
    {
        await using var host = await TestHost.CreateAsync();
        var stream = new MemoryStream(SampleFiles.Pdf(25 * 1024 * 1024));

        var received = await ReceiveAsync(host, "large.pdf", stream);

        Assert.Equal(("documents.tooLarge", ErrorKind.TooLarge), (received.Error?.Code, received.Error?.Kind));
        Assert.True(stream.Position < 2 * 1024 * 1024);
        await AssertNothingLeftAsync(host);
    }

    [Fact]
    public async Task ReceiveAsync_SameFileFromTwoApplicants_IsRecognisedByItsKeyedHash()
    {
        await using var host = await TestHost.CreateAsync();

        var one = (await ReceiveAsync(host, "a.pdf", SampleFiles.Pdf())).Value;
        var two = (await ReceiveAsync(host, "b.pdf", SampleFiles.Pdf())).Value;

        Assert.Equal(one.ContentHash, two.ContentHash);
        Assert.NotEqual(one.Address, two.Address);
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(100_000)]
    public async Task OpenAsync_StoredFileCutOffOrChanged_Throws(int at)
    {
        await using var host = await TestHost.CreateAsync();
        var document = (await ReceiveAsync(host, "a.pdf", SampleFiles.Pdf(200_000))).Value;
        var file = Directory.EnumerateFiles(Path.Combine(host.DataDirectory, "documents"), "*", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;
        await File.WriteAllBytesAsync(file, at < 0 ? bytes[..65_700] : bytes);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync(host, document));
    }

    [Theory, AllDatabases]
    public async Task RemoveOrphanFiles_AfterADay_DeletesOnlyWhatNoRowNames(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);
        var kept = (await ReceiveAsync(host, "a.pdf", SampleFiles.Pdf())).Value;
        await ReceiveAsync(host, "b.pdf", SampleFiles.Pdf(), commit: false);

        Assert.Equal(0, await RemoveAsync(host));
        host.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(1, await RemoveAsync(host));

        Assert.Equal("a.pdf", (await ReadAsync(host, kept)).Name);
    }

    private static Task<int> RemoveAsync(TestHost host) =>
        host.InScopeAsync(services => services.GetRequiredService<RemoveOrphanFiles>().RunAsync(CancellationToken.None));

    private static Task<Result<Document>> ReceiveAsync(TestHost host, string name, byte[] content, bool commit = true) =>
        ReceiveAsync(host, name, new SampleFiles.Dribble(content), commit);

    private static Task<Result<Document>> ReceiveAsync(TestHost host, string name, Stream content, bool commit = true) =>
        host.InScopeAsync(async services =>
        {
            var key = services.GetRequiredService<Vault>().Create("case");
            var file = new IncomingFile { Content = content, FileName = name, DocumentType = "contract", KeyId = key.Id, UploadedByUserId = Guid.Empty };
            var document = await services.GetRequiredService<DocumentStore>().ReceiveAsync(file, Rules, CancellationToken.None);
            if (commit && document.IsSuccess)
            {
                await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
            }

            return document;
        });

    private static Task<(string Name, byte[] Content)> ReadAsync(TestHost host, Document document) => host.InScopeAsync(async services =>
    {
        var opened = (await services.GetRequiredService<DocumentStore>().OpenAsync(document, CancellationToken.None)).Value;
        await using var content = opened.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return (opened.FileName, copy.ToArray());
    });

    private static async Task AssertNothingLeftAsync(TestHost host)
    {
        Assert.Equal(0, await host.WithContextAsync(c => c.Documents.CountAsync()));
        Assert.DoesNotContain(Directory.EnumerateFiles(host.DataDirectory, "*", SearchOption.AllDirectories), f => f.Contains("documents"));
    }
}
