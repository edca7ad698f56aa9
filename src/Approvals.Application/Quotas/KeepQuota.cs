using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.WaitingLists;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Quotas;

/// <summary>Quotas of waiting lists as rows that whoever gives out keeps.</summary>
public sealed class KeepQuota(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, TimeProvider time)
{
    /// <param name="List">The list it is given out by.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Total">How many there are.</param>
    /// <param name="IdempotencyKey">Made for this one click; the same one makes one.</param>
    public sealed record NewQuota(Guid List, LocalText Name, int Total, string IdempotencyKey);

    /// <param name="Id">The quota.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Total">How many there are; never less than are taken.</param>
    /// <param name="Closed">Whether nothing more is offered from it.</param>
    public sealed record Change(Guid Id, string Etag, LocalText Name, int Total, bool Closed);

    /// <summary>The quotas of a list, oldest first.</summary>
    public async Task<Result<IReadOnlyList<QuotaDto>>> ListAsync(Guid list, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await ListOfAsync(list, user, cancellationToken) is null)
        {
            return Refusals.NotFound;
        }

        var rows = await context.Quotas.AsNoTracking().Where(q => q.ListId == list).OrderBy(q => q.CreatedAt).ThenBy(q => q.Id).ToListAsync(cancellationToken);
        return Result<IReadOnlyList<QuotaDto>>.Success([.. rows.Select(q => Describe(q, user.Language))]);
    }

    public async Task<Result<QuotaDto>> CreateAsync(NewQuota request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await ListOfAsync(request.List, user, cancellationToken) is null)
        {
            return Refusals.NotFound;
        }

        if (Wrong(request.Total, 0) is { } wrong)
        {
            return wrong;
        }

        var id = StableId.Of(user.Id, "quota", $"{request.List:N}:{request.IdempotencyKey}");
        if (!await context.Quotas.AnyAsync(q => q.Id == id, cancellationToken))
        {
            context.Quotas.Add(new Quota { Id = id, ListId = request.List, Name = request.Name, Total = request.Total, CreatedAt = time.Now() });
            audit.Add(user.Id, "quotas.created", "quota", id.ToString());
            await transaction.CommitAsync(cancellationToken);
        }

        return Describe(await context.Quotas.AsNoTracking().SingleAsync(q => q.Id == id, cancellationToken), user.Language);
    }

    public async Task<Result<QuotaDto>> ChangeAsync(Change request, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.Quotas.SingleOrDefaultAsync(q => q.Id == request.Id, cancellationToken);
        if (row is null || await ListOfAsync(row.ListId, user, cancellationToken) is null)
        {
            return Refusals.NotFound;
        }

        if (!Etag.Matches(row, request.Etag))
        {
            return Refusals.Stale;
        }

        if (Wrong(request.Total, row.Taken) is { } wrong)
        {
            return wrong;
        }

        (row.Name, row.Total, row.ClosedAt) = (request.Name, request.Total, request.Closed ? row.ClosedAt ?? time.Now() : null);
        audit.Add(user.Id, "quotas.changed", "quota", row.Id.ToString());
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Describe(row, user.Language) : Refusals.Stale;
    }

    private static Error? Wrong(int total, int taken) =>
        total < 0 || total > 1_000_000 ? new Error("quotas.total") { Fields = [new FieldError("total", "quotas.total")] }
        : total < taken ? new Error("quotas.belowTaken", ErrorKind.Conflict).With("taken", $"{taken}")
        : null;

    private async Task<WaitingList?> ListOfAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        await context.WaitingLists.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellationToken) is { } list && AllotmentRights.Manages(user, list) ? list : null;

    private static QuotaDto Describe(Quota row, string language) => new(
        row.Id.ToString(), row.ListId.ToString(), row.Name.In(language), row.Name, row.Total, row.Taken, row.ClosedAt is not null, Etag.Of(row));
}
