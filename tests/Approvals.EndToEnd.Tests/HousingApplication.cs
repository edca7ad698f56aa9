namespace Approvals.EndToEnd.Tests;

/// <summary>An application for a flat, brought over HTTP to where a story needs it.</summary>
internal static class HousingApplication
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<string, string> Documents = new() { ["docIdentity"] = "identity", ["docContract"] = "contract", ["docNoHome"] = "no-home" };

    /// <summary>Fills and submits for a skilled workers' flat in the capital.</summary>
    public static async Task<Submitted> SubmitAsync(ApiCaller applicant)
    {
        var id = (await applicant.PostAsync("/api/services/housing/drafts")).Text("id");
        var values = new Dictionary<string, object>
        {
            ["certificate"] = "无", ["uscc"] = "91220104MA99A00145", ["employerName"] = "长春北湖光电科技有限公司", ["contractTo"] = "2032-12-31", ["request"] = "first",
            ["type"] = "worker-flat", ["city"] = "220100", ["layout"] = "one", ["household"] = 1, ["from"] = "2032-01-01", ["months"] = 24, ["family"] = Array.Empty<object>(),
            ["subsidy"] = false, ["noHome"] = true, ["privacyConsent"] = true, ["sensitiveConsent"] = true,
        };
        foreach (var (field, type) in Documents)
        {
            values[field] = new[] { (await applicant.UploadAsync($"/api/documents?draft={id}&type={type}", SamplePdf.File(type))).Text("id") };
        }

        var etag = (await applicant.GetAsync($"/api/drafts/{id}")).Text("etag");
        etag = (await applicant.PutAsync($"/api/drafts/{id}", new { values, etag })).Text("etag");
        var done = await applicant.PostAsync($"/api/drafts/{id}/submit", new { etag, idempotencyKey = Guid.NewGuid().ToString("N") });
        return new(done.Text("caseId"), done.Text("number"));
    }

    /// <summary>Accepted, looked up in the register and confirmed by the employer's authority.</summary>
    public static async Task CheckAsync(Caseload cases, string number, bool ownsHome)
    {
        await cases.ActAsync("shi.lei", number, "accept", new { complete = true });
        await cases.ActAsync("pan.yue", number, "approve", new { ownsHome, subsidised = false, checkedOn = "2026-03-05" });
        await cases.ActAsync("gao.xiang", number, "approve", new { atWork = true, skilled = true });
    }

    /// <summary>Until the notice is over and the case waits; working days are longer than a week where a holiday lies between.</summary>
    public static async Task<string> ToListAsync(Caseload cases, ApiCaller applicant, Submitted filed)
    {
        await Demonstration.ForwardAsync(await cases.AsAsync("geng.tao"), 7);
        var round = 0;
        for (var end = DateTime.UtcNow + Patience; DateTime.UtcNow < end; await Task.Delay(1_000))
        {
            var places = await applicant.GetAsync($"/api/cases/{filed.Id}/waiting");
            if (places.GetArrayLength() > 0)
            {
                return places[0].GetProperty("entry").Text("id");
            }

            if (++round % 10 == 0)
            {
                await Demonstration.ForwardAsync(applicant, 7);
            }
        }

        throw new InvalidOperationException($"{filed.Number} did not come to its list.");
    }
}
