using System.IO.Compression;
using System.Text;
using Approvals.Web.Tests.Rights;

namespace Approvals.Web.Tests.Attacks;

/// <summary>Files that are not what they say, names that lead elsewhere, and too many of them.</summary>
[Collection(SharedProduct.Name)]
public sealed class UploadAttackTests(ProductServer server)
{
    private const string Html = "<html><script>alert(1)</script></html>";

    public static TheoryData<string, string, byte[]> Refused => new()
    {
        { "page.pdf", "documents.formatNotAllowed", Encoding.UTF8.GetBytes(Html) },
        { "picture.svg", "documents.formatNotAllowed", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray() },
        { "program.pdf", "documents.formatNotAllowed", "MZ\u0090\0"u8.ToArray() },
        { "page.html", "documents.nameMisleads", Encoding.UTF8.GetBytes($"%PDF-1.7\n{Html}") },
        { "scan.pdf.exe", "documents.nameMisleads", CaseStory.Pdf },
        { "scan.pdf ", "", CaseStory.Pdf },
        { "packed.pdf", "documents.formatNotAllowed", Packed(("a.txt", 10)) },
        { "bomb.docx", "documents.formatNotAllowed", Packed(("[Content_Types].xml", 10), ("word/document.xml", 50_000_000)) },
        { "empty.pdf", "documents.empty", [] },
        { $"{new string('x', 300)}.pdf", "documents.badName", CaseStory.Pdf },
    };

    public static TheoryData<string, string> Names => new()
    {
        { "../../etc/passwd.pdf", "passwd.pdf" },
        { "C:\\Windows\\scan.pdf", "scan.pdf" },
        { "a\u202Efdp.scan.pdf", "afdp.scan.pdf" },
        { "\u2067扫描件\u2069.pdf", "扫描件.pdf" },
        { "<img src=x onerror=alert(1)>.pdf", "<img src=x onerror=alert(1)>.pdf" },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task File_ThatIsNotWhatItSays_IsRefused(string name, string code, byte[] content)
    {
        var (owner, draft) = await DraftAsync();

        var answer = await owner.UploadAsync($"/api/documents?draft={draft}&type=contract", content, name, "application/pdf");

        Assert.Equal(code, answer.Code);
        Assert.Equal(code.Length == 0, answer.Status == 200);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task File_WithANameThatLeadsElsewhere_KeepsTheHarmlessPartOfIt(string name, string kept)
    {
        var (owner, draft) = await DraftAsync();

        var answer = await owner.UploadAsync($"/api/documents?draft={draft}&type=contract", CaseStory.Pdf, name, "application/pdf");

        Assert.True(answer.Status == 200, answer.Body.ToString());
        Assert.Equal(kept, answer.Text("name"));
        using var opened = await owner.Client.GetAsync(new Uri($"/api/documents/{answer.Text("id")}", UriKind.Relative));
        var disposition = string.Join("", opened.Content.Headers.GetValues("Content-Disposition"));
        Assert.Equal("nosniff", opened.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain("/", disposition, StringComparison.Ordinal);
        Assert.DoesNotContain("..", disposition, StringComparison.Ordinal);
        Assert.Equal("application/pdf", opened.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task File_WithALineInItsName_IsRefused()
    {
        var (_, draft) = await DraftAsync();
        var owner = await Caller.SignInAsync(server, "zhou.jianhua");
        using var file = new ByteArrayContent(CaseStory.Pdf);
        file.Headers.ContentDisposition = new("form-data") { Name = "file", FileNameStar = "scan.pdf\r\nSet-Cookie: a=b.pdf" };
        using var form = new MultipartFormDataContent { file };

        var answer = await owner.SendAsync(HttpMethod.Post, $"/api/documents?draft={draft}&type=contract", form);

        Assert.Equal("documents.badName", answer.Code);
    }

    [Fact]
    public async Task File_LargerThanItsTypeAllows_IsRefusedWithItsLimit()
    {
        var (owner, draft) = await DraftAsync();
        var content = new byte[20 * 1024 * 1024 + 1];
        CaseStory.Pdf.CopyTo(content, 0);

        var answer = await owner.UploadAsync($"/api/documents?draft={draft}&type=contract", content, "large.pdf", "application/pdf");

        Assert.Equal((413, "documents.tooLarge"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Files_WithoutEnd_AreRefusedAtABound()
    {
        Assert.Equal(200, Application.Documents.UploadDocument.MostFiles);
        var (owner, draft) = await DraftAsync();
        Answer answer = null!;
        for (var number = 0; number <= Application.Documents.UploadDocument.MostFiles; number++)
        {
            answer = await owner.UploadAsync(
                $"/api/documents?draft={draft}&type=contract", [.. CaseStory.Pdf, .. BitConverter.GetBytes(number)], $"{number}.pdf", "application/pdf");
            if (answer.Status != 200)
            {
                break;
            }
        }

        Assert.Equal((409, "documents.tooMany"), (answer.Status, answer.Code));
        await owner.DeleteAsync($"/api/drafts/{draft}");
    }

    private async Task<(Visitor Owner, string Draft)> DraftAsync()
    {
        var owner = await server.SignInAsync("zhou.jianhua");
        var draft = (await owner.PostAsync("/api/services/talent-classification/drafts")).Text("id");
        await owner.DeleteAsync($"/api/drafts/{draft}");
        return (owner, (await owner.PostAsync("/api/services/talent-classification/drafts")).Text("id"));
    }

    /// <summary>Zeros, which pack a thousand to one.</summary>
    private static byte[] Packed(params (string Name, int Length)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, length) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(new byte[length]);
            }
        }

        return stream.ToArray();
    }
}
