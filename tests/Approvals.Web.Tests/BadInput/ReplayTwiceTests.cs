using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once of those who play past cases against a version.</summary>
[Collection(SharedCare.Name)]
public sealed class ReplayTwiceTests(CarefulProduct server)
{
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
}
