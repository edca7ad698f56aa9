using System.Data.Common;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Bench.Scale;

/// <summary>The few expressions in which the databases differ when rows are made from a running number <c>n</c>.</summary>
internal sealed record Dialect(bool IsSqlite)
{
    /// <summary>The dialect of a context's database.</summary>
    public static Dialect Of(ApprovalsDbContext context) =>
        new(context.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal));

    /// <summary>Rows <c>s.n</c> of the numbers from one number up to another.</summary>
    public string Numbers(int from, int to) => IsSqlite
        ? $"(WITH RECURSIVE r(n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM r WHERE n < {to}) SELECT n FROM r) s"
        : $"generate_series({from}, {to}) s(n)";

    /// <summary>An id that grows with the number; the kind keeps those of different tables apart.</summary>
    public string Id(int kind, string n) => IsSqlite
        ? $"printf('0190{kind:X4}-0000-7000-8000-%012X', {n})"
        : $"('0190{kind:X4}-0000-7000-8000-' || lpad(to_hex({n}), 12, '0'))::uuid";

    /// <summary>The same id in the program.</summary>
    public static Guid IdOf(int kind, int n) => Guid.Parse($"0190{kind:X4}-0000-7000-8000-{n:X12}");

    /// <summary>A number with leading zeros.</summary>
    public string Padded(string n, int width) => IsSqlite ? $"printf('%0{width}d', {n})" : $"lpad(({n})::text, {width}, '0')";

    /// <summary>Thirty-two bytes that look like a hash.</summary>
    public string Hash(string n) => IsSqlite ? $"zeroblob(20) || randomblob(12)" : $"sha256((({n})::text)::bytea)";

    /// <summary>A hash as text.</summary>
    public string HashText(string n) => IsSqlite ? "lower(hex(randomblob(32)))" : $"encode(sha256((({n})::text || 'v')::bytea), 'hex')";

    /// <summary>So many hours after an instant.</summary>
    public string Hours(string from, string hours) => IsSqlite
        ? $"strftime('%Y-%m-%d %H:%M:%S', {from}, ({hours}) || ' hours')"
        : $"({from}::timestamptz + ({hours}) * interval '1 hour')";

    /// <summary>So many days after a day, which is written as <c>2026-01-31</c>.</summary>
    public string Days(string from, string days) => IsSqlite ? $"date({from}, ({days}) || ' days')" : $"(({from})::date + ({days})::int)";

    /// <summary>An instant that is written as <c>2026-01-31 08:00:00</c>, UTC.</summary>
    public string Instant(string text) => IsSqlite ? $"'{text}'" : $"timestamptz '{text}+00'";

    /// <summary>Gives the open connection the memory in which indexes of a million rows can grow.</summary>
    public async Task PrepareForManyAsync(ApprovalsDbContext context)
    {
        if (IsSqlite)
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA cache_size=-1000000");
        }
    }

    public string True => IsSqlite ? "1" : "true";

    public string Boolean(string condition) => IsSqlite ? $"(CASE WHEN {condition} THEN 1 ELSE 0 END)" : $"({condition})";

    public static string Value(object? value) => value switch
    {
        null => "NULL",
        Guid id => $"'{id.ToString().ToUpperInvariant()}'",
        _ => $"'{value.ToString()!.Replace("'", "''", StringComparison.Ordinal)}'",
    };

    /// <summary>Explains a statement without running it.</summary>
    public string Explain(DbCommand command) => (IsSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
}
