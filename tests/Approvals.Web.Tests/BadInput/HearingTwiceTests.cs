using System.Collections.Immutable;
using Approvals.Application.Outside;
using Approvals.Application.Policies;
using Approvals.TestKit.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once on what the shipped services do not ask for: a statement, and a task done outside.</summary>
[Collection(SharedCare.Name)]
public sealed class HearingTwiceTests(CarefulProduct server)
{
    [Fact, Holds(Bad.Twice, "POST /api/tasks/{id}/statement")]
    public async Task Statement_SentTwice_IsMadeOnce()
    {
        await LoadAsync(FlowPackage.Begin("test-hearing").Step("hear", "Approvals.Defence", ("limit", new { length = 5, unit = "workingDays" }))
            .End("yes", "granted").End("no", "refused").Ways("apply>hear", "hear>yes", "hear:Silent>no"));
        var applicant = await server.SignInAsync("zhang.mingyuan");
        var id = await SubmitAsync(applicant, "test-hearing");
        var statement = (await applicant.GetAsync($"/api/cases/{id}"))["statement"];

        Twins.BothDone(await applicant.TwiceAsync(
            "POST", $"/api/tasks/{statement.GetProperty("taskId").GetString()}/statement", new { idempotencyKey = CaseStory.Key(), text = "情况属实，但事出有因。" }));

        Assert.Equal(1, await server.CountAsync(c => c.CaseEvents.Where(e => e.CaseId == id && e.Type == "StatementFiled")));
    }

    [Fact, Holds(Bad.Twice, "POST /api/outside/tasks/{id}/done")]
    public async Task OutsideTask_ReportedTwice_IsDoneOnce()
    {
        await LoadAsync(FlowPackage.Begin("test-outside").Step("ask", "Elsa.RunTask", ("taskName", "print")).End("yes", "granted").Ways("apply>ask", "ask>yes"));
        var id = await SubmitAsync(await server.SignInAsync("lam.kaho"), "test-outside");
        var task = await server.ReadAsync(c => c.OutsideRequests.Where(r => r.CaseId == id && r.Kind == OutsideRequestKind.Task).Select(r => r.Id).SingleAsync());
        var operators = await server.SignInAsync("ops.cai");
        Assert.Contains((await operators.GetAsync("/api/outside/tasks?name=print"))["items"].EnumerateArray(), t => t.GetProperty("id").GetGuid() == task);

        Twins.BothDone(await operators.TwiceAsync(
            "POST", $"/api/outside/tasks/{task}/done", new { idempotencyKey = CaseStory.Key(), result = new { pages = 2 } }));

        Assert.Equal(1, await server.CountAsync(c => c.CaseEvents.Where(e => e.CaseId == id && e.Type == "ExternalReplied")));
    }

    private async Task LoadAsync(FlowPackage package)
    {
        using var started = server.CreateClient();
        await using var scope = server.Services.CreateAsyncScope();
        var import = await scope.ServiceProvider.GetRequiredService<ImportPackages>().HandleAsync(
            new PackageTree([package.Folder], ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty), default);
        Assert.Empty(import.Broken);
    }

    private static async Task<Guid> SubmitAsync(Visitor applicant, string service)
    {
        var draft = (await applicant.PostAsync($"/api/services/{service}/drafts")).Text("id");
        var shown = await applicant.GetAsync($"/api/drafts/{draft}");
        var saved = await applicant.SendRawAsync(HttpMethod.Put, $"/api/drafts/{draft}", System.Text.Json.JsonSerializer.Serialize(
            new { values = new { name = "张试", amount = 12, account = "6222000011112222" }, etag = shown.Text("etag") }));
        var sent = await applicant.PostAsync($"/api/drafts/{draft}/submit", new { etag = saved.Text("etag"), idempotencyKey = CaseStory.Key() });
        Assert.True(sent.Status == 200, sent.Body.ToString());
        return Guid.Parse(sent.Text("caseId"));
    }
}
