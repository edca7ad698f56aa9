using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Bench.Persisting;

/// <summary>Rows of every table.</summary>
internal static class RowCounts
{
    public static async Task<IReadOnlyDictionary<string, long>> ReadAsync(ApprovalsDbContext context)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in context.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct(StringComparer.Ordinal))
        {
            // The name comes from the model, not from outside.
            var sql = $"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"";
            counts[table] = (await context.Database.SqlQueryRaw<long>(sql).ToListAsync()).Single();
        }

        return counts;
    }
}
