using Approvals.Application.Audit;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.TestKit.Database;
using Approvals.TestKit.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Audit;

public sealed class AuditVerifierTests
{
    [Theory, AllDatabases]
    public async Task VerifyAsync_NothingTouched_IsIntact(DatabaseKind kind)
    {
        await using var host = await SealedHostAsync(kind);

        var report = await VerifyAsync(host);

        Assert.True(report.IsIntact, string.Join(", ", report.Findings));
        Assert.Equal((6L, 4L, 0L), (report.Entries, report.Events, report.Unsealed));
    }

    [Theory, AllDatabases]
    public async Task VerifyAsync_EntriesAfterTheLastSeal_AreCounted(DatabaseKind kind)
    {
        await using var host = await SealedHostAsync(kind);
        await LogAsync(host, "later");

        Assert.Equal(1, (await VerifyAsync(host)).Unsealed);
    }

    [Theory, AllDatabases]
    public async Task VerifyAsync_OneByteOfAnEntryChanged_NamesIt(DatabaseKind kind)
    {
        await using var host = await SealedHostAsync(kind);
        var entry = await EntryAsync(host, 2);

        await SqlAsync(host, "UPDATE \"AuditEntries\" SET \"Action\" = 'case.taskCompleteD' WHERE \"Position\" = 2");

        Assert.Equal([("audit.entryEdited", $"{entry}")], await FindingsAsync(host));
    }

    [Theory, AllDatabases]
    public async Task VerifyAsync_AnEntryRemoved_NamesIt(DatabaseKind kind)
    {
        await using var host = await SealedHostAsync(kind);
        var entry = await EntryAsync(host, 6);

        await SqlAsync(host, "DELETE FROM \"AuditEntries\" WHERE \"Position\" = 6");

        Assert.Equal([("audit.entryRemoved", $"{entry}")], await FindingsAsync(host));
    }

    [Theory, AllDatabases]
    public async Task VerifyAsync_TwoEntriesSwapped_NamesBoth(DatabaseKind kind)
    {
        await using var host = await SealedHostAsync(kind);
        var (one, two) = (await EntryAsync(host, 1), await EntryAsync(host, 2));

        await SqlAsync(host, "UPDATE \"AuditEntries\" SET \"Position\" = 99 WHERE \"Position\" = 1");
        await SqlAsync(host, "UPDATE \"AuditEntries\" SET \"Position\" = 1 WHERE \"Position\" = 2");
        await SqlAsync(host, "UPDATE \"AuditEntries\" SET \"Position\" = 2 WHERE \"Position\" = 99");

        Assert.Equal([("audit.entryMoved", $"{one}"), ("audit.entryMoved", $"{two}")], await FindingsAsync(host));
    }

    [Theory, AllDatabases]
    public async Task VerifyAsync_AnEntryInsertedBeyondTheSeals_IsNamed(DatabaseKind kind)
    {
        await using var host = await SealedHostAsync(kind);
        var forged = await LogAsync(host, "forged");

        await SqlAsync(host, "UPDATE \"AuditEntries\" SET \"Position\" = 7 WHERE \"Position\" IS NULL");

        Assert.Equal([("audit.entryInserted", $"{forged}")], await FindingsAsync(host));
    }

    [Theory, AllDatabases]
    public async Task VerifyAsync_OneByteOfACaseEventChanged_NamesOnlyIt(DatabaseKind kind)
    {
        await using var host = await SealedHostAsync(kind);
        var @case = await CaseAsync(host);

        await SqlAsync(host, "UPDATE \"CaseEvents\" SET \"Event\" = '{\"task\":\"k2\"}' WHERE \"Number\" = 2");

        Assert.Equal([("audit.eventEdited", $"{@case}/2")], await FindingsAsync(host));
    }

