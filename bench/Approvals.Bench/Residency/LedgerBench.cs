using System.Diagnostics;
using System.Globalization;
using Approvals.Application.Database;
using Approvals.Application.Presence;
using Approvals.Bench.Hosts;
using Approvals.Bench.Stores;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.Residency;

/// <summary>
/// A year of everybody's ledger from the database, a thousand talents at a time as the yearly check reads them: reading and computing
/// reported apart. The floor is the same rows read by the bare driver.
/// </summary>
internal static class LedgerBench
{
    private const int Chunk = 1_000;
    private const int Threshold = 120;
    private const int Year = 2025;

    public static Task RunAsync(Databases databases, int talents, TextWriter output) =>
        databases.EachAsync((store, folder) => RunAsync(store, folder, talents, output), output);

    private static async Task RunAsync(IStore store, string folder, int talents, TextWriter output)
    {
        await using var host = await BenchHost.CreateAsync(store, folder);
        await new LedgerLoad(host).AddAsync(talents);
        await PassAsync(host, 1, Math.Min(talents, 5 * Chunk));
        var floor = await host.InScopeAsync(s => FloorAsync(s.GetRequiredService<ApprovalsDbContext>(), talents));
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        var (read, compute, passed) = await PassAsync(host, 1, talents);
        var grown = (GC.GetTotalMemory(forceFullCollection: true) - heap) / (double)heap;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{store.Name}: ledgers of {talents} talents with {LedgerLoad.Intervals} intervals and two proofs each: read in {read.TotalSeconds:F1} s ({talents / read.TotalSeconds:F0} a second, {read / floor:F1} times the bare rows' {floor.TotalSeconds:F1} s), computed in {compute.TotalSeconds:F2} s ({talents / compute.TotalSeconds:F0} a second); {passed} reach {Threshold} days; live heap {grown:+0.0 %;-0.0 %}"));
    }

    private static async Task<(TimeSpan Read, TimeSpan Compute, int Passed)> PassAsync(BenchHost host, int first, int last)
    {
        var (read, compute, passed) = (TimeSpan.Zero, TimeSpan.Zero, 0);
        for (var from = first; from <= last; from += Chunk)
        {
            Guid[] people = [.. Enumerable.Range(from, Math.Min(Chunk, last - from + 1)).Select(LedgerLoad.Person)];
            var start = Stopwatch.GetTimestamp();
            var ledgers = await host.InScopeAsync(s => PresenceRecord.OfManyAsync(s.GetRequiredService<ApprovalsDbContext>(), people, CancellationToken.None));
            read += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            passed += ledgers.Values.Count(ledger => ledger.Year(Year).Missing(Threshold) == 0);
            compute += Stopwatch.GetElapsedTime(start);
        }

        return (read, compute, passed);
    }

    /// <summary>Each row of both tables once, in the order of its key, into nothing.</summary>
    private static async Task<TimeSpan> FloorAsync(ApprovalsDbContext context, int talents)
    {
        await context.Database.OpenConnectionAsync();
        var (start, rows) = (Stopwatch.GetTimestamp(), 0);
        foreach (var text in new[] { """SELECT "Id", "PersonId", "From", "To" FROM "PresenceIntervals" ORDER BY "Id" """, """SELECT "Id", "IntervalId", "Kind" FROM "PresenceEvidence" ORDER BY "Id" """ })
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = text;
            command.CommandTimeout = 600;
            await using var reader = await command.ExecuteReaderAsync();
            while (reader is SqliteDataReader lite ? lite.Read() : await reader.ReadAsync())
            {
                rows += reader.GetValue(0) is null ? 0 : 1;
                _ = reader.GetValue(1);
                _ = reader.GetValue(2);
            }
        }

        return rows == talents * LedgerLoad.Intervals * 3 ? Stopwatch.GetElapsedTime(start) : throw new InvalidOperationException($"{rows} rows are there.");
    }
}
