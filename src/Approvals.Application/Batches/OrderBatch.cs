using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Batches;

/// <summary>Writes a batch with its cases in one transaction; the same click orders it once.</summary>
public sealed class OrderBatch(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, IIdSource ids, TimeProvider time)
{
    /// <summary>How many cases one batch holds at most; the rest wants another.</summary>
    public const int MostCases = 5_000;

    /// <param name="Kind">What is done.</param>
    /// <param name="Order">What is asked; ids only.</param>
    /// <param name="Cases">The cases with what in each it concerns.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(string Kind, string Order, IReadOnlyList<(Guid Case, string Number, string Subject)> Cases, string IdempotencyKey);

    public async Task<Result<Guid>> HandleAsync(Request request, CurrentUser by, CancellationToken cancellationToken)
    {
        var id = StableId.Of(by.Id, $"batch:{request.Kind}", request.IdempotencyKey);
        if (await context.CaseBatches.AnyAsync(b => b.Id == id, cancellationToken))
        {
            return id;
        }

        if (request.Cases.Count is 0 or > MostCases)
        {
            return new Error(request.Cases.Count == 0 ? "batches.empty" : "batches.tooLarge", ErrorKind.Conflict).With("most", $"{MostCases}");
        }

        var now = time.GetUtcNow();
        context.CaseBatches.Add(new CaseBatch { Id = id, Kind = request.Kind, ByUserId = by.Id, Order = request.Order, Total = request.Cases.Count, CreatedAt = now });
        context.CaseBatchItems.AddRange(request.Cases.Select(c => new CaseBatchItem
        {
            Id = ids.Next(), BatchId = id, CaseId = c.Case, CaseNumber = c.Number, Subject = c.Subject, State = CaseBatchState.Pending, ReadyAt = now,
        }));
        audit.Add(by.Id, $"batch.{request.Kind}", "batch", id.ToString(), $$"""{"cases":{{request.Cases.Count}}}""");
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Conflict ? Refusals.Stale : id;
    }
}
