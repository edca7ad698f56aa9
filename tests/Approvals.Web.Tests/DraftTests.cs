using System.Text;

namespace Approvals.Web.Tests;

[Collection(SharedProduct.Name)]
public sealed class DraftTests(ProductServer server)
{
    private const int Megabyte = 1024 * 1024;

    private readonly CaseStory _story = new(server);

    [Fact]
    public async Task Submit_WithAnswersMissing_NamesFieldsAndMakesNoCase()
    {
        var applicant = await server.SignInAsync("zhou.jianhua");
        var draft = await OpenAsync(applicant);

        var answer = await applicant.PostAsync($"/api/drafts/{draft.Id}/submit", new { etag = draft.Etag, idempotencyKey = CaseStory.Key() });

        Assert.Equal(422, answer.Status);
        Assert.Contains("education", answer.Wrong);
        Assert.Empty((await applicant.GetAsync("/api/cases"))["items"].EnumerateArray());
    }

    [Fact]
    public async Task Save_WithAnAnswerOfTheWrongType_KeepsItAndNamesTheField()
    {
        var applicant = await server.SignInAsync("zhou.jianhua");
        var draft = await OpenAsync(applicant);

        var saved = await applicant.PutAsync($"/api/drafts/{draft.Id}", new { values = new { months = "many", idNumber = "220102197001011234" }, etag = draft.Etag });

        Assert.Equal(200, saved.Status);
        var wrong = saved["state"].GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("path").GetString()).ToList();
        Assert.Contains("months", wrong);
        Assert.Contains("idNumber", wrong);
    }

    [Fact]
    public async Task Save_WithAStaleEtag_IsRefusedAndChangesNothing()
    {
        var applicant = await server.SignInAsync("zhou.jianhua");
        var draft = await OpenAsync(applicant);
        await applicant.PutAsync($"/api/drafts/{draft.Id}", new { values = new { school = "第一所" }, etag = draft.Etag });

        var stale = await applicant.PutAsync($"/api/drafts/{draft.Id}", new { values = new { school = "第二所" }, etag = draft.Etag });

        Assert.Equal((409, "drafts.changed"), (stale.Status, stale.Code));
        var values = (await applicant.GetAsync($"/api/drafts/{draft.Id}"))["state"].GetProperty("values");
        Assert.Equal("第一所", values.GetProperty("school").GetString());
    }

    [Fact]
    public async Task Draft_OfSomebodyElse_IsNotFoundWhateverIsTried()
    {
        var draft = await OpenAsync(await server.SignInAsync("zhou.jianhua"));
        var other = await server.SignInAsync("li.ruolan");

        Assert.Equal(404, (await other.GetAsync($"/api/drafts/{draft.Id}")).Status);
        Assert.Equal(404, (await other.PutAsync($"/api/drafts/{draft.Id}", new { values = new { }, etag = draft.Etag })).Status);
        Assert.Equal(404, (await other.DeleteAsync($"/api/drafts/{draft.Id}")).Status);
        Assert.Equal(404, (await other.PostAsync($"/api/drafts/{draft.Id}/submit", new { etag = draft.Etag, idempotencyKey = CaseStory.Key() })).Status);
        Assert.Equal(404, (await other.UploadAsync($"/api/documents?draft={draft.Id}&type=contract", CaseStory.Pdf, "a.pdf", "application/pdf")).Status);
    }

    [Theory]
    [InlineData("not-a-guid", 404)]
    [InlineData("01a1fc63-603e-7b1d-a4e4-2bfb5c702d86", 404)]
    public async Task Draft_WithAWrongIdentifier_IsNotFound(string id, int status) =>
        Assert.Equal(status, (await (await server.SignInAsync("zhou.jianhua")).GetAsync($"/api/drafts/{id}")).Status);

    [Fact]
    public async Task Open_OfAnUnknownService_IsNotFound() =>
        Assert.Equal(404, (await (await server.SignInAsync("zhou.jianhua")).PostAsync("/api/services/no-such-service/drafts")).Status);

    [Fact]
    public async Task Submit_Twice_MakesOneCase()
    {
        var (applicant, draft, etag) = await _story.PrepareAsync("chen.siyu");
        var click = new { etag, idempotencyKey = CaseStory.Key() };

        var answers = await Task.WhenAll(applicant.PostAsync($"/api/drafts/{draft}/submit", click), applicant.PostAsync($"/api/drafts/{draft}/submit", click));

        Assert.All(answers, a => Assert.Equal(200, a.Status));
        Assert.Equal(answers[0].Text("number"), answers[1].Text("number"));
        Assert.Single((await applicant.GetAsync("/api/cases"))["items"].EnumerateArray());
        Assert.False((await applicant.GetAsync("/api/services/talent-classification"))["canApply"].GetBoolean());
    }

    [Fact]
    public async Task Upload_OfTwentyFiveMegabytes_IsRefusedWithItsLimit()
    {
        var applicant = await server.SignInAsync("zhou.jianhua");
        var draft = await OpenAsync(applicant);
        var large = new byte[25 * Megabyte];
        CaseStory.Pdf.CopyTo(large, 0);

        var answer = await applicant.UploadAsync($"/api/documents?draft={draft.Id}&type=contract", large, "合同.pdf", "application/pdf");

        Assert.Equal((413, "documents.tooLarge"), (answer.Status, answer.Code));
        Assert.Empty((await applicant.GetAsync($"/api/drafts/{draft.Id}"))["documents"].EnumerateArray());
    }

    [Theory]
    [InlineData("PK\u0003\u0004zip", "contract.pdf", "documents.formatNotAllowed")]
    [InlineData("%PDF-1.4\n", "contract.png", "documents.nameMisleads")]
    public async Task Upload_WhoseContentIsNotWhatItSays_IsRefused(string content, string name, string code)
    {
        var applicant = await server.SignInAsync("zhou.jianhua");
        var draft = await OpenAsync(applicant);

        var answer = await applicant.UploadAsync(
            $"/api/documents?draft={draft.Id}&type=contract", Encoding.Latin1.GetBytes(content + new string('0', 200)), name, "application/pdf");

        Assert.Equal((400, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Upload_WithoutAPlaceATypeOrAFile_IsRefused()
    {
        var applicant = await server.SignInAsync("zhou.jianhua");
        var draft = await OpenAsync(applicant);

        Assert.Equal("documents.unknownType", (await applicant.UploadAsync($"/api/documents?draft={draft.Id}&type=nothing", CaseStory.Pdf, "a.pdf", "application/pdf")).Code);
        Assert.Equal("documents.noPlace", (await applicant.UploadAsync("/api/documents?type=contract", CaseStory.Pdf, "a.pdf", "application/pdf")).Code);
        Assert.Equal("documents.noFile", (await applicant.PostRawAsync($"/api/documents?draft={draft.Id}&type=contract", "{}")).Code);
        Assert.Equal(400, (await applicant.UploadAsync($"/api/documents?draft={draft.Id}", CaseStory.Pdf, "a.pdf", "application/pdf")).Status);
    }

    [Fact]
    public async Task Document_OfSomebodyElse_IsNotFound()
    {
        var owner = await server.SignInAsync("zhou.jianhua");
        var draft = await OpenAsync(owner);
        var id = (await owner.UploadAsync($"/api/documents?draft={draft.Id}&type=contract", CaseStory.Pdf, "a.pdf", "application/pdf")).Text("id");

        Assert.Equal(404, (await (await server.SignInAsync("li.ruolan")).GetAsync($"/api/documents/{id}")).Status);
        Assert.Equal(404, (await (await server.SignInAsync("li.ruolan")).DeleteAsync($"/api/documents/{id}")).Status);
        Assert.Equal(CaseStory.Pdf, await owner.Client.GetByteArrayAsync(new Uri($"/api/documents/{id}", UriKind.Relative)));
        Assert.Equal(204, (await owner.DeleteAsync($"/api/documents/{id}")).Status);
        Assert.Equal(404, (await owner.GetAsync($"/api/documents/{id}")).Status);
    }

    [Fact]
    public async Task Eligibility_WithAnswersMissing_AsksForThem()
    {
        var applicant = await server.SignInAsync("zhou.jianhua");

        var answer = await applicant.PostAsync("/api/services/talent-classification/eligibility", new { answers = new { outside = true } });

        Assert.Equal(200, answer.Status);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer["outcome"].ValueKind);
        Assert.NotEmpty(answer["state"].GetProperty("errors").EnumerateArray());
    }

    private static async Task<(string Id, string Etag)> OpenAsync(Visitor applicant)
    {
        var id = (await applicant.PostAsync("/api/services/talent-classification/drafts")).Text("id");
        return (id, (await applicant.GetAsync($"/api/drafts/{id}")).Text("etag"));
    }
}
