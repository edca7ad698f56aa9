using System.Text;
using Approvals.Infrastructure.Spreadsheets;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Choices that administrators keep beside those of packages.</summary>
[Collection(SharedCare.Name)]
public sealed class DictionaryTests(CarefulProduct server)
{
    private const string Address = "/api/admin/dictionaries/departments";
    private const string Offered = "/api/lists/departments?service=medical-booking&q=";

    [Fact, Holds(Bad.Twice, "PUT /api/admin/dictionaries/{name}/{code}"), Holds(Bad.Stale, "PUT /api/admin/dictionaries/{name}/{code}")]
    public async Task Choice_AddedTwice_IsThereOnceAndOffered()
    {
        var admin = await server.SignInAsync("admin.system");
        var entry = new { nameZh = "针灸科", nameEn = "Acupuncture" };

        Twins.OneDone(await admin.TwiceAsync("PUT", $"{Address}/acupuncture", entry), 409);

        Assert.Equal(1, await server.CountAsync(c => c.DictionaryEntries.Where(e => e.Code == "acupuncture")));
        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.Action == "dictionaries.changed" && e.Data!.Contains("acupuncture"))));
        Assert.Equal("针灸科", (await admin.GetAsync(Offered + "针灸")).Body[0].GetProperty("label").GetString());
        Assert.Equal("rights.stale", (await admin.PutAsync($"{Address}/acupuncture", new { entry.nameZh, entry.nameEn, etag = "999" })).Code);
    }

    [Fact]
    public async Task Dictionaries_Listed_BearTheNamesOfTheirPackages()
    {
        var admin = await server.SignInAsync("admin.system");

        var labels = (await admin.GetAsync("/api/admin/dictionaries")).Body.EnumerateArray().ToDictionary(d => d.GetProperty("name").GetString()!, d => d.GetProperty("label").GetString());

        Assert.Equal("评审专家的专业领域", labels["expert-fields"]);
        Assert.DoesNotContain(labels, l => l.Key == l.Value);
    }

    [Fact]
    public async Task Choice_OfAPackage_IsRenamedAndEnded()
    {
        var admin = await server.SignInAsync("admin.system");
        var today = (await admin.GetAsync("/api/session")).Body.GetProperty("today").GetString();

        var kept = await admin.PutAsync($"{Address}/neurology", new { nameZh = "脑病科", nameEn = "Brain diseases" });
        Assert.Equal((200, "神经内科"), (kept.Status, kept.Text("packageName")));
        Assert.Equal("脑病科", (await admin.GetAsync(Offered + "neurology")).Body[0].GetProperty("label").GetString());

        var coming = await admin.PutAsync($"{Address}/sleep", new { nameZh = "睡眠科", nameEn = "Sleep", from = "2099-01-01" });
        Assert.Equal("coming", coming.Text("state"));
        Assert.Equal(0, (await admin.GetAsync(Offered + "睡眠")).Body.GetArrayLength());

        var ended = await admin.PutAsync($"{Address}/neurology", new { nameZh = "脑病科", nameEn = "Brain diseases", to = today, etag = kept.Text("etag") });
        Assert.Equal(today, ended.Text("to"));
    }

    [Theory]
    [InlineData("departments/x%20y", "甲", "dictionaries.code")]
    [InlineData("departments/ok", "", null)]
    public async Task Choice_ThatIsNone_IsRefused(string path, string name, string? code)
    {
        var answer = await server.RefusedAsync("admin.system", v => v.PutAsync($"/api/admin/dictionaries/{path}", new { nameZh = name, nameEn = "A" }), 400, 422);

        Assert.True(code is null || answer.Code == code || answer.Body.ToString().Contains(code, StringComparison.Ordinal), answer.Body.ToString());
    }

    [Fact]
    public async Task Choice_WithAnEndBeforeItsBeginningOrInThePast_IsRefused()
    {
        var admin = await server.SignInAsync("admin.system");

        var before = await admin.PutAsync($"{Address}/x", new { nameZh = "甲", nameEn = "A", from = "2098-02-01", to = "2098-01-31" });
        var past = await admin.PutAsync($"{Address}/x", new { nameZh = "甲", nameEn = "A", from = "2019-02-01", to = "2020-02-29" });

        Assert.Equal(("dictionaries.endsBeforeItBegins", "rights.endsInThePast"), (before.Code, past.Code));
        Assert.Equal(404, (await admin.GetAsync("/api/admin/dictionaries/nothing")).Status);
    }

    [Fact, Holds(Bad.Twice, "POST /api/admin/dictionaries/{name}/import")]
    public async Task Choices_ImportedTwice_AreThereOnceAndOffered()
    {
        var admin = await server.SignInAsync("admin.system");
        var file = XlsxWriter.Write("rows", [["代码", "中文名称", "英文名称", "最后可选日期"], ["rehab", "康复科", "Rehabilitation", ""], ["urology", "泌尿外科", "Urinary tract", "2099-12-31"]]);

        var dry = await admin.UploadAsync($"{Address}/import?dryRun=true", file, "rows.xlsx", "application/octet-stream");
        Assert.Equal((200, false, 0), (dry.Status, dry["applied"].GetBoolean(), await server.CountAsync(c => c.DictionaryEntries.Where(e => e.Code == "rehab"))));
        Assert.Equal(2, dry["added"].GetInt32() + dry["changed"].GetInt32());

        await admin.GetAsync("/api/antiforgery");
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => admin.UploadAsync($"{Address}/import", file, "rows.xlsx", "application/octet-stream")));
        Assert.Contains(both, a => a.Status == 200 && a["applied"].GetBoolean());
        Assert.All(both, a => Assert.True(a.Status is 200 or 409, a.Body.ToString()));
        Assert.Equal(1, await server.CountAsync(c => c.DictionaryEntries.Where(e => e.Code == "rehab")));
        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.Action == "dictionaries.imported")));
        Assert.Equal("康复科", (await admin.GetAsync(Offered + "康复")).Body[0].GetProperty("label").GetString());

        var again = await admin.UploadAsync($"{Address}/import", file, "rows.xlsx", "application/octet-stream");
        Assert.Equal((0, 0, 2), (again["added"].GetInt32(), again["changed"].GetInt32(), again["unchanged"].GetInt32()));
    }

    [Fact]
    public async Task Choices_WithMistakes_AreToldByRowAndColumn_AndNothingIsTaken()
    {
        var admin = await server.SignInAsync("admin.system", "en");
        const string rows = "code,nameZh,nameEn,from,to\nx y,甲,A,,\nb1,,B,,\nb2,丙,C,31.01.2026,\nb3,丁,D,2098-02-01,2098-01-31\nb4,戊,E,2019-01-01,2020-02-29\n";
        var before = server.Writes();

        var answer = await admin.UploadAsync($"{Address}/import", Encoding.UTF8.GetBytes(rows), "rows.csv", "text/csv");

        Assert.Equal((200, false), (answer.Status, answer["applied"].GetBoolean()));
        Assert.Equal(
            [(2, "code"), (3, "nameZh"), (4, "from"), (5, "to"), (6, "to")],
            answer["problems"].EnumerateArray().Select(p => (p.GetProperty("row").GetInt32(), p.GetProperty("column").GetString()!)));
        Assert.Equal(before, server.Writes());
        Assert.Equal(404, (await admin.UploadAsync("/api/admin/dictionaries/nothing/import", Encoding.UTF8.GetBytes(rows), "rows.csv", "text/csv")).Status);
    }
}
