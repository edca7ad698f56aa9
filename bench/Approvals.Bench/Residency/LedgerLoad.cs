using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Bench.Hosts;
using Approvals.Bench.Scale;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.Residency;

/// <summary>Ledgers in the database: talents with five stays of 2025 and two proofs for each, three of class A and two of class B.</summary>
internal sealed class LedgerLoad(BenchHost host)
{
    public const int Intervals = 5;

    private const int PersonKind = 11;
    private const int StayKind = 12;
    private const int ProofKindOfId = 13;
    private const int Chunk = 50_000;

    /// <summary>Who has the number.</summary>
    public static Guid Person(int number) => Dialect.IdOf(PersonKind, number);

    /// <summary>Adds talents 1 to so many.</summary>
    public async Task AddAsync(int talents)
    {
        var template = (await host.ApplicantAsync()).PersonId!.Value;
        for (var from = 1; from <= talents; from += Chunk)
        {
            await CopyAsync(template, from, Math.Min(talents, from + Chunk - 1));
        }

        await host.Store.AnalyseAsync();
    }

    private Task<bool> CopyAsync(Guid template, int from, int to) => host.InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await context.Database.OpenConnectionAsync();
        var (sql, rows) = (Dialect.Of(context), new RowCopies(context));
        await sql.PrepareForManyAsync(context);
        var series = sql.Numbers(from, to);
        await using var together = await context.Database.BeginTransactionAsync();
        await rows.CopyAsync<Person>(series, template, new() { ["Id"] = sql.Id(PersonKind, "s.n") });
        for (var k = 0; k < Intervals; k++)
        {
            await StayAsync(rows, sql, series, k);
        }

        await together.CommitAsync();
        return true;
    });

    private static async Task StayAsync(RowCopies rows, Dialect sql, string series, int k)
    {
        var (id, first) = (sql.Id(StayKind, $"s.n * {Intervals} + {k}"), sql.Days("'2025-01-01'", $"{k * 70} + s.n % 20"));
        await rows.InsertAsync("PresenceIntervals", series, new()
        {
            ["Id"] = id, ["PersonId"] = sql.Id(PersonKind, "s.n"), ["From"] = first, ["To"] = sql.Days("'2025-01-01'", $"{k * 70} + s.n % 20 + 5 + (s.n * 7 + {k * 3}) % 40"),
            ["Source"] = "'Employer'", ["EnteredByUserId"] = sql.Id(PersonKind, "1"), ["EnteredAt"] = sql.Instant("2026-01-02 00:00:00"),
            ["LiveKey"] = $"'b' || {sql.Padded($"s.n * {Intervals} + {k}", 10)}", ["Version"] = "1",
        });
        var proofs = k % 2 == 0 ? new[] { "Tax", "Travel" } : ["Attendance", "Log"];
        for (var p = 0; p < proofs.Length; p++)
        {
            await rows.InsertAsync("PresenceEvidence", series, new()
            {
                ["Id"] = sql.Id(ProofKindOfId, $"(s.n * {Intervals} + {k}) * 2 + {p}"), ["IntervalId"] = id, ["Kind"] = $"'{proofs[p]}'",
            });
        }
    }
}
