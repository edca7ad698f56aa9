using System.Text;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Notices of working calendars.</summary>
[Collection(SharedCare.Name)]
public sealed class CalendarTests(CarefulProduct server)
{
    private const string Address = "/api/admin/calendars";

    private static readonly byte[] Notice = Encoding.UTF8.GetBytes(
        """{ "year": 2031, "source": "made up", "notice": "No. 1", "holidays": [{ "name": { "zh-CN": "元旦", "en": "New Year" }, "from": "2031-01-01", "to": "2031-01-03" }], "work": ["2031-01-11"] }""");

    [Fact, Holds(Bad.Twice, "POST /api/admin/calendars/import")]
    public async Task Notice_LoadedTwice_IsOneRevision_AndItsDaysAreShown()
    {
        var admin = await server.SignInAsync("admin.system");
        var dry = await admin.UploadAsync($"{Address}/import?dryRun=true", Notice, "2031.json", "application/json");
        Assert.Equal((200, false), (dry.Status, dry.Body.GetProperty("applied").GetBoolean()));

        await admin.GetAsync("/api/antiforgery");
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => admin.UploadAsync($"{Address}/import", Notice, "2031.json", "application/json")));

        Assert.All(both, a => Assert.Contains(a.Status, new[] { 200, 409 }));
        Assert.Contains(both, a => a.Status == 200);
        Assert.Equal(1, await server.CountAsync(c => c.CalendarRevisions.Where(r => r.Year == 2031)));
        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.Action == "calendars.imported")));
        var days = (await admin.GetAsync($"{Address}/2031")).Body.GetProperty("days").EnumerateArray().ToDictionary(d => d.GetProperty("day").GetString()!);
        Assert.Equal(("off", "元旦", "makeUp"), (days["2031-01-01"].GetProperty("kind").GetString(), days["2031-01-01"].GetProperty("name").GetString(), days["2031-01-11"].GetProperty("kind").GetString()));
        Assert.Equal(365, days.Count);
    }

    [Theory]
    [InlineData("{\n \"year\": 2031,\n \"off\": [\"2031-01-01\"],\n \"work\": [\"2031-01-06\"]\n}", 4, "2031-01-06 本来就是工作日，不能作为调休上班日")]
    [InlineData("not a calendar", 1, null)]
    public async Task Notice_WithMistakes_SaysThemByLine_AndIsNotLoaded(string content, int line, string? text)
    {
        var admin = await server.SignInAsync("admin.system");

        var answer = await admin.UploadAsync($"{Address}/import", Encoding.UTF8.GetBytes(content), "a.json", "application/json");

        var problem = Assert.Single(answer.Body.GetProperty("problems").EnumerateArray());
        Assert.Equal(line, problem.GetProperty("line").GetInt32());
        Assert.Equal(text ?? problem.GetProperty("text").GetString(), problem.GetProperty("text").GetString());
        Assert.Equal(0, await server.CountAsync(c => c.CalendarRevisions.Where(r => r.Year == 2031)));
    }

    [Fact]
    public async Task Year_OutOfBounds_AndRevisionThatIsNone_AreNotFound()
    {
        var admin = await server.SignInAsync("admin.system");

        Assert.Equal(404, (await admin.GetAsync($"{Address}/1900")).Status);
        Assert.Equal(404, (await admin.GetAsync($"{Address}/revisions/99")).Status);
        Assert.Equal(400, (await admin.GetAsync($"{Address}/revisions/1?cursor=x")).Status);
    }
}
