using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.BadInput;

/// <summary>A scenario under recording played twice at once.</summary>
[Collection(SharedCare.Name)]
public sealed class RehearsalTwiceTests(CarefulProduct server)
{
    [Fact]
    [Holds(Bad.Twice, "POST /api/studio/drafts/{id}/rehearsals")]
    public async Task Rehearsal_PlayedTwiceAtOnce_AnswersAlikeAndKeepsNothing()
    {
        var version = await server.ReadAsync(c => c.ServiceVersions.Where(v => v.ServiceCode == "talent-classification").Select(v => v.Id).FirstAsync());
        var editor = await server.SignInAsync("zhou.min");
        var before = await server.CountAsync(c => c.Cases);
        var people = new { applicant = new { role = "Applicant", region = "220104" } };
        var acts = new[] { new { by = "applicant", activity = "apply", act = "submit", form = new { } } };

        var played = await editor.TwiceAsync(
            "POST", $"/api/studio/drafts/{version}/rehearsals", new { scenario = new { name = "试", start = "2026-03-02T09:00:00+08:00", people, acts, expect = new { } } });

        Twins.BothDone(played);
        Assert.Equal(played[0].Body.ToString(), played[1].Body.ToString());
        Assert.NotEqual("", played[0].Text("failed"));
        Assert.Equal(before, await server.CountAsync(c => c.Cases));
    }
}
