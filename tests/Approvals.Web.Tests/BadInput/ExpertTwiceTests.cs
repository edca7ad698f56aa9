using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once around the pool of experts, and what the pool refuses.</summary>
[Collection(SharedCare.Name)]
public sealed class ExpertTwiceTests(CarefulProduct server)
{
    private const string Head = "user,region,fields,employerName,away,coAuthors\n";

    [Fact, Holds(Bad.Twice, "POST /api/experts"), Holds(Bad.Twice, "POST /api/experts/import")]
    [Holds(Bad.Twice, "PUT /api/experts/{id}"), Holds(Bad.Stale, "PUT /api/experts/{id}")]
    public async Task Experts_EnteredImportedAndChangedTwice_AreThereOnce()
    {
        var lead = await server.SignInAsync("qin.yue");
        var id = await server.ReadAsync(c => c.Users.Where(u => u.UserName == "expert.dai").Select(u => u.Id).SingleAsync());
        await server.ReadAsync(c => c.ExpertFields.Where(f => c.Experts.Any(e => e.Id == f.ExpertId && e.UserId == id)).ExecuteDeleteAsync());
        await server.ReadAsync(c => c.Experts.Where(e => e.UserId == id).ExecuteDeleteAsync());

        var made = await lead.TwiceAsync("POST", "/api/experts", new { user = "expert.dai", region = "220000", fields = new[] { "economy" }, coAuthors = new[] { new { name = "示例人" } } });
        Assert.Equal((200, 409), (made[0].Status, made[1].Status));
        await lead.GetAsync("/api/antiforgery");
        var sheet = Encoding.UTF8.GetBytes(Head + "expert.dai,220000,经济与管理;optics,试例大学,2026-03-01~2026-03-10,示例人\n");
        var taken = await Task.WhenAll(Upload(lead, sheet), Upload(lead, sheet));
        Assert.All(taken, a => Assert.Contains(a.Status, (int[])[200, 409]));
        Assert.Equal(1, taken.Count(a => a.Status == 200 && a["changed"].GetInt32() == 1));

        var row = await RowAsync(lead);
        Assert.Equal((2, 1, "示例人"), (row.GetProperty("fields").GetArrayLength(), row.GetProperty("coAuthors").GetArrayLength(), row.GetProperty("coAuthors")[0].GetProperty("name").GetString()));
        var (address, etag) = ($"/api/experts/{row.GetProperty("id").GetString()}", row.GetProperty("etag").GetString());
        var change = new { etag, fields = new[] { "economy" }, kept = Array.Empty<Guid>(), closed = true };
        Assert.Equal("rights.stale", (await lead.PutAsync(address, change with { etag = "999" })).Code);
        Twins.OneDone(await lead.TwiceAsync("PUT", address, change), 409);
        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.Action == "experts.closed")));
    }

    [Fact]
    public async Task Import_WithMistakes_SaysThemByRowAndColumn_AndWritesNothing()
    {
        var lead = await server.SignInAsync("qin.yue");
        var before = await server.CountAsync(c => c.Experts);
        var answer = await Upload(lead, Encoding.UTF8.GetBytes(Head + "nobody.known,220000,optics,,,\nexpert.qiao,999999,no such,,2026-03-09~2026-03-01,/x\nexpert.yan,220000,optics,,,\nexpert.yan,220000,optics,,,\n"));
        var problems = answer["problems"].EnumerateArray().Select(p => $"{p.GetProperty("row").GetInt32()} {p.GetProperty("column").GetString()}").ToList();

        Assert.Equal((200, false), (answer.Status, answer["applied"].GetBoolean()));
        Assert.Equal(["2 user", "3 away", "3 coAuthors", "3 fields", "3 region", "5 user"], problems.Order());
        Assert.Equal(before, await server.CountAsync(c => c.Experts));
    }

    [Fact, Holds(Bad.Twice, "PUT /api/experts/me/away"), Holds(Bad.Stale, "PUT /api/experts/me/away")]
    public async Task OwnDaysAway_EnteredTwice_AreThereOnce_AndOnlyTheExpertsOwn()
    {
        var expert = await server.SignInAsync("expert.meng");
        var own = await expert.GetAsync("/api/experts/me");
        var change = new { etag = own.Text("etag"), away = new[] { new { from = "2099-03-02", to = "2099-03-03" } } };

        Assert.Equal("rights.stale", (await expert.PutAsync("/api/experts/me/away", change with { etag = "999" })).Code);
        Twins.OneDone(await expert.TwiceAsync("PUT", "/api/experts/me/away", change), 409);

        Assert.Equal(1, (await expert.GetAsync("/api/experts/me"))["away"].GetArrayLength());
        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.Action == "experts.away")));
        var other = await (await server.SignInAsync("expert.zou")).GetAsync("/api/experts/me");
        Assert.Equal(0, other["away"].GetArrayLength());
    }

    [Fact]
    public async Task Import_DryRun_ChangesNothing()
    {
        var lead = await server.SignInAsync("qin.yue");
        var answer = await lead.UploadAsync("/api/experts/import?dryRun=true", Encoding.UTF8.GetBytes(Head + "expert.yan,220000,medicine,别的单位,,\n"), "a.csv", "text/csv");

        Assert.Equal((false, 1), (answer["applied"].GetBoolean(), answer["changed"].GetInt32()));
        Assert.Equal(0, await server.CountAsync(c => c.Experts.Where(e => e.EmployerName == "别的单位")));
    }

    /// <summary>A lead of a county keeps no entry of the province.</summary>
    [Fact]
    public async Task Entry_OfAnotherOffice_IsNotForALeadBelow()
    {
        var county = await server.SignInAsync("jia.ning");

        var answer = await county.PostAsync("/api/experts", new { user = "expert.qiao", region = "220000", fields = new[] { "optics" } });

        Assert.Equal((403, "rights.forbidden"), (answer.Status, answer.Code));
        Assert.Empty((await county.GetAsync("/api/experts"))["items"].EnumerateArray());
    }

    private static Task<Answer> Upload(Visitor visitor, byte[] content) => visitor.UploadAsync("/api/experts/import", content, "experts.csv", "text/csv");

    private static async Task<JsonElement> RowAsync(Visitor lead) =>
        (await lead.GetAsync("/api/experts?q=expert.dai"))["items"].EnumerateArray().Single();
}
