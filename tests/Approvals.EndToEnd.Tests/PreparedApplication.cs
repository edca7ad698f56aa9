using System.Text.Json;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>An application whose draft is filled over HTTP from the applicant's own browser, and submitted in the page.</summary>
internal static class PreparedApplication
{
    private const string Fill = """
        async ({ values, documents, pdf }) => {
          await fetch('/api/antiforgery');
          const token = document.cookie.split('; ').find(c => c.startsWith('XSRF-TOKEN=')).slice(11);
          const headers = { 'X-XSRF-TOKEN': decodeURIComponent(token), 'Accept-Language': 'zh-CN' };
          const send = async (method, url, body) => {
            const json = body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' };
            const answer = await fetch(url, { method, headers: { ...headers, ...json }, body: body instanceof FormData ? body : JSON.stringify(body) });
            if (!answer.ok) { throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`); }
            return answer.json();
          };
          const { id } = await send('POST', '/api/services/talent-classification/drafts');
          for (const [field, type] of Object.entries(documents)) {
            const form = new FormData();
            form.append('file', new Blob([Uint8Array.from(pdf)], { type: 'application/pdf' }), `${type}.pdf`);
            values[field] = [(await send('POST', `/api/documents?draft=${id}&type=${type}`, form)).id];
          }
          const { etag } = await (await fetch(`/api/drafts/${id}`)).json();
          await send('PUT', `/api/drafts/${id}`, { values, etag });
          return id;
        }
        """;

    /// <summary>Fills and submits; the number of the case.</summary>
    public static async Task<string> SubmitAsync(IPage page, object own)
    {
        await page.GotoAsync($"/apply/{await FillAsync(page, own)}?section=-check");
        return await Applying.SubmitAsync(page);
    }

    /// <summary>Fills the draft; its id.</summary>
    public static Task<string> FillAsync(IPage page, object own) => page.EvaluateAsync<string>(Fill, new
    {
        values = Merge(Common, own),
        documents = Documents,
        pdf = SamplePdf.Build(1).Select(b => (int)b).ToArray(),
    });

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
        ["docDegree"] = "degree", ["docTitle"] = "title", ["docFormerEmployerConsent"] = "former-employer-consent",
    };

    private static Dictionary<string, object> Merge(params object[] parts) =>
        parts.SelectMany(p => JsonSerializer.SerializeToElement(p).EnumerateObject()).ToDictionary(p => p.Name, p => Plain(p.Value));

    private static object Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Number => value.GetInt32(),
        _ => value.GetString()!,
    };
}
