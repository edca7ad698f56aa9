using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Batches;

/// <summary>How far a batch is.</summary>
/// <param name="Id">The batch.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Total">How many cases.</param>
/// <param name="Done">In how many it is done.</param>
/// <param name="Refused">How many did not allow it, or were given up.</param>
/// <param name="Left">How many are still to come.</param>
/// <param name="CreatedAt">When it was ordered.</param>
/// <param name="Refusals">Up to a hundred of those that were refused.</param>
public sealed record CaseBatchDto(
    string Id, string Kind, int Total, int Done, int Refused, int Left, DateTimeOffset CreatedAt, IReadOnlyList<RefusedCaseDto> Refusals);

/// <summary>A case that did not allow it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedCaseDto(string CaseId, string Number, string Reason);

/// <summary>Orders batches and tells their author how far they are.</summary>
public sealed class BatchProgress(ApprovalsDbContext context, MessageCatalog texts)
{
    private const int MostRefusals = 100;

    /// <summary>A batch, for whoever ordered it.</summary>
    public async Task<Result<CaseBatchDto>> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var batch = await context.CaseBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.ByUserId == user.Id, cancellationToken);
        if (batch is null)
        {
            return Rights.Refusals.NotFound;
        }

        var counts = await context.CaseBatchItems.Where(i => i.BatchId == id).GroupBy(i => i.State)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var refused = await context.CaseBatchItems.AsNoTracking()
            .Where(i => i.BatchId == id && (i.State == CaseBatchState.Refused || i.State == CaseBatchState.Failed))
            .OrderBy(i => i.Id).Take(MostRefusals).ToListAsync(cancellationToken);
        var (done, left) = (counts.GetValueOrDefault(CaseBatchState.Done), counts.GetValueOrDefault(CaseBatchState.Pending));
        return new CaseBatchDto(
            batch.Id.ToString(), batch.Kind, batch.Total, done, batch.Total - done - left, left, batch.CreatedAt,
            [.. refused.Select(i => new RefusedCaseDto(i.CaseId.ToString(), i.CaseNumber, Reason(i, user.Language)))]);
    }

    private string Reason(CaseBatchItem item, string language) =>
        item.Refusal is { } kept && JsonSerializer.Deserialize<Refusal>(kept, JsonSerializerOptions.Web) is { } refusal
            ? texts.Format(refusal.Code, refusal.Data, language)
            : texts.Format("batches.failed", new Dictionary<string, string>(), language);
}
