using System.Text;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once around regions and organisations.</summary>
[Collection(SharedCare.Name)]
public sealed class PlaceTwiceTests(CarefulProduct server)
{
    [Fact, Holds(Bad.Twice, "PUT /api/admin/regions/{code}"), Holds(Bad.Twice, "POST /api/admin/regions/import")]
    public async Task Regions_ImportedAndRenamedTwice_AreThereOnce()
    {
        var admin = await server.SignInAsync("admin.system");

        OneApplied(await UploadTwiceAsync(admin, "regions", "code,nameZh,nameEn,level,parent\n229901,双击区,Double District,county,220100\n"));
        Assert.Equal(1, await server.CountAsync(c => c.Regions.Where(r => r.Code == "229901")));
        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.Action == "regions.imported")));

        Twins.OneDone(await admin.TwiceAsync("PUT", "/api/admin/regions/229901", new { nameZh = "双击新区", nameEn = "Double New District", endsOn = "2099-12-31" }), 409);
        var kept = (await admin.GetAsync("/api/admin/regions?parent=229901")).Body[0];
        Assert.Equal(("双击新区", "2099-12-31"), (kept.GetProperty("nameZh").GetString(), kept.GetProperty("endsOn").GetString()));
    }

    [Fact, Holds(Bad.Twice, "POST /api/admin/organisations"), Holds(Bad.Twice, "POST /api/admin/organisations/import")]
    [Holds(Bad.Twice, "PUT /api/admin/organisations/{id}"), Holds(Bad.Stale, "PUT /api/admin/organisations/{id}")]
    public async Task Organisations_EnteredImportedAndChangedTwice_AreThereOnce()
    {
        var admin = await server.SignInAsync("admin.system");
        const string Entered = "91220100MA99B0001Q";
        var body = new { uscc = Entered, name = "双击示例公司", kind = "enterprise", region = "220100" };

        var made = await admin.TwiceAsync("POST", "/api/admin/organisations", body);
        Assert.True(made[0].Status is 200, made[0].Body.ToString());
        Assert.Equal(409, made[1].Status);
        OneApplied(await UploadTwiceAsync(admin, "organisations", $"uscc,name,kind,region,verified\n{Entered},双击示例公司,enterprise,220200,是\n"));
        Assert.Equal(1, await server.CountAsync(c => c.Organisations.Where(o => o.Uscc == Entered && o.VerifiedAt != null && o.RegionCode == "220200")));

        var row = (await admin.GetAsync($"/api/admin/organisations?q={Entered}"))["items"][0];
        var (address, etag) = ($"/api/admin/organisations/{row.GetProperty("id").GetString()}", row.GetProperty("etag").GetString());
        var change = new { etag, body.name, region = "220200", closed = true };
        Assert.Equal("rights.stale", (await admin.PutAsync(address, change with { etag = "999" })).Code);
        Twins.OneDone(await admin.TwiceAsync("PUT", address, change), 409);
        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.Action == "organisations.closed")));
    }

    [Theory]
    [InlineData("a.txt", "code\n1", "sheets.kind")]
    [InlineData("a.csv", "code,\"x", "sheets.quote")]
    [InlineData("a.csv", "PK no archive", "spreadsheets.notWorkbook")]
    public async Task Import_OfAFileThatIsNone_IsRefused(string name, string content, string code)
    {
        foreach (var noun in (string[])["regions", "organisations"])
        {
            var answer = await server.RefusedAsync(
                "admin.system", visitor => visitor.UploadAsync($"/api/admin/{noun}/import", Encoding.UTF8.GetBytes(content), name, "text/csv"), 400, 413);
            Assert.Equal(code, answer.Code);
        }
    }

    [Fact]
    public async Task Import_WithMistakes_SaysThemByRowAndColumn_AndWritesNothing()
    {
        var admin = await server.SignInAsync("admin.system", "en");
        var before = server.Writes();

        var answer = await UploadAsync(admin, "regions", "code,nameZh,level,parent,colour\n22x,坏区,county,220100,red\n229902,无上级,county,999999,\n229903,好区,county,220100,\n");

        Assert.Equal(200, answer.Status);
        Assert.False(answer["applied"].GetBoolean());
        var problems = answer["problems"].EnumerateArray().Select(p => (p.GetProperty("row").GetInt32(), p.GetProperty("column").GetString())).ToList();
        Assert.Equal([(1, "colour"), (2, "code"), (3, "parent")], problems);
        Assert.All(answer["problems"].EnumerateArray(), p => Assert.DoesNotContain("regions.", p.GetProperty("text").GetString()!, StringComparison.Ordinal));
        Assert.Equal(before, server.Writes());
    }

    /// <summary>One wrote; the other found it written, or met the first at the rows.</summary>
    private static void OneApplied(Answer[] answers)
    {
        Assert.True(answers[0].Status == 200 && answers[0]["applied"].GetBoolean(), answers[0].Body.ToString());
        Assert.True(answers[1].Status is 200 or 409, answers[1].Body.ToString());
    }

    private static async Task<Answer[]> UploadTwiceAsync(Visitor admin, string noun, string csv)
    {
        await admin.GetAsync("/api/antiforgery");
        return [.. (await Task.WhenAll(UploadAsync(admin, noun, csv), UploadAsync(admin, noun, csv))).OrderBy(a => a.Status)];
    }

    private static Task<Answer> UploadAsync(Visitor admin, string noun, string csv) =>
        admin.UploadAsync($"/api/admin/{noun}/import", Encoding.UTF8.GetBytes(csv), "file.csv", "text/csv");
}
