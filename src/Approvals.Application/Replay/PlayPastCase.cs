using System.Collections.Immutable;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Approvals.Application.Replay;

/// <summary>
/// Plays past cases against a version. A case that comes out otherwise is played on its own version too: only if that brings about what happened
/// does the difference lie in the versions. Versions stay prepared until it is disposed.
/// </summary>
public sealed partial class PlayPastCase(
    ApprovalsDbContext context, IServiceScopeFactory scopes, IPastCaseStage stage, ServiceCatalog catalog, CalendarInForce calendar, TimeProvider time,
    ILogger<PlayPastCase> log) : IAsyncDisposable
{
    private readonly Dictionary<Guid, Result<IPastCasePlays>> _opened = [];

    /// <summary>What a case shows against a version; one that breaks the platform does not hold up the others.</summary>
    public async Task<ReplayReport> PlayAsync(Guid version, Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await CompareAsync(version, id, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogBroken(log, exception, id);
            return ReplayReport.Untold(new Error("replay.broken").With("kind", exception.GetType().Name));
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var plays in _opened.Values.Where(o => o.IsSuccess))
        {
            await plays.Value.DisposeAsync();
        }

        _opened.Clear();
    }

    private async Task<ReplayReport> CompareAsync(Guid version, Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var past = await scope.ServiceProvider.GetRequiredService<PastCases>().ReadAsync(id, cancellationToken);
        if (!past.IsSuccess)
        {
            return ReplayReport.Untold(past.Error);
        }

        var report = await OnAsync(version, past.Value, cancellationToken);
        if (report.Verdict == ReplayVerdict.Same || past.Value.Row.ServiceVersionId == version)
        {
            return report.Verdict == ReplayVerdict.Same ? report : ReplayReport.Untold(new Error("replay.notReproduced"));
        }

        var own = await OnAsync(past.Value.Row.ServiceVersionId, past.Value, cancellationToken);
        return own.Verdict == ReplayVerdict.Same ? report : ReplayReport.Untold(new Error("replay.notReproduced"));
    }

    private async Task<ReplayReport> OnAsync(Guid version, PastCase past, CancellationToken cancellationToken)
    {
        if (!_opened.TryGetValue(version, out var plays))
        {
            _opened[version] = plays = await stage.OpenAsync(await TreeAsync(version, cancellationToken), cancellationToken);
        }

        return plays.IsSuccess
            ? ReplayComparison.Of(past.Seen, await plays.Value.PlayAsync(past, time.GetUtcNow(), cancellationToken))
            : ReplayReport.Untold(plays.Error);
    }

    private async Task<PackageTree> TreeAsync(Guid version, CancellationToken cancellationToken)
    {
        var row = await context.ServiceVersions.AsNoTracking().SingleAsync(v => v.Id == version, cancellationToken);
        var shared = await PackageRows.FilesAsync(context, row.SharedVersionId, cancellationToken);
        List<PackageFolder> folders = [await FolderAsync(row.ServiceCode, row.Id, cancellationToken)];
        if (ActivityKinds.StartsCases((await catalog.FindAsync(version, cancellationToken)).Package.Workflow))
        {
            var others = await catalog.AllInForceAsync(calendar.Today(time), cancellationToken);
            foreach (var other in others.Where(s => s.Code != row.ServiceCode))
            {
                folders.Add(await FolderAsync(other.Code, other.VersionId, cancellationToken));
            }
        }

        return new PackageTree([.. folders], shared.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    private async Task<PackageFolder> FolderAsync(string code, Guid version, CancellationToken cancellationToken) =>
        new(code, (await PackageRows.FilesAsync(context, version, cancellationToken)).ToImmutableSortedDictionary(StringComparer.Ordinal));

    [LoggerMessage(Level = LogLevel.Error, Message = "Playing the case {Case} again failed")]
    private static partial void LogBroken(ILogger logger, Exception exception, Guid @case);
}
