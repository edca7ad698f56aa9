using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Replay;

/// <summary>Says to a case that was played what one thinks of its change, for whoever publishes; open until the version is published.</summary>
public sealed class NoteReplayedCase(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, TimeProvider time)
{
    /// <param name="Run">The run.</param>
    /// <param name="Place">The case's place in it, from 1.</param>
    /// <param name="Note">What is said; empty takes back what was said before.</param>
    /// <param name="Alike">Whether it is said to every other case of the run too that changes in the same way and that nobody said anything to yet.</param>
    public sealed record Request(Guid Run, int Place, string Note, bool Alike = false);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Replays(user))
        {
            return Refusals.Forbidden;
        }

        var row = await context.ReplayedCases.SingleOrDefaultAsync(c => c.RunId == request.Run && c.Place == request.Place, cancellationToken);
        var state = await (
            from run in context.ReplayRuns
            where run.Id == request.Run
            join version in context.ServiceVersions on run.VersionId equals version.Id
            select version.State).SingleOrDefaultAsync(cancellationToken);
        if (row is null || Decide(state) is { })
        {
            return row is null ? Refusals.NotFound : Decide(state)!;
        }

        var note = request.Note.Trim() is { Length: > 0 } said ? said : null;
        List<ReplayedCase> noted = [.. row.Note == note ? (ReplayedCase[])[] : [row], .. request.Alike && note is not null ? await AlikeAsync(row, cancellationToken) : []];
        if (noted.Count == 0)
        {
            return Unit.Value;
        }

        foreach (var one in noted)
        {
            (one.Note, one.NotedByUserId, one.NotedAt) = (note, note is null ? null : user.Id, note is null ? null : time.Now());
        }

        audit.Add(user.Id, "replay.noted", "replayRun", request.Run.ToString(), JsonSerializer.Serialize(new { places = noted.Select(c => c.Place), removed = note is null }));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Unit.Value : Refusals.Stale;
    }

    /// <summary>A run is bounded, so what its cases changed in is compared whole.</summary>
    private async Task<IEnumerable<ReplayedCase>> AlikeAsync(ReplayedCase row, CancellationToken cancellationToken)
    {
        var open = await context.ReplayedCases
            .Where(c => c.RunId == row.RunId && c.Place != row.Place && c.Verdict == ReplayVerdict.Changed && c.Note == null).OrderBy(c => c.Place).ToListAsync(cancellationToken);
        var changes = Changes(row);
        return open.Where(c => Changes(c) == changes);
    }

    private static string Changes(ReplayedCase row) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize<ReplayReport>(row.Report, JsonSerializerOptions.Web)!.Changes, JsonSerializerOptions.Web);

    internal static Error? Decide(ServiceVersionState state) =>
        state is ServiceVersionState.Draft or ServiceVersionState.Submitted ? null : new Error("replay.published", ErrorKind.Conflict);
}