    [Theory]
    [InlineData("AuditEntries", "Position")]
    [InlineData("CaseEvents", "Number")]
    public async Task VerifyAsync_OneByteOfAnyColumnChanged_NamesTheRow(string table, string numbering)
    {
        await using var host = await SealedHostAsync(DatabaseKind.Sqlite);
        var row = table == "CaseEvents" ? $"{await CaseAsync(host)}/2" : $"{await EntryAsync(host, 2)}";
        await SqlAsync(host, $"CREATE TABLE \"Kept\" AS SELECT * FROM \"{table}\"");
        var columns = await host.WithContextAsync(c => c.Database.SqlQuery<string>($"""
            SELECT info.name AS "Value" FROM pragma_table_info({table}) AS info
            """).ToListAsync());
        var changes = 0;
        foreach (var column in columns)
        {
            await SqlAsync(host, $"""
                PRAGMA foreign_keys = OFF;
                UPDATE "{table}" SET "{column}" = CASE typeof("{column}")
                    WHEN 'text' THEN 'Z' || substr("{column}", 2)
                    WHEN 'blob' THEN CAST(x'00' || substr("{column}", 2) AS BLOB)
                    ELSE "{column}" + 40 END
                WHERE "{numbering}" = 2 AND "{column}" IS NOT NULL AND "{column}" <> x'' AND "{column}" <> '';
                """);
            if (await DiffersAsync(host, table))
            {
                var findings = await FindingsAsync(host);
                Assert.True(findings.Any(f => f.Item2 == row), $"{column}: {string.Join(", ", findings)}");
                changes++;
            }

            await SqlAsync(host, $"PRAGMA foreign_keys = OFF; DELETE FROM \"{table}\"");
            await SqlAsync(host, $"PRAGMA foreign_keys = OFF; INSERT INTO \"{table}\" SELECT * FROM \"Kept\"");
        }

        Assert.True(changes >= 10, $"{changes} columns changed");
        Assert.True((await VerifyAsync(host)).IsIntact);
    }

    [Theory, AllDatabases(1)]
    [AllDatabases(4)]
    public async Task VerifyAsync_ACaseEventRemoved_NamesOnlyIt(DatabaseKind kind, int number)
    {
        await using var host = await SealedHostAsync(kind);
        var @case = await CaseAsync(host);

        await host.WithContextAsync(c => c.CaseEvents.Where(e => e.Number == number).ExecuteDeleteAsync());

        Assert.Equal([("audit.eventRemoved", $"{@case}/{number}")], await FindingsAsync(host));
    }

    [Theory, AllDatabases]
    public async Task VerifyAsync_AWholeChainRebuiltByAForger_IsNamedByItsSeals(DatabaseKind kind)
    {
        await using var host = await SealedHostAsync(kind);
        await host.WithContextAsync(async context =>
        {
            var state = await context.CaseStates.SingleAsync();
            var events = await context.CaseEvents.AsNoTracking().OrderBy(e => e.Number).ToListAsync();
            (state.EventCount, state.LastEventHash) = (0, []);
            foreach (var @event in events)
            {
                context.Update(CaseEventChain.Append(state, Forged(@event)));
            }

            return await context.SaveChangesAsync();
        });

        Assert.Contains(("audit.eventEdited", $"{await CaseAsync(host)}/2"), await FindingsAsync(host));
    }

    [Theory, AllDatabases]
    public async Task VerifyAsync_LastSealCutOffWithItsEntries_IsNamedByTheHeadOutside(DatabaseKind kind)
    {
        await using var host = await SealedHostAsync(kind);
        await LogAsync(host, "another");
        await SealAsync(host);

        await SqlAsync(host, "DELETE FROM \"AuditEntries\" WHERE \"Position\" = 7");
        await SqlAsync(host, "DELETE FROM \"AuditSeals\" WHERE \"Number\" = 2");

        Assert.Equal([("audit.sealRemoved", "2")], await FindingsAsync(host));
    }

