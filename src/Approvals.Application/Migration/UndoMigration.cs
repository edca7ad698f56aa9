using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Migration;

/// <summary>Takes one migrated case back, as long as nothing has happened to it since; one that went on stays, and the batch says so.</summary>
public sealed class UndoMigration(CaseStepper stepper)
{
    internal Task<Result<Unit>> HandleAsync(MigrationBatch batch, MigrationPath path, Guid caseId, CurrentUser by, CancellationToken cancellationToken) =>
        stepper.RunAsync(caseId, by, work => BackAsync(work, batch, path, cancellationToken), cancellationToken);

    private static async Task<Result<Unit>> BackAsync(CaseWork work, MigrationBatch batch, MigrationPath path, CancellationToken cancellationToken)
    {
        var row = await work.Context.MigratedCases.SingleAsync(c => c.BatchId == batch.Id && c.CaseId == work.Case.Id, cancellationToken);
        if (row.Outcome != MigrationOutcome.Migrated)
        {
            return Unit.Value;
        }

        if (Decide(work, row, path) is { } wentOn)
        {
            (row.Outcome, row.Why, row.At) = (MigrationOutcome.Kept, wentOn.Code, work.Now);
            return Unit.Value;
        }

        work.Follow(path.From);
        var undone = new MigrationUndone(path.From.VersionId.ToString(), new Actor(work.By!.Id.ToString()), WorkflowState.FromJson(row.Before!));
        var taken = await work.TakeAsync(new CaseAct(undone), cancellationToken);
        if (taken.IsSuccess)
        {
            await MigrateCase.RenameAsync(work, path.Moves.ToDictionary(m => m.Value, m => m.Key), cancellationToken);
            (row.Outcome, row.At) = (MigrationOutcome.RolledBack, work.Now);
        }

        return taken;
    }

    internal static Error? Decide(CaseWork work, MigratedCase row, MigrationPath path) =>
        work.Case.ServiceVersionId != path.To.VersionId || work.Row.EventCount != row.EventNumber ? new Error("workflow.move.wentOn", ErrorKind.Conflict) : null;
}
