using System.Collections.Immutable;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Migration;
using Approvals.Application.Replay;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Policies;

/// <summary>
/// Hands a draft to whoever publishes, with the day proposed, what its author says, and what is planned for cases under way; only when the whole
/// check passes and somebody said something to every past case that its replay changes. From now on its files stay as they are.
/// </summary>
public sealed class SubmitVersion(ApprovalsDbContext context, VersionDesk desk, CheckVersion check, TrialMigration trial, CalendarInForce calendar, TimeProvider time)
{
    /// <param name="Version">The version.</param>
    /// <param name="EffectiveFrom">The day proposed, today at the earliest; whoever publishes may set another.</param>
    /// <param name="Note">What its author says to whoever publishes.</param>
    /// <param name="MoveFrom">The version whose cases under way shall be migrated; null when they stay.</param>
    /// <param name="Activities">Places that the author named: new id by old.</param>
    public sealed record Request(Guid Version, DateOnly EffectiveFrom, string Note, Guid? MoveFrom, ImmutableSortedDictionary<string, string> Activities);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) => !PolicyRights.Edits(user)
        ? Refusals.Forbidden
        : await desk.RunAsync(request.Version, "policies.submitted", user, request.Note, row => SubmitAsync(row, request, user, cancellationToken), cancellationToken);

    internal static Error? Decide(ServiceVersion row, DateOnly effectiveFrom, DateOnly today) =>
        VersionDesk.Unless(row, ServiceVersionState.Draft)
        ?? (effectiveFrom < today ? new Error("policies.pastDay") { Fields = [new FieldError("effectiveFrom", "policies.pastDay")] } : null);

    private async Task<Error?> SubmitAsync(ServiceVersion row, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (Decide(row, request.EffectiveFrom, calendar.Today(time)) is { } refused)
        {
            return refused;
        }

        if ((await check.RunAsync(row, user.Language, cancellationToken)).Refusal is { } unsound)
        {
            return unsound;
        }

        if (await UnsaidAsync(row, cancellationToken) is var unsaid and > 0)
        {
            return new Error("policies.unsaid", ErrorKind.Conflict).With("count", $"{unsaid}");
        }

        MovingPlan? plan = null;
        if (request.MoveFrom is { } from)
        {
            var tried = await trial.CountAsync(new TrialMigration.Request(from, row.Id, request.Activities), user, cancellationToken);
            if (!tried.IsSuccess)
            {
                return tried.Error;
            }

            plan = tried.Value;
        }

        (row.State, row.SubmittedByUserId, row.SubmittedAt) = (ServiceVersionState.Submitted, user.Id, time.Now());
        (row.ProposedFrom, row.Note, row.MovingPlan) = (request.EffectiveFrom, request.Note, plan?.Write());
        return null;
    }

    /// <summary>How many past cases the latest replay of these very files changes without a word about it; none while there is no such replay.</summary>
    private async Task<int> UnsaidAsync(ServiceVersion row, CancellationToken cancellationToken)
    {
        var latest = await context.ReplayRuns.Where(r => r.VersionId == row.Id && r.State == ReplayState.Done && r.Hash == row.Hash)
            .OrderByDescending(r => r.CreatedAt).Select(r => r.Id).FirstOrDefaultAsync(cancellationToken);
        return await context.ReplayedCases.CountAsync(c => c.RunId == latest && c.Verdict == ReplayVerdict.Changed && c.Note == null, cancellationToken);
    }
}
