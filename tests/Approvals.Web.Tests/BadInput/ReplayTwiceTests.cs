using Approvals.Application.Replay;
using Approvals.Web.Tests.Policies;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once of those who play past cases against a version.</summary>
[Collection(SharedCare.Name)]
public sealed class ReplayTwiceTests(CarefulProduct server)
{
    [Fact]
    [Holds(Bad.Twice, "PUT /api/policy/replays/{id}/notes")]
    public async Task Note_KeptTwice_StandsOnceInTheAudit()
    {
        var (version, run) = await PlayedAsync();
        var editor = await server.SignInAsync("zhou.min");

        Twins.OneDone(await editor.TwiceAsync("PUT", $"/api/policy/replays/{run}/notes", new { place = 1, note = "符合预期。" }), 409);

        Assert.Equal("符合预期。", await server.ReadAsync(c => c.ReplayedCases.Where(r => r.RunId == run).Select(r => r.Note).SingleAsync()));
        var heads = await editor.GetAsync($"/api/policy/versions/{version}/replays");
        Assert.Contains(heads.Body.EnumerateArray(), h => h.GetProperty("id").GetGuid() == run);
    }

    [Fact]
    [Holds(Bad.Twice, "POST /api/policy/services/{code}/replays"), Holds(Bad.Twice, "DELETE /api/policy/replays/{id}")]
    public async Task Run_StartedAndCancelledTwice_IsOneRunCancelledOnce()
    {
        const string service = "talent-classification";
        var version = await server.ReadAsync(c => c.ServiceVersions.Where(v => v.ServiceCode == service).Select(v => v.Id).FirstAsync());
        var editor = await server.SignInAsync("zhou.min");

        var started = await editor.TwiceAsync("POST", $"/api/policy/services/{service}/replays", new { version, idempotencyKey = CaseStory.Key(), atMost = 5 });

        Twins.BothDone(started);
        Assert.Equal(started[0].Text("id"), started[1].Text("id"));
        var id = Guid.Parse(started[0].Text("id"));
        Assert.Equal(1, await server.CountAsync(c => c.ReplayRuns.Where(r => r.Id == id)));
        var table = await editor.Client.GetAsync(new Uri($"/api/policy/replays/{id}/table", UriKind.Relative));
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString((await table.Content.ReadAsByteArrayAsync())[..2]));
        Twins.OneDone(await editor.TwiceAsync("DELETE", $"/api/policy/replays/{id}"), 409);
        Assert.Equal("cancelled", (await editor.GetAsync($"/api/policy/replays/{id}")).Text("state"));
        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.Action == "replay.cancelled" && e.SubjectId == id.ToString())));
    }

    /// <summary>A draft against which one case came out otherwise.</summary>
    private async Task<(Guid Version, Guid Run)> PlayedAsync()
    {
        var draft = Guid.Parse(await new PolicyStory(server).DraftAsync($"noted {CaseStory.Key()}"));
        var filed = await new CaseStory(server).SubmitAsync("chen.siyu");
        Assert.Equal(204, (await filed.Applicant.PostAsync($"/api/cases/{filed.Id}/withdraw", new { reason = "不再需要" })).Status);
        var run = Guid.NewGuid();
        return (draft, await server.ReadAsync(async c =>
        {
            var (editor, now) = (await c.Users.Where(u => u.UserName == PolicyStory.Editor).Select(u => u.Id).SingleAsync(), TimeProvider.System.GetUtcNow());
            var played = await c.Cases.Where(x => x.Number == filed.Number).Select(x => x.Id).SingleAsync();
            c.ReplayRuns.Add(new ReplayRun
            {
                Id = run, ServiceCode = PolicyStory.Service, VersionId = draft, CaseIds = "[]", State = ReplayState.Done, Total = 1, CreatedByUserId = editor, CreatedAt = now, ReadyAt = now,
            });
            c.ReplayedCases.Add(new ReplayedCase { RunId = run, CaseId = played, Place = 1, Verdict = ReplayVerdict.Changed, Report = "{}", At = now });
            await c.SaveChangesAsync();
            return run;
        }));
    }
}
