using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Database;

public sealed class ClaimTests
{
    [Theory, AllDatabases]
    public async Task ClaimAsync_TwoNodesAtOnce_NeverTheSameRow(DatabaseKind kind)
    {
        const int Messages = 60;
        await using var host = await TestHost.CreateAsync(kind);
        await WriteAsync(host, Messages);

        var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(node => ClaimAsync(host, $"node{node}", 15)));

        var claimed = claims.SelectMany(c => c).ToList();
        Assert.Equal(claimed.Count, claimed.Distinct().Count());
        Assert.True(claimed.Count <= Messages);
    }

    [Theory, AllDatabases]
    public async Task ClaimAsync_RowsNotReadyYet_AreLeft(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);
        await WriteAsync(host, 1);
        await host.WithContextAsync(c => c.OutboxMessages.ExecuteUpdateAsync(m => m.SetProperty(x => x.ReadyAt, host.Time.GetUtcNow().AddMinutes(1))));

        Assert.Empty(await ClaimAsync(host, "node", 10));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(await ClaimAsync(host, "node", 10));
    }

    [Theory, AllDatabases]
    public async Task ClaimAsync_LeaseOfADeadNode_RunsOut(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);
        await WriteAsync(host, 1);
        await ClaimAsync(host, "dead", 10);

        Assert.Empty(await ClaimAsync(host, "alive", 10));
        host.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Single(await ClaimAsync(host, "alive", 10));
    }

    [Theory, AllDatabases]
    public async Task ClaimAsync_MoreThanAsked_OldestFirst(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);
        await WriteAsync(host, 5);

        var claimed = await ClaimAsync(host, "node", 3);

        var oldest = await host.WithContextAsync(c => c.OutboxMessages.OrderBy(m => m.ReadyAt).Take(3).Select(m => m.Id).ToListAsync());
        Assert.Equal(oldest, claimed);
    }

    private static Task WriteAsync(TestHost host, int count) => host.InScopeAsync(async services =>
    {
        var writer = services.GetRequiredService<OutboxWriter>();
        for (var i = 0; i < count; i++)
        {
            writer.Add("mail.letter", $"key{i}", new { i }).ReadyAt = host.Time.GetUtcNow().AddSeconds(i - count);
        }

        Assert.Equal(CommitOutcome.Committed, await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None));
    });

    private static Task<IReadOnlyList<Guid>> ClaimAsync(TestHost host, string node, int count) => host.InScopeAsync(services =>
        services.GetRequiredService<IDatabase>().ClaimAsync<OutboxMessage>(
            services.GetRequiredService<ApprovalsDbContext>(),
            new Lease(node, host.Time.GetUtcNow(), host.Time.GetUtcNow().AddMinutes(2)),
            count,
            CancellationToken.None));
}
