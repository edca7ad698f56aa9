using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Application.Votes;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Votes;

/// <summary>A vote is secret: who voted is known, how is not.</summary>
public sealed class BallotTests
{
    [Theory, AllDatabases]
    public async Task Vote_WhileTheRoundRuns_KeepsNoTallyAndNoVoter(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, "Vote");
        var id = await host.CaseAsync();

        await CastAsync(host, id, host.First, BallotChoice.Against);

        var ballot = await host.ReadAsync(c => c.VoteBallots.AsNoTracking().SingleAsync(b => b.CaseId == id));
        var texts = await host.ReadAsync(c => c.CaseEvents.Where(e => e.CaseId == id).Select(e => e.Event + e.Effects).ToListAsync());
        Assert.False(ballot.IsShuffled);
        Assert.DoesNotContain(texts, t => t.Contains("against", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("Against", System.Text.Encoding.UTF8.GetString(ballot.Payload), StringComparison.OrdinalIgnoreCase);
    }

    [Theory, AllDatabases]
    public async Task Vote_LastBallot_CountsRewritesAndDestroysTheRoundsKey(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, "Vote");
        var id = await host.CaseAsync();
        await CastAsync(host, id, host.First, BallotChoice.For);
        var before = await host.ReadAsync(c => c.VoteBallots.AsNoTracking().SingleAsync(b => b.CaseId == id));

        await CastAsync(host, id, host.Second, BallotChoice.For);

        var after = await host.ReadAsync(c => c.VoteBallots.AsNoTracking().Where(b => b.CaseId == id).ToListAsync());
        var key = await host.ReadAsync(c => c.ContentKeys.AsNoTracking().SingleAsync(k => k.Id == before.KeyId));
        Assert.Equal("granted", (await host.RowAsync(id)).Result);
        Assert.All(after, b => Assert.True(b.IsShuffled && b.Id != before.Id && b.KeyId != before.KeyId));
        Assert.NotNull(key.DestroyedAt);
    }

    [Theory, AllDatabases]
    public async Task Vote_ByOneMemberTwice_CountsOnce(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, "Vote");
        var id = await host.CaseAsync();
        var task = (await host.TasksAsync(id)).Single(t => t.OwnerUserId == host.First.Id);

        await CastAsync(host, task, host.First, BallotChoice.For);
        var again = await CastAsync(host, task, host.First, BallotChoice.Against);

        Assert.Null(again.Error?.Code);
        Assert.Equal(1, await host.ReadAsync(c => c.VoteBallots.CountAsync(b => b.CaseId == id)));
    }

    private static async Task<Result<ActDone>> CastAsync(CaseHost host, Guid id, CurrentUser voter, BallotChoice choice) =>
        await CastAsync(host, (await host.TasksAsync(id)).Single(t => t.OwnerUserId == voter.Id), voter, choice);

    private static Task<Result<ActDone>> CastAsync(CaseHost host, TaskItem task, CurrentUser voter, BallotChoice choice) =>
        host.UseAsync<CompleteTask, Result<ActDone>>(u => u.HandleAsync(
            new CompleteTask.Request(task.Id, Etag.Of(task), "vote", "click-vote") { Ballot = choice }, voter, default));
}
