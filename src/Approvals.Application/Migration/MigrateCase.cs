using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Migration;

/// <summary>
/// Takes one case along a path, in one transaction: the engine's event, every row that follows from it, and the batch's own row. A case that
/// somebody works on meanwhile is loaded and decided anew.
/// </summary>
public sealed class MigrateCase(CaseStepper stepper)
{
    /// <summary>Migrates a case; one the batch has dealt with already is left alone.</summary>
    internal Task<Result<Unit>> HandleAsync(MigrationBatch batch, MigrationPath path, Guid caseId, CurrentUser by, CancellationToken cancellationToken) =>
        stepper.RunAsync(caseId, by, work => ForwardAsync(work, batch, path, cancellationToken), cancellationToken);

    /// <summary>Takes the step on a loaded case; nothing is written yet, so a trial does the very same.</summary>
    internal static async Task<Result<Unit>> MoveAsync(CaseWork work, MigrationPath path, CancellationToken cancellationToken)
    {
        if (Decide(work, path) is { } refused)
        {
            return refused;
        }

        work.Follow(path.To);
        var by = new Actor(work.By!.Id.ToString());
        var taken = await work.TakeAsync(new CaseAct(new MigratedTo(path.To.VersionId.ToString(), by) { Activities = path.Moves }), cancellationToken);
        if (taken.IsSuccess)
        {
            await RenameAsync(work, path.Moves, cancellationToken);
        }

        return taken;
    }

    internal static Error? Decide(CaseWork work, MigrationPath path) =>
        work.Case.FinishedAt is not null ? new Error("migration.finished", ErrorKind.Conflict)
        : work.Case.ServiceVersionId != path.From.VersionId ? new Error("migration.otherVersion", ErrorKind.Conflict)
        : work.Forms.Keys.FirstOrDefault(f => !path.To.Package.Forms.ContainsKey(f)) is { } form ? new Error("migration.formGone", ErrorKind.Conflict).With("form", form)
        : MigrationPlan.Obstacle(work.State, path.Places);

    private static async Task<Result<Unit>> ForwardAsync(CaseWork work, MigrationBatch batch, MigrationPath path, CancellationToken cancellationToken)
    {
        if (await work.Context.MigratedCases.AnyAsync(c => c.BatchId == batch.Id && c.CaseId == work.Case.Id, cancellationToken))
        {
            return Unit.Value;
        }

        var before = work.Row.State;
        var moved = await MoveAsync(work, path, cancellationToken);
        if (!moved.IsSuccess)
        {
            return moved.Error.Code == "migration.otherVersion" ? await WhoWasFirstAsync(work, cancellationToken) : moved.Error;
        }

        work.Context.MigratedCases.Add(new MigratedCase
        {
            BatchId = batch.Id, CaseId = work.Case.Id, CaseNumber = work.Case.Number, Outcome = MigrationOutcome.Migrated,
            EventNumber = work.Row.EventCount, Before = before, At = work.Now,
        });
        return moved;
    }

    /// <summary>Another administrator was faster: who, and when.</summary>
    private static async Task<Error> WhoWasFirstAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var first = await (
            from migrated in work.Context.MigratedCases.AsNoTracking()
            where migrated.CaseId == work.Case.Id && migrated.Outcome == MigrationOutcome.Migrated
            join batch in work.Context.MigrationBatches.AsNoTracking() on migrated.BatchId equals batch.Id
            join user in work.Context.Users.AsNoTracking() on batch.CreatedByUserId equals user.Id
            orderby migrated.At descending
            select new { user.DisplayName, migrated.At }).FirstOrDefaultAsync(cancellationToken);
        return first is null
            ? new Error("migration.otherVersion", ErrorKind.Conflict)
            : new Error("migration.alreadyMoved", ErrorKind.Conflict).With("actor", first.DisplayName)
                .With("at", TimeZoneInfo.ConvertTime(first.At, work.Calendar.Zone).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Rows that name a step by its id and are no task or timer.</summary>
    internal static async Task RenameAsync(CaseWork work, IReadOnlyDictionary<string, string> moves, CancellationToken cancellationToken)
    {
        if (moves.Count == 0)
        {
            return;
        }

        foreach (var notice in await work.Context.PublicNotices.Where(n => n.CaseId == work.Case.Id).ToListAsync(cancellationToken))
        {
            notice.ActivityId = moves.GetValueOrDefault(notice.ActivityId, notice.ActivityId);
        }

        foreach (var ballot in await work.Context.VoteBallots.Where(b => b.CaseId == work.Case.Id && !b.IsShuffled).ToListAsync(cancellationToken))
        {
            ballot.ActivityId = moves.GetValueOrDefault(ballot.ActivityId, ballot.ActivityId);
        }
    }
}
