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
                SELECT "Id" FROM "{{table}}" AS r
                WHERE r."State" = 'Pending' AND r."ReadyAt" <= {2} AND (r."LeaseUntil" IS NULL OR r."LeaseUntil" <= {2}){{First<T>(table)}}
                ORDER BY r."ReadyAt", r."Id" LIMIT {3} {{locking}})
            RETURNING "Id" AS "Id", "ReadyAt" AS "ReadyAt"
            """;
        var rows = await context.Database
            .SqlQueryRaw<ClaimedRow>(sql, lease.Owner, lease.Until.UtcDateTime, lease.Now.UtcDateTime, count)
            .ToListAsync(cancellationToken);
        return InOrder(rows);
    }

    /// <summary>
    /// Of a case only the oldest row that is not done: one that a node works on or keeps for another attempt holds back those
    /// after it, one that stands aside does not.
    /// </summary>
    /// <param name="table">The table as the statement writes it; standard SQL, so one text serves every database that quotes by <c>"</c>.</param>
    public static string First<T>(string table)
        where T : class, ILeased => T.InOrderOf is not { } column
        ? ""
        : $$"""

                    AND NOT EXISTS (
                        SELECT 1 FROM "{{table}}" AS e
                        WHERE e."{{column}}" = r."{{column}}" AND e."State" = 'Pending'
                            AND (e."ReadyAt" < r."ReadyAt" OR (e."ReadyAt" = r."ReadyAt" AND e."Id" < r."Id"))
                            AND (e."LeaseOwner" IS NOT NULL OR e."LeaseUntil" IS NULL OR e."LeaseUntil" <= {2}))
            """;

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
