using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.Operations;

/// <summary>What stands still makes a node degraded, not unready: it still answers people, and says what to look at.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task Ready_JobThatWasDueAndNeverRan_IsDegradedUntilItRan()
    {
        await using var server = new ProductServer();
        Assert.Equal(("healthy", "healthy"), await ReadyAsync(server, "jobs"));
        var last = DateTimeOffset.UtcNow.AddDays(-3);

        await UpdateAsync(server, c => c.JobSchedules.Where(s => s.Job == "audit.verify").ExecuteUpdateAsync(s => s.SetProperty(x => x.LastScheduledFor, last)));
        await UntilAsync(server, ("degraded", "degraded"), "jobs");
        Assert.Equal("healthy", (await ReadyAsync(server, "pumps")).Check);
        Assert.Equal(200, (await server.Visit().GetAsync("/health/live")).Status);

        await UpdateAsync(server, c => c.JobSchedules.Where(s => s.Job == "audit.verify").ExecuteUpdateAsync(s => s.SetProperty(x => x.LastScheduledFor, DateTimeOffset.UtcNow)));
        await UntilAsync(server, ("healthy", "healthy"), "jobs");
    }

    [Fact]
    public async Task Ready_MessageThatNobodyTakes_IsDegraded()
    {
        await using var server = new ServingOnly();
        Assert.Equal(("healthy", "healthy"), await ReadyAsync(server, "pumps"));
        var since = DateTimeOffset.UtcNow.AddMinutes(-5);
        await using (var scope = server.Services.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
            context.OutboxMessages.Add(new OutboxMessage { Id = Guid.CreateVersion7(), Kind = "mail.digest", IdempotencyKey = "waits", Payload = "{}", State = OutboxState.Pending, CreatedAt = since, ReadyAt = since });
            await context.SaveChangesAsync();
        }

        await UntilAsync(server, ("degraded", "degraded"), "pumps");
        Assert.Equal("healthy", (await ReadyAsync(server, "jobs")).Check);
    }

    /// <summary>An answer is kept for a few seconds.</summary>
    private static async Task UntilAsync(ProductServer server, (string Status, string Check) expected, string check)
    {
        for (var until = DateTimeOffset.UtcNow.AddSeconds(30); await ReadyAsync(server, check) != expected && DateTimeOffset.UtcNow < until;)
        {
            await Task.Delay(200);
        }

        Assert.Equal(expected, await ReadyAsync(server, check));
    }

    private static async Task<(string Status, string Check)> ReadyAsync(ProductServer server, string check)
    {
        var answer = await server.Visit().GetAsync("/health/ready");
        Assert.Equal(200, answer.Status);
        return (answer.Body.GetProperty("status").GetString()!, answer.Body.GetProperty("checks").GetProperty(check).GetString()!);
    }

    private static async Task UpdateAsync(ProductServer server, Func<ApprovalsDbContext, Task<int>> update)
    {
        await using var scope = server.Services.CreateAsyncScope();
        using var _ = await server.Services.GetRequiredService<IDatabase>().EnterWriteAsync(default);
        Assert.Equal(1, await update(scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>()));
    }

    /// <summary>A node that serves people and works nothing off.</summary>
    private sealed class ServingOnly : ProductServer
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Work:Enabled", "false");
        }
    }
}
