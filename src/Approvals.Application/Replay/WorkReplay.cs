using System.Text.Json;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Replay;

/// <summary>Plays a chunk of a run's cases against its version and keeps what each showed.</summary>
public sealed class WorkReplay(
    ApprovalsDbContext context, IServiceScopeFactory scopes, PlayPastCase play, TimeProvider time)
{
    private const int Chunk = 20;

    /// <summary>A chunk ends well before its lease does.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Works off one chunk.</summary>
    public async Task<PumpOutcome> HandleAsync(ReplayRun run, CancellationToken cancellationToken)
    {
        var (all, begun) = (JsonSerializer.Deserialize<List<Guid>>(run.CaseIds)!, time.GetUtcNow());
        var place = run.Played;
        while (place < Math.Min(all.Count, run.Played + Chunk) && time.GetUtcNow() - begun < Longest && await GoesOnAsync(run.Id, cancellationToken))
        {
            var id = all[place++];
            await KeepAsync(run, id, place, await play.PlayAsync(run.VersionId, id, cancellationToken), cancellationToken);
        }

        await SaveAsync(run.Id, place, place >= all.Count, cancellationToken);
        return PumpOutcome.Done;
    }

    private Task<bool> GoesOnAsync(Guid run, CancellationToken cancellationToken) =>
        context.ReplayRuns.AsNoTracking().AnyAsync(r => r.Id == run && r.State == ReplayState.Pending, cancellationToken);

    /// <summary>Kept once: a chunk that begins again after a crash finds its rows there, and the commit says so.</summary>
    private async Task KeepAsync(ReplayRun run, Guid id, int place, ReplayReport report, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (own, written) = (scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>(), JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
        var said = await SaidAsync(own, run, id, written, cancellationToken);
        own.ReplayedCases.Add(new ReplayedCase
        {
            RunId = run.Id, CaseId = id, Place = place, Verdict = report.Verdict, Report = written, At = time.Now(),
            Note = said?.Note, NotedByUserId = said?.NotedByUserId, NotedAt = said?.NotedAt,
        });
        await scope.ServiceProvider.GetRequiredService<WriteTransaction>().CommitAsync(cancellationToken);
    }

    /// <summary>What was said to the case when an earlier run of this version showed the very same.</summary>
    private static Task<ReplayedCase?> SaidAsync(ApprovalsDbContext own, ReplayRun run, Guid id, string report, CancellationToken cancellationToken) => (
        from earlier in own.ReplayRuns
        where earlier.VersionId == run.VersionId && earlier.Id != run.Id && earlier.CreatedAt <= run.CreatedAt
        join played in own.ReplayedCases.AsNoTracking() on earlier.Id equals played.RunId
        where played.CaseId == id && played.Note != null && played.Report == report
        orderby earlier.CreatedAt descending
        select played).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Written on a row of its own scope, so that the lease of the claim is not touched; a run cancelled meanwhile stays so.</summary>
    private async Task SaveAsync(Guid run, int played, bool isOver, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (own, now) = (scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>(), time.Now());
        await scope.ServiceProvider.GetRequiredService<WriteTransaction>().RunAsync(
            stop => own.ReplayRuns.Where(r => r.Id == run && r.State == ReplayState.Pending).ExecuteUpdateAsync(
                set => set.SetProperty(r => r.Played, played).SetProperty(r => r.State, isOver ? ReplayState.Done : ReplayState.Pending)
                    .SetProperty(r => r.FinishedAt, isOver ? now : (DateTimeOffset?)null),
                stop),
            cancellationToken);
    }
}
