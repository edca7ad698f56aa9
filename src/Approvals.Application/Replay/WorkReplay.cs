using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Approvals.Application.Replay;

/// <summary>
/// Plays a chunk of a run's cases against its version and keeps what each showed. A case that comes out otherwise is played on its own version
/// too: only if that brings about what happened does the difference lie in the versions.
/// </summary>
public sealed partial class WorkReplay(
    ApprovalsDbContext context, IServiceScopeFactory scopes, IPastCaseStage stage, TimeProvider time, ILogger<WorkReplay> log)
{
    private const int Chunk = 20;

    /// <summary>A chunk ends well before its lease does.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Works off one chunk.</summary>
    public async Task<PumpOutcome> HandleAsync(ReplayRun run, CancellationToken cancellationToken)
    {
        var (all, begun) = (JsonSerializer.Deserialize<List<Guid>>(run.CaseIds)!, time.GetUtcNow());
        var (opened, place) = (new Dictionary<Guid, Result<IPastCasePlays>>(), run.Played);
        try
        {
            while (place < Math.Min(all.Count, run.Played + Chunk) && time.GetUtcNow() - begun < Longest && await GoesOnAsync(run.Id, cancellationToken))
            {
                var id = all[place++];
                await KeepAsync(run.Id, id, place, await TryAsync(run, id, opened, cancellationToken), cancellationToken);
            }
        }
        finally
        {
            foreach (var plays in opened.Values.Where(o => o.IsSuccess))
            {
                await plays.Value.DisposeAsync();
            }
        }

        await SaveAsync(run.Id, place, place >= all.Count, cancellationToken);
        return PumpOutcome.Done;
    }

    private Task<bool> GoesOnAsync(Guid run, CancellationToken cancellationToken) =>
        context.ReplayRuns.AsNoTracking().AnyAsync(r => r.Id == run && r.State == ReplayState.Pending, cancellationToken);

    /// <summary>A case that breaks the platform does not hold up the others.</summary>
    private async Task<ReplayReport> TryAsync(ReplayRun run, Guid id, Dictionary<Guid, Result<IPastCasePlays>> opened, CancellationToken cancellationToken)
    {
        try
        {
            return await PlayAsync(run, id, opened, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogBroken(log, exception, id);
            return ReplayReport.Untold(new Error("replay.broken").With("kind", exception.GetType().Name));
        }
    }

    private async Task<ReplayReport> PlayAsync(ReplayRun run, Guid id, Dictionary<Guid, Result<IPastCasePlays>> opened, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var past = await scope.ServiceProvider.GetRequiredService<PastCases>().ReadAsync(id, cancellationToken);
        if (!past.IsSuccess)
        {
            return ReplayReport.Untold(past.Error);
        }

        var report = await OnAsync(run.VersionId, past.Value, opened, cancellationToken);
        if (report.Verdict == ReplayVerdict.Same || past.Value.Row.ServiceVersionId == run.VersionId)
        {
            return report.Verdict == ReplayVerdict.Same ? report : ReplayReport.Untold(new Error("replay.notReproduced"));
        }

        var own = await OnAsync(past.Value.Row.ServiceVersionId, past.Value, opened, cancellationToken);
        return own.Verdict == ReplayVerdict.Same ? report : ReplayReport.Untold(new Error("replay.notReproduced"));
    }

    private async Task<ReplayReport> OnAsync(Guid version, PastCase past, Dictionary<Guid, Result<IPastCasePlays>> opened, CancellationToken cancellationToken)
    {
        if (!opened.TryGetValue(version, out var plays))
        {
            opened[version] = plays = await stage.OpenAsync(await TreeAsync(version, cancellationToken), cancellationToken);
        }

        var row = past.Row;
        return plays.IsSuccess
            ? ReplayComparison.Of(
                past.Seen, await plays.Value.PlayAsync(row.ServiceCode, past.Acts, row.FinishedAt ?? time.GetUtcNow(), row.FinishedAt is not null, cancellationToken))
            : ReplayReport.Untold(plays.Error);
    }

    private async Task<PackageTree> TreeAsync(Guid version, CancellationToken cancellationToken)
    {
        var row = await context.ServiceVersions.AsNoTracking().SingleAsync(v => v.Id == version, cancellationToken);
        var files = await PackageRows.FilesAsync(context, row.Id, cancellationToken);
        var shared = await PackageRows.FilesAsync(context, row.SharedVersionId, cancellationToken);
        return new PackageTree(
            [new PackageFolder(row.ServiceCode, files.ToImmutableSortedDictionary(StringComparer.Ordinal))], shared.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>Kept once: a chunk that begins again after a crash finds its rows there, and the commit says so.</summary>
    private async Task KeepAsync(Guid run, Guid id, int place, ReplayReport report, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>().ReplayedCases.Add(new ReplayedCase
        {
            RunId = run, CaseId = id, Place = place, Verdict = report.Verdict, Report = JsonSerializer.Serialize(report, JsonSerializerOptions.Web), At = time.Now(),
        });
        await scope.ServiceProvider.GetRequiredService<WriteTransaction>().CommitAsync(cancellationToken);
    }

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

    [LoggerMessage(Level = LogLevel.Error, Message = "Playing the case {Case} again failed")]
    private static partial void LogBroken(ILogger logger, Exception exception, Guid @case);
}
