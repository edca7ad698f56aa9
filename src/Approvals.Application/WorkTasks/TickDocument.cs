using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WorkTasks;

/// <summary>Whoever has a task says of a document that it will do, or why it will not, or takes that back.</summary>
public sealed class TickDocument(ApprovalsDbContext context, CaseReader reader, WriteTransaction transaction, TimeProvider clock)
{
    /// <param name="Task">The task.</param>
    /// <param name="Document">A document of its case.</param>
    /// <param name="Ok">Whether it will do; null takes the tick back.</param>
    /// <param name="Reason">Why not.</param>
    public sealed record Request(Guid Task, Guid Document, bool? Ok, string? Reason);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.TaskItems.AsNoTracking().Include(t => t.Candidates).SingleOrDefaultAsync(t => t.Id == request.Task, cancellationToken);
        var opened = row is null ? Refusals.NotFound : await reader.OpenAsync(row, user, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        if (Decide(row!, request, user) is { } refused)
        {
            return refused;
        }

        if (!await context.Documents.AnyAsync(d => d.Id == request.Document && d.CaseId == row!.CaseId && d.RemovedAt == null, cancellationToken))
        {
            return new Error("request.fields") { Fields = [new FieldError("document", "documents.tickUnknown")] };
        }

        while (await WriteAsync(request, row!.CaseId, user, cancellationToken) != CommitOutcome.Committed)
        {
            // Ticked in the same moment: that row is changed.
            context.ChangeTracker.Clear();
        }

        return Unit.Value;
    }

    /// <summary>Those on a panel score the case as it is, and whoever says that a document will not do says why.</summary>
    private static Error? Decide(TaskItem row, Request request, CurrentUser user) =>
        row.Kind == nameof(TaskKind.Vote) || !TaskRights.MayAct(user, row) ? Refusals.Forbidden
        : row.ClosedAt is not null ? new Error("tasks.closed", ErrorKind.Conflict)
        : request is { Ok: false } && string.IsNullOrWhiteSpace(request.Reason) ? new Error("request.fields") { Fields = [new FieldError("reason", "documents.tickReason")] }
        : null;

    private async Task<CommitOutcome> WriteAsync(Request request, Guid @case, CurrentUser user, CancellationToken cancellationToken)
    {
        var known = await context.DocumentTicks.SingleOrDefaultAsync(t => t.DocumentId == request.Document, cancellationToken);
        if (request.Ok is not { } ok)
        {
            context.RemoveRange(known is null ? [] : [known]);
            return await transaction.CommitAsync(cancellationToken);
        }

        var tick = known ?? new DocumentTick { DocumentId = request.Document, CaseId = @case, IsOk = ok, ByUserId = user.Id, At = clock.Now() };
        (tick.IsOk, tick.Reason, tick.ByUserId, tick.At) = (ok, ok ? null : request.Reason?.Trim(), user.Id, clock.Now());
        context.AddRange(known is null ? [tick] : []);
        return await transaction.CommitAsync(cancellationToken);
    }
}
