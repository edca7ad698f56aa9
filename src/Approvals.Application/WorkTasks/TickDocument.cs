using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WorkTasks;

/// <summary>Whoever examines an application says of a document that it will do, or why it will not, or takes that back.</summary>
public sealed class TickDocument(ApprovalsDbContext context, CaseReader reader, WriteTransaction transaction, AuditLog audit, TimeProvider clock)
{
    private const int MostAttempts = 5;

    private static readonly IReadOnlyList<string> Examining = TaskKinds.Names(TaskKinds.Examines);

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

        if (Decide(row!, opened.Value.Work.Case, request, user) is { } refused)
        {
            return refused;
        }

        if (!await context.Documents.AnyAsync(d => d.Id == request.Document && d.CaseId == row!.CaseId && d.RemovedAt == null, cancellationToken))
        {
            return new Error("request.fields") { Fields = [new FieldError("document", "documents.tickUnknown")] };
        }

        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await WriteAsync(request, row!, user, cancellationToken) == CommitOutcome.Committed)
            {
                return Unit.Value;
            }

            // Ticked in the same moment: that row is changed.
            context.ChangeTracker.Clear();
        }

        return new Error("cases.busy", ErrorKind.Conflict);
    }

    /// <summary>A party to the case and those on a panel take its documents as they are, and whoever says that one will not do says why.</summary>
    private static Error? Decide(TaskItem row, Case @case, Request request, CurrentUser user) =>
        !Examining.Contains(row.Kind) || @case.ApplicantUserId == user.Id || !TaskRights.MayAct(user, row) ? Refusals.Forbidden
        : row.ClosedAt is not null ? new Error("tasks.closed", ErrorKind.Conflict)
        : request is { Ok: false } && string.IsNullOrWhiteSpace(request.Reason) ? new Error("request.fields") { Fields = [new FieldError("reason", "documents.tickReason")] }
        : null;

    private async Task<CommitOutcome> WriteAsync(Request request, TaskItem task, CurrentUser user, CancellationToken cancellationToken)
    {
        var known = await context.DocumentTicks.SingleOrDefaultAsync(t => t.DocumentId == request.Document, cancellationToken);
        audit.Add(user.Id, "documents.ticked", "document", request.Document.ToString(), JsonSerializer.Serialize(new { task = task.Id, was = known?.IsOk, ok = request.Ok }, JsonSerializerOptions.Web));
        if (request.Ok is not { } ok)
        {
            context.RemoveRange(known is null ? [] : [known]);
            return await transaction.CommitAsync(cancellationToken);
        }

        var tick = known ?? new DocumentTick { DocumentId = request.Document, CaseId = task.CaseId, IsOk = ok, ByUserId = user.Id, At = clock.Now() };
        (tick.IsOk, tick.Reason, tick.ByUserId, tick.At) = (ok, ok ? null : request.Reason?.Trim(), user.Id, clock.Now());
        context.AddRange(known is null ? [tick] : []);
        return await transaction.CommitAsync(cancellationToken);
    }
}
