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
    public sealed record Request(Guid Run, int Place, string Note);

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
        if (row.Note == note)
        {
            return Unit.Value;
        }

        (row.Note, row.NotedByUserId, row.NotedAt) = (note, note is null ? null : user.Id, note is null ? null : time.Now());
        audit.Add(user.Id, "replay.noted", "replayRun", request.Run.ToString(), JsonSerializer.Serialize(new { place = request.Place, removed = note is null }));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Unit.Value : Refusals.Stale;
    }

    internal static Error? Decide(ServiceVersionState state) =>
        state is ServiceVersionState.Draft or ServiceVersionState.Submitted ? null : new Error("replay.published", ErrorKind.Conflict);
}
