using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Corrections;
using Approvals.Application.Documents;
using Approvals.Application.Forms;
using Approvals.Application.Rights;
using Approvals.Application.Statements;
using Approvals.Application.Tasks;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Statements;

/// <summary>The party is heard before a decision against it.</summary>
public sealed class StatementTests
{
    [Theory, AllDatabases]
    public async Task State_InWords_GoesOnWithTheStatementOnTheTimeline(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var id = await host.CaseAsync("hears");
        var task = Assert.Single(await host.TasksAsync(id));
        var seen = (await ViewAsync(host, id)).Statement;

        var filed = await StateAsync(host, task.Id, host.Applicant, "情况属实，但事出有因。", "click-0001");
        var again = await StateAsync(host, task.Id, host.Applicant, "情况属实，但事出有因。", "click-0001");

        Assert.Equal((task.Id.ToString(), false), (seen!.TaskId, seen.HasForm));
        Assert.True(filed.IsSuccess && again.IsSuccess, filed.Error?.Code ?? again.Error?.Code);
        var after = await ViewAsync(host, id);
        Assert.Null(after.Statement);
        Assert.Contains(after.Timeline, s => s.Activity == "hear" && s.Opinion == "情况属实，但事出有因。");
        Assert.Equal("look", Assert.Single(await host.TasksAsync(id)).ActivityId);
    }

    [Theory, AllDatabases]
    public async Task State_WithADocumentAlone_IsEnough(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var id = await host.CaseAsync("hears");
        var task = Assert.Single(await host.TasksAsync(id));
        using var content = new MemoryStream("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray());

        var empty = await StateAsync(host, task.Id, host.Applicant, " ", "click-0001");
        var uploaded = await host.UseAsync<UploadDocument, Result<DocumentDto>>(u => u.HandleAsync(
            new UploadDocument.Request(null, task.Id, FileStatement.DocumentType, "evidence.pdf", content), host.Applicant, default));
        var seen = (await ViewAsync(host, id)).Statement;
        var filed = await StateAsync(host, task.Id, host.Applicant, null, "click-0002");

        Assert.Equal("statements.empty", empty.Error?.Code);
        Assert.Equal(uploaded.Value.Id, Assert.Single(seen!.Documents).Id);
        Assert.True(filed.IsSuccess);
    }

    [Theory, AllDatabases]
    public async Task State_ByForm_IsASubmissionOfTheCase(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var id = await host.CaseAsync("hears-form");
        var task = Assert.Single(await host.TasksAsync(id));

        var inWords = await StateAsync(host, task.Id, host.Applicant, "不填表", "click-0001");
        var filed = await host.UseAsync<SubmitCorrection, Result<ActDone>>(u => u.HandleAsync(
            new SubmitCorrection.Request(task.Id, null, "click-0002") { Values = CaseHost.Values(new { amount = 99 }) }, host.Applicant, default));

        Assert.Equal("tasks.unknownAct", inWords.Error?.Code);
        Assert.Null(filed.Error?.Code);
        Assert.Equal("StatementFiled", await host.ReadAsync(c => c.CaseEvents.Where(e => e.CaseId == id).OrderByDescending(e => e.Number).Select(e => e.Type).FirstAsync()));
    }

    [Theory, AllDatabases]
    public async Task State_ByAnother_IsForbidden(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var task = Assert.Single(await host.TasksAsync(await host.CaseAsync("hears")));

        Assert.Equal(ErrorKind.Forbidden, (await StateAsync(host, task.Id, host.First, "我来说", "click-0001")).Error?.Kind);
    }

    [Theory, AllDatabases]
    public async Task Silence_BeyondTheLimit_GoesOnWithItsLetters(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var id = await host.CaseAsync("hears");

        host.Host.Time.Advance(TimeSpan.FromDays(15));
        await host.PumpAsync();

        Assert.Equal("refused", (await host.RowAsync(id)).Result);
        Assert.Equal(["asked", "silent"], await host.ReadAsync(c => c.Letters.Where(l => l.CaseId == id).OrderBy(l => l.At).ThenBy(l => l.Id).Select(l => l.Name).ToListAsync()));
    }

    private static async Task<CaseHost> HostAsync(DatabaseKind kind)
    {
        var host = await CaseHost.CreateAsync(kind);
        await host.LoadAsync(Hearing("hears"), Hearing("hears-form", ("form", "application")));
        return host;
    }

    private static FlowPackage Hearing(string code, params (string, object?)[] more) => FlowPackage.Begin(code)
        .Step("hear", "Approvals.Defence", [("limit", new { length = 5, unit = "workingDays" }), .. more,
            ("customProperties", System.Text.Json.Nodes.JsonNode.Parse("""{ "approvals": { "letters": { "Asked": "asked", "Silent": "silent" } } }"""))])
        .Review("look").End("yes", "granted").End("no", "refused").Letter("asked").Letter("silent")
        .Ways("apply>hear", "hear>look", "hear:Silent>no", "look:Approved>yes", "look:Rejected>no");

    private static Task<Result<ActDone>> StateAsync(CaseHost host, Guid task, CurrentUser user, string? text, string key) =>
        host.UseAsync<FileStatement, Result<ActDone>>(u => u.HandleAsync(new FileStatement.Request(task, text, key), user, default));

    private static async Task<CaseDto> ViewAsync(CaseHost host, Guid id) =>
        (await host.UseAsync<CaseView, Result<CaseDto>>(u => u.ReadAsync(id, host.Applicant, default))).Value;
}
