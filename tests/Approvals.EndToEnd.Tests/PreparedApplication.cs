using System.Text.Json;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>A case that an applicant has submitted.</summary>
internal sealed record Submitted(string Id, string Number);

/// <summary>An application whose draft is filled over HTTP from the applicant's own browser, and submitted in the page or over HTTP.</summary>
internal static class PreparedApplication
{
    /// <summary>The document that may follow after acceptance.</summary>
    public const string Promised = "docFormerEmployerConsent";

    /// <summary>Fills, and submits in the page; the number of the case.</summary>
    public static async Task<string> SubmitAsync(IPage page, object own, params string[] without)
    {
        var draft = await FillAsync(ApiCaller.Of(page), own, without);
        await page.GotoAsync($"/apply/{draft}?section=-check");
        return await Applying.SubmitAsync(page);
    }

    /// <summary>Fills and submits over HTTP.</summary>
    public static async Task<Submitted> SubmitAsync(ApiCaller applicant, object own, params string[] without)
    {
        var draft = await FillAsync(applicant, own, without);
        var etag = (await applicant.GetAsync($"/api/drafts/{draft}")).Text("etag");
        var done = await applicant.PostAsync($"/api/drafts/{draft}/submit", new { etag, idempotencyKey = Guid.NewGuid().ToString("N") });
        return new(done.Text("caseId"), done.Text("number"));
    }

    /// <summary>Fills the draft; its id.</summary>
    public static async Task<string> FillAsync(ApiCaller applicant, object own, params string[] without)
    {
        var id = (await applicant.PostAsync("/api/services/talent-classification/drafts")).Text("id");
        await FillDraftAsync(applicant, id, own, without);
        return id;
    }

    /// <summary>Fills a draft that is open.</summary>
    public static async Task FillDraftAsync(ApiCaller applicant, string id, object own, params string[] without)
    {
        var values = Merge(Common, own);
        foreach (var (field, type) in Documents.Where(d => !without.Contains(d.Key)))
        {
            var file = await applicant.UploadAsync($"/api/documents?draft={id}&type={type}", SamplePdf.File(type));
            values[field] = new[] { file.Text("id") };
        }

        var etag = (await applicant.GetAsync($"/api/drafts/{id}")).Text("etag");
        await applicant.PutAsync($"/api/drafts/{id}", new { values, etag });
    }

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static readonly object Common = new
    {
        idLongTerm = false,
        idValidTo = "2036-01-01",
        education = "graduate",
        school = "示例大学",
        major = "光学工程",
        line = "professional",
        skill = "none",
        employed = true,
        formerEmployer = "示例光学研究所",
        formerEmployerPlace = "上海市徐汇区",
        formerPosition = "研究员",
        postdoc = false,
        uscc = "91220104MA99A00145",
        employerName = "长春北湖光电科技有限公司",
        way = "part-time",
        enclave = false,
        contractType = "work",
        contractFrom = "2026-01-01",
        contractTo = "2032-12-31",
        months = 5,
        position = "光学工程首席专家",
        urgent = false,
        contractChecked = true,
        evidence = "none",
        summary = "长期从事光学工程研究，主持示例项目三项。",
        exception = false,
        noBars = true,
        pledge = true,
        privacyConsent = true,
        sensitiveConsent = true,
        sharingConsent = true,
    };

    private static readonly Dictionary<string, string> Documents = new()
    {
        ["docIdentity"] = "identity", ["docContract"] = "contract", ["docBusinessLicence"] = "business-licence",
        ["docDegree"] = "degree", ["docTitle"] = "title", [Promised] = "former-employer-consent",
    };

    private static Dictionary<string, object> Merge(params object[] parts) =>
        parts.SelectMany(p => JsonSerializer.SerializeToElement(p).EnumerateObject()).GroupBy(p => p.Name).ToDictionary(p => p.Key, p => (object)p.Last().Value);
}
