using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Nodes;
using Approvals.Application.Outbox;
using Approvals.Application.Projections;
using Approvals.Application.Secrets;
using Approvals.Application.Tasks;
using Approvals.Application.Timers;
using Approvals.Database.PostgreSql;
using Approvals.Database.Sqlite;
using Approvals.Database.SqlServer;
using Approvals.Infrastructure;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Crash.Tests;

/// <summary>What the database holds after all the crashes, against what people were told.</summary>
internal sealed class CrashRows : IAsyncDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMilliseconds(500);

    private readonly ServiceProvider _services;
    private readonly DatabaseKind _kind;

    public CrashRows(DatabaseKind kind, string connection, string data)
    {
        _kind = kind;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Directory", data)]).Build();
        var services = new ServiceCollection().AddLogging();
        _ = kind switch
        {
            DatabaseKind.PostgreSql => services.AddPostgreSqlDatabase(connection),
            DatabaseKind.SqlServer => services.AddSqlServerDatabase(connection),
            _ => services.AddSqliteDatabase(connection),
        };
        _services = services.AddApprovalsPlatform(PlatformOptions.Read(configuration, data, isDevelopment: true)).BuildServiceProvider();
    }

    /// <summary>Waits until every case is finished and every message sent; what the dead processes held comes when its lease is over.</summary>
    public async Task<bool> SettleAsync(TimeSpan patience)
    {
        for (var until = DateTime.UtcNow + patience; DateTime.UtcNow < until;)
        {
            if (await OpenAsync() == "")
            {
                return true;
            }

            await Task.Delay(250);
        }

        return false;
    }

    /// <summary>What is still under way; empty when nothing is.</summary>
    public Task<string> OpenAsync() => ReadAsync(async c =>
    {
        var (cases, messages, unsealed) = (await c.Cases.CountAsync(r => r.FinishedAt == null), await c.OutboxMessages.CountAsync(m => m.State == OutboxState.Pending),
            await c.AuditEntries.CountAsync(e => e.Position == null));
        return cases + messages + unsealed == 0 ? "" : $"{cases} cases, {messages} messages, {unsealed} audit entries are open. ";
    });

    /// <summary>How many nodes have told of themselves in the last seconds.</summary>
    public Task<int> NodesAliveAsync()
    {
        var since = TimeProvider.System.GetUtcNow() - ServerNode.Silence;
        return ReadAsync(c => c.ServerNodes.CountAsync(n => n.SeenAt > since));
    }

    /// <summary>The only node that has told of itself so far.</summary>
    public Task<string> OnlyNodeAsync() => ReadAsync(c => c.ServerNodes.Select(n => n.Name).SingleAsync());

    /// <summary>Timers and messages that a node has claimed now.</summary>
    public Task<IReadOnlyList<Guid>> HeldAsync(string node) => ReadAsync<IReadOnlyList<Guid>>(async c =>
    [
        .. await c.Timers.Where(t => t.State == TimerState.Pending && t.LeaseOwner == node).Select(t => t.Id).ToListAsync(),
        .. await c.OutboxMessages.Where(m => m.State == OutboxState.Pending && m.LeaseOwner == node).Select(m => m.Id).ToListAsync(),
    ]);

    /// <summary>Waits until a node has claimed something and keeps it, such as a mail that is not taken in; false when it does not.</summary>
    public async Task<bool> HoldsAsync(string node, TimeSpan patience)
    {
        IReadOnlyList<Guid> before = [];
        for (var until = DateTime.UtcNow + patience; DateTime.UtcNow < until;)
        {
            var held = await HeldAsync(node);
            if (held.Intersect(before).Any())
            {
                return true;
            }

            before = held;
            await Task.Delay(Kept);
        }

        return false;
    }

    /// <summary>Waits until rows that a node had claimed are done.</summary>
    public async Task<bool> SettledAsync(IReadOnlyList<Guid> held, TimeSpan patience)
    {
        for (var until = DateTime.UtcNow + patience; DateTime.UtcNow < until;)
        {
            if (await ReadAsync(async c => await c.Timers.CountAsync(t => held.Contains(t.Id) && t.State == TimerState.Pending)
                + await c.OutboxMessages.CountAsync(m => held.Contains(m.Id) && m.State == OutboxState.Pending)) == 0)
            {
                return true;
            }

            await Task.Delay(100);
        }

        return false;
    }

    public Task<string> SummaryAsync(CrashLoad load, MailReceiver mail, int kills, int seed) => ReadAsync(async c =>
        $"{_kind}, seed {seed}: {kills} kills, {await c.Cases.CountAsync()} cases ({load.Submitted.Distinct().Count()} acknowledged), "
        + $"{await c.CaseEvents.CountAsync(e => e.Type == "TaskCompleted")} decisions ({load.Decided.Distinct().Count()} acknowledged), {load.Unanswered} unanswered, "
        + $"{mail.Deliveries.Count} mails, {mail.Deliveries.Count - mail.Deliveries.Distinct().Count()} of them twice");

    /// <summary>Rows 0 lost and 0 doubled; mails 0 lost, twice at most those in flight at a kill.</summary>
    public async Task CheckAsync(CrashLoad load, MailReceiver mail, int kills)
    {
        await ReadAsync(c => CheckCasesAsync(c, load));
        await ReadAsync(c => CheckDecisionsAsync(c, load));
        await ReadAsync(c => CheckMailsAsync(c, mail, kills));
        await using var scope = _services.CreateAsyncScope();
        var audit = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None);
        Assert.Empty(audit.Findings);
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<ProjectionCheck>().NextAsync(Guid.Empty, CancellationToken.None)).Differences);
        if (_kind == DatabaseKind.Sqlite)
        {
            Assert.Equal("ok", await ReadAsync(c => c.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync()));
        }
    }

    /// <summary>Every acknowledged case is there, and the audit proves itself.</summary>
    public async Task ProveAsync(IReadOnlyCollection<string> acknowledged)
    {
        Assert.NotEmpty(acknowledged);
        Assert.Empty(acknowledged.Except(await ReadAsync(c => c.Cases.Select(r => r.Number).ToListAsync())));
        await using var scope = _services.CreateAsyncScope();
        var audit = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None);
        Assert.Empty(audit.Findings);
        Assert.True(audit.Events > 0);
    }

    /// <summary>Takes in a file as an upload does.</summary>
    public async Task<Guid> KeepFileAsync(byte[] content)
    {
        await using var scope = _services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        var key = scope.ServiceProvider.GetRequiredService<Vault>().Create("organisation");
        var by = await context.Users.Select(u => u.Id).FirstAsync();
        var kept = await scope.ServiceProvider.GetRequiredService<DocumentStore>().ReceiveAsync(
            new IncomingFile { Content = new MemoryStream(content), FileName = "证明.pdf", DocumentType = "proof", KeyId = key.Id, UploadedByUserId = by },
            UploadRules.Default, CancellationToken.None);
        await context.SaveChangesAsync();
        return kept.Value.Id;
    }

    /// <summary>Opens a file that was taken in.</summary>
    public async Task<byte[]> ReadFileAsync(Guid id)
    {
        await using var scope = _services.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>().Documents.SingleAsync(d => d.Id == id);
        var opened = await scope.ServiceProvider.GetRequiredService<DocumentStore>().OpenAsync(row, CancellationToken.None);
        await using var content = opened.Value.Content;
        var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static async Task<int> CheckCasesAsync(ApprovalsDbContext c, CrashLoad load)
    {
        var numbers = await c.Cases.Select(r => r.Number).ToListAsync();
        Assert.NotEmpty(load.Submitted);
        Assert.Empty(load.Submitted.Except(numbers));
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.Equal(numbers.Count, await c.Drafts.Where(d => d.SubmittedCaseId != null).Select(d => d.SubmittedCaseId).Distinct().CountAsync());
        Assert.Equal(numbers.Count, await c.Cases.CountAsync(r => r.Result == "granted"));
        Assert.Equal(Enumerable.Repeat(1, numbers.Count), await c.Entitlements.GroupBy(e => e.CaseId).Select(g => g.Count()).ToListAsync());
        Assert.Equal(Enumerable.Repeat(1, numbers.Count), await c.Letters.GroupBy(e => e.CaseId).Select(g => g.Count()).ToListAsync());

        var events = await c.CaseEvents.GroupBy(e => e.CaseId).Select(g => new { Count = g.Count(), Last = g.Max(e => e.Number) }).ToListAsync();
        Assert.Equal(numbers.Count, events.Count);
        Assert.All(events, e => Assert.Equal((CrashPackages.Events, CrashPackages.Events), (e.Count, e.Last)));
        Assert.Equal(numbers.Count, await c.CaseEvents.CountAsync(e => e.Type == "TimerElapsed"));
        Assert.Equal(0, await c.Timers.CountAsync(t => t.State == TimerState.Pending || t.State == TimerState.Failed));
        return numbers.Count;
    }

    private static async Task<int> CheckDecisionsAsync(ApprovalsDbContext c, CrashLoad load)
    {
        var names = await c.Users.ToDictionaryAsync(u => u.Id, u => u.UserName);
        var done = await c.TaskItems.Where(t => t.State == TaskItemState.Done).ToDictionaryAsync(t => t.Id, t => t.ClosedByUserId is { } by ? names[by] : null);
        Assert.NotEmpty(load.Decided);
        Assert.All(load.Decided, d => Assert.Equal(d.User, done.GetValueOrDefault(d.Task)));
        Assert.Equal(load.Decided.Select(d => d.Task).Distinct().Count(), load.Decided.Distinct().Count());
        Assert.Equal(done.Count, await c.CaseEvents.CountAsync(e => e.Type == "TaskCompleted"));
        Assert.Equal(done.Count, await c.Opinions.CountAsync());
        return done.Count;
    }

    private static async Task<int> CheckMailsAsync(ApprovalsDbContext c, MailReceiver mail, int kills)
    {
        var sent = await c.OutboxMessages.Select(m => new { m.Id, m.State }).ToListAsync();
        Assert.All(sent, m => Assert.Equal(OutboxState.Sent, m.State));
        Assert.Equal(await c.Cases.CountAsync(), sent.Count);
        Assert.Equal(sent.Select(m => $"<{m.Id:N}@approvals.localhost>").Order(), mail.Deliveries.Distinct().Order());
        Assert.InRange(mail.Deliveries.Count - sent.Count, 0, kills * PumpPace.Several.Parallel);
        return sent.Count;
    }

    private async Task<T> ReadAsync<T>(Func<ApprovalsDbContext, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>());
    }
}
