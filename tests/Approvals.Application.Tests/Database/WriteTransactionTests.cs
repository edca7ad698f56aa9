using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.TestKit.Database;
using Approvals.TestKit.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Database;

public sealed class WriteTransactionTests
{
    [Theory, AllDatabases]
    public async Task CommitAsync_RowsOfAStep_AreReadBackAsWritten(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);
        var rows = new CaseRows(new SequentialIds(), host.Time);
        var @case = rows.Case();

        var outcome = await host.InScopeAsync(async services =>
        {
            services.GetRequiredService<ApprovalsDbContext>().Add(@case);
            return await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        });

        var read = await host.WithContextAsync(c => c.Cases.AsNoTracking().SingleAsync());
        Assert.Equal(CommitOutcome.Committed, outcome);
        Assert.Equal(@case.ServiceName, read.ServiceName);
        Assert.Equal(@case.SubmittedAt, read.SubmittedAt);
        Assert.Equal(TimeSpan.Zero, read.SubmittedAt.Offset);
    }

    [Theory, AllDatabases]
    public async Task CommitAsync_StateChangedMeanwhile_IsAConflictAndWritesNothing(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);
        var rows = new CaseRows(new SequentialIds(), host.Time);
        var @case = rows.Case();
        await host.AddAsync(@case, CaseRows.State(@case));

        var outcome = await host.InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<ApprovalsDbContext>();
            var state = await context.CaseStates.SingleAsync();
            await host.WithContextAsync(async other =>
            {
                (await other.CaseStates.SingleAsync()).State = """{"first":true}""";
                return await other.SaveChangesAsync();
            });
            state.State = """{"second":true}""";
            services.GetRequiredService<OutboxWriter>().Add("mail.letter", "k", new { id = 1 });
            return await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        });

        Assert.Equal(CommitOutcome.Conflict, outcome);
        Assert.Equal("""{"first":true}""", await host.WithContextAsync(c => c.CaseStates.Select(s => s.State).SingleAsync()));
        Assert.Equal(0, await host.WithContextAsync(c => c.OutboxMessages.CountAsync()));
    }

    [Theory, AllDatabases]
    public async Task CommitAsync_SameIdempotencyKeyTwice_IsADuplicate(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);

        Task<CommitOutcome> Write() => host.InScopeAsync(services =>
        {
            services.GetRequiredService<OutboxWriter>().Add("mail.letter", "letter:1", new { id = 1 });
            return services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        });

        Assert.Equal([CommitOutcome.Committed, CommitOutcome.Duplicate], [await Write(), await Write()]);
    }

    [Theory, AllDatabases]
    public async Task CommitAsync_SecondOpenCaseForTheSameThing_IsADuplicate(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);
        var rows = new CaseRows(new SequentialIds(), host.Time);
        var (first, second) = (rows.Case(), rows.Case());
        first.OpenKey = second.OpenKey = "sample:person";
        await host.AddAsync(first);

        var outcome = await host.InScopeAsync(services =>
        {
            services.GetRequiredService<ApprovalsDbContext>().Add(second);
            return services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        });

        Assert.Equal(CommitOutcome.Duplicate, outcome);
    }

    [Theory, AllDatabases]
    public async Task CommitAsync_FinishedCasesWithoutOpenKey_MayBeMany(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);
        var rows = new CaseRows(new SequentialIds(), host.Time);

        await host.AddAsync(rows.Case(), rows.Case());

        Assert.Equal(2, await host.WithContextAsync(c => c.Cases.CountAsync()));
    }

    [Theory, AllDatabases]
    public async Task CommitAsync_ManyWritersOfOneRow_EachChangeCountsOnce(DatabaseKind kind)
    {
        const int Writers = 16;
        await using var host = await TestHost.CreateAsync(kind);
        await host.AddAsync(new CaseSerialBlock { RegionCode = "1", ServiceCode = "s", Day = new DateOnly(2026, 1, 1), Next = 0 });

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => host.InScopeAsync(RaiseUntilCommittedAsync)));

        Assert.Equal(Writers, await host.WithContextAsync(c => c.CaseSerialBlocks.Select(b => b.Next).SingleAsync()));
    }

    [Theory, AllDatabases]
    public async Task RunAsync_WorkThrows_RollsBackAndLetsTheNextWriterIn(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);
        var rows = new CaseRows(new SequentialIds(), host.Time);

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.InScopeAsync(services =>
            services.GetRequiredService<WriteTransaction>().RunAsync(_ => throw new InvalidOperationException(), CancellationToken.None)));
        await host.AddAsync(rows.Case());

        Assert.Equal(1, await host.WithContextAsync(c => c.Cases.CountAsync()));
    }

    private static async Task RaiseUntilCommittedAsync(IServiceProvider services)
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        CommitOutcome outcome;
        do
        {
            context.ChangeTracker.Clear();
            (await context.CaseSerialBlocks.SingleAsync()).Next++;
            outcome = await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        }
        while (outcome == CommitOutcome.Conflict);
    }
}
