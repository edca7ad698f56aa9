using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Batches;

/// <summary>Does what a batch asks to one case, with the rights its author has by now; a refusal is kept with its reason.</summary>
public sealed class WorkBatchItem(ApprovalsDbContext context, WriteTransaction transaction, IEnumerable<ICaseBatchWork> kinds, TimeProvider time)
{
    public async Task<PumpOutcome> HandleAsync(CaseBatchItem item, CancellationToken cancellationToken)
    {
        var batch = await context.CaseBatches.AsNoTracking().SingleAsync(b => b.Id == item.BatchId, cancellationToken);
        if (kinds.FirstOrDefault(k => k.Kind == batch.Kind) is not { } work)
        {
            return PumpOutcome.GiveUp($"Nothing does batches of kind {batch.Kind}.");
        }

        var by = await RoleGrants.ReadAsync(context, batch.ByUserId, time.GetUtcNow(), cancellationToken);
        var done = by is null ? Refusals.Forbidden : await work.RunAsync(batch, item, by, cancellationToken);
        if (done.IsSuccess)
        {
            return PumpOutcome.Done;
        }

        if (done.Error.Code == "cases.busy")
        {
            return PumpOutcome.Retry(done.Error.Code);
        }

        (item.State, item.FinishedAt) = (CaseBatchState.Refused, time.GetUtcNow());
        item.Refusal = JsonSerializer.Serialize(new Refusal(done.Error.Code, done.Error.Data), JsonSerializerOptions.Web);
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? PumpOutcome.Done : PumpOutcome.Retry("conflict");
    }
}

/// <summary>Why a case was refused, as it is kept.</summary>
internal sealed record Refusal(string Code, IReadOnlyDictionary<string, string> Data);
