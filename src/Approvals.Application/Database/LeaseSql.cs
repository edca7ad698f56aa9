using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Database;

/// <summary>The statement by which pumps lease rows, for databases that have <c>UPDATE … RETURNING</c>.</summary>
public static class LeaseSql
{
    /// <summary>Leases rows and returns their ids, oldest first.</summary>
    /// <param name="context">The context to run it on.</param>
    /// <param name="lease">The claim.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="locking">What keeps two claimers apart, such as <c>FOR UPDATE SKIP LOCKED</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task<IReadOnlyList<Guid>> ClaimAsync<T>(
        ApprovalsDbContext context, Lease lease, int count, string locking, CancellationToken cancellationToken)
        where T : class, ILeased
    {
        var table = Table<T>(context);
        var sql = $$"""
            UPDATE "{{table}}" SET "LeaseOwner" = {0}, "LeaseUntil" = {1}, "Attempts" = "Attempts" + 1
            WHERE "Id" IN (
                SELECT "Id" FROM "{{table}}"
                WHERE "State" = 'Pending' AND "ReadyAt" <= {2} AND ("LeaseUntil" IS NULL OR "LeaseUntil" <= {2})
                ORDER BY "ReadyAt", "Id" LIMIT {3} {{locking}})
            RETURNING "Id" AS "Id", "ReadyAt" AS "ReadyAt"
            """;
        var rows = await context.Database
            .SqlQueryRaw<ClaimedRow>(sql, lease.Owner, lease.Until.UtcDateTime, lease.Now.UtcDateTime, count)
            .ToListAsync(cancellationToken);
        return InOrder(rows);
    }

    /// <summary>The table of a leased row.</summary>
    public static string Table<T>(ApprovalsDbContext context)
        where T : class => context.Model.FindEntityType(typeof(T))!.GetTableName()!;

    /// <summary>Oldest first: the order of returned rows is the database's own.</summary>
    public static IReadOnlyList<Guid> InOrder(IEnumerable<ClaimedRow> rows) =>
        [.. rows.OrderBy(r => r.ReadyAt).ThenBy(r => r.Id).Select(r => r.Id)];
}

/// <summary>A row just leased.</summary>
public sealed class ClaimedRow
{
    public Guid Id { get; init; }

    public DateTimeOffset ReadyAt { get; init; }
}