    [Theory, AllDatabases]
    public async Task SealAsync_ManySealersAtOnce_EveryEntryHasOnePlace(DatabaseKind kind)
    {
        const int Rounds = 8;
        await using var host = await SealedHostAsync(kind);
        for (var round = 0; round < Rounds; round++)
        {
            await LogAsync(host, "more");
            await LogAsync(host, "more");
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SealAsync(host)));
        }

        await SealAsync(host);

        var report = await VerifyAsync(host);
        Assert.True(report.IsIntact, string.Join(", ", report.Findings));
        Assert.Equal((6L + 2 * Rounds, 0L), (report.Entries, report.Unsealed));
    }

    [Theory, AllDatabases]
    public async Task CommitAsync_EntrySealedMeanwhile_IsAConflict(DatabaseKind kind)
    {
        await using var host = await SealedHostAsync(kind);
        var id = await LogAsync(host, "later");

        var outcome = await host.InScopeAsync(async services =>
        {
            var stale = await services.GetRequiredService<ApprovalsDbContext>().AuditEntries.SingleAsync(e => e.Id == id);
            await SealAsync(host);
            stale.Position = 1000;
            return await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        });

        Assert.Equal(CommitOutcome.Conflict, outcome);
    }

    private static CaseEvent Forged(CaseEvent e) => new()
    {
        CaseId = e.CaseId,
        Number = e.Number,
        Type = e.Type,
        Event = e.Number == 2 ? """{"task":"forged"}""" : e.Event,
        Facts = e.Facts,
        Effects = e.Effects,
        ServiceVersionId = e.ServiceVersionId,
        EngineBehaviour = e.EngineBehaviour,
        ActorUserId = e.ActorUserId,
        At = e.At,
        Today = e.Today,
    };

    /// <summary>One case with four events and two further entries, all sealed.</summary>
    private static async Task<TestHost> SealedHostAsync(DatabaseKind kind)
    {
        var host = await TestHost.CreateAsync(kind);
        var rows = new CaseRows(new SequentialIds(), host.Time);
        await host.InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<ApprovalsDbContext>();
            var log = services.GetRequiredService<AuditLog>();
            var @case = rows.Case();
            var state = CaseRows.State(@case);
            context.AddRange(@case, state);
            for (var i = 0; i < 4; i++)
            {
                var @event = rows.Event(@case, state);
                context.Add(@event);
                log.Add(@event);
                host.Time.Advance(TimeSpan.FromMilliseconds(7));
            }

            await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        });
        await LogAsync(host, "roles.granted");
        await LogAsync(host, "roles.withdrawn");
        await SealAsync(host);
        return host;
    }

    private static Task<Guid> LogAsync(TestHost host, string action) => host.InScopeAsync(async services =>
    {
        var entry = services.GetRequiredService<AuditLog>().Add(Guid.Empty, action, "user", "1", """{"role":"Lead"}""");
        await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        return entry.Id;
    });

    private static Task<int> SealAsync(TestHost host) =>
        host.InScopeAsync(services => services.GetRequiredService<AuditSealer>().SealAllAsync(CancellationToken.None));

    private static Task<AuditReport> VerifyAsync(TestHost host) =>
        host.InScopeAsync(services => services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));

    private static async Task<IEnumerable<(string, string)>> FindingsAsync(TestHost host) =>
        (await VerifyAsync(host)).Findings.Select(f => (f.Code, f.Subject));

    private static Task<Guid> EntryAsync(TestHost host, long position) =>
        host.WithContextAsync(c => c.AuditEntries.Where(e => e.Position == position).Select(e => e.Id).SingleAsync());

    private static Task<Guid> CaseAsync(TestHost host) => host.WithContextAsync(c => c.Cases.Select(x => x.Id).SingleAsync());

    private static async Task<bool> DiffersAsync(TestHost host, string table)
    {
        var sql = $"SELECT count(*) AS \"Value\" FROM (SELECT * FROM \"{table}\" EXCEPT SELECT * FROM \"Kept\")";
        return await host.WithContextAsync(c => c.Database.SqlQuery<int>(
            System.Runtime.CompilerServices.FormattableStringFactory.Create(sql)).SingleAsync()) == 1;
    }

    private static Task<int> SqlAsync(TestHost host, string sql) => host.WithContextAsync(c => c.Database.ExecuteSqlAsync(
        System.Runtime.CompilerServices.FormattableStringFactory.Create(sql.Replace("{", "{{").Replace("}", "}}"))));
}
