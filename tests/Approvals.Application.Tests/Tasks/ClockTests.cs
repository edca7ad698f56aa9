using System.Collections.Immutable;
using Approvals.Application.Letters;
using Approvals.Application.Policies;
using Approvals.Application.Secrets;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Tasks;

/// <summary>Limits made longer and clocks that stand.</summary>
public sealed class ClockTests
{
    [Theory, AllDatabases]
    public async Task Extend_WithinTheStatutoryLimit_MovesTheDueDay_AndNotBeyond(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));

        var silent = await host.ExtendAsync(task, host.First, 5, " ");
        var shorter = await host.ExtendAsync(task, host.First, 3);
        var beyond = await host.ExtendAsync(task, host.First, 13);
        var longer = await host.ExtendAsync(task, host.First, 12);

        Assert.Equal(("tasks.needsReason", "tasks.notLonger", "tasks.beyondStatutory", null), (silent.Error?.Code, shorter.Error?.Code, beyond.Error?.Code, longer.Error?.Code));
        Assert.Equal("12", beyond.Error!.Data["length"]);
        var latest = DateOnly.FromDateTime(task.DueAt!.Value.AddDays(12).ToOffset(TimeSpan.FromHours(8)).DateTime).ToString("yyyy-MM-dd");
        Assert.Equal((latest, latest), (beyond.Error.Data["until"], beyond.Error.Data["latest"]));
        Assert.Equal(task.DueAt!.Value.AddDays(13), Assert.Single(await host.TasksAsync(id)).DueAt);
        Assert.Equal("tasks.noRoom", (await host.ExtendAsync(Assert.Single(await host.TasksAsync(id)), host.First, 13)).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Extend_TellsTheApplicantTheReasonAndTheDayByLetter_ARefusedOneTellsNothing(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, WithLetter());
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));

        await host.ExtendAsync(task, host.First, 13);
        await host.ExtendAsync(task, host.First, 5, reason: null);
        var none = await LettersAsync(host, id);
        await host.ExtendAsync(task, host.First, 5, " 需外地核查 ");
        var letter = Assert.Single(await LettersAsync(host, id));
        var content = (await host.InAsync(s => s.GetRequiredService<Vault>().OpenJsonAsync<LetterContent>(
            letter.KeyId, letter.Payload, LetterContent.Place(letter.Id), default).AsTask())).Value;

        Assert.Empty(none);
        Assert.Equal("2026年3月9日|需外地核查|2026年3月18日|审核", content.Body.Zh.Trim());
        Assert.Contains("Review", content.Body.En, StringComparison.Ordinal);
        Assert.Equal(1, await host.ReadAsync(c => c.Notifications.CountAsync(n => n.CaseId == id && n.UserId == host.Applicant.Id && n.Template == "extension-notice")));
        Assert.Equal(1, await host.ReadAsync(c => c.OutboxMessages.CountAsync(m => m.CaseId == id)));
    }

    private static Task<List<(Guid Id, byte[] Payload, Guid KeyId)>> LettersAsync(CaseHost host, Guid id) => host.ReadAsync(async c =>
        (await c.Letters.AsNoTracking().Where(l => l.CaseId == id && l.Name == "extension-notice").Join(c.Cases, l => l.CaseId, r => r.Id, (l, r) => new { l.Id, l.Payload, r.KeyId }).ToListAsync())
            .ConvertAll(l => (l.Id, l.Payload, l.KeyId)));

    private static PackageTree WithLetter()
    {
        const string body = "---\nsubject: s\nchannels: [page, mail]\nkind: letter\n---\n{{ due }}|{{ opinion }}|{{ latest }}|{{ activity }}\n";
        var shared = new[] { "zh-CN", "en" }.ToImmutableSortedDictionary(l => $"letters/extension-notice.{l}.md", _ => new ReadOnlyMemory<byte>(System.Text.Encoding.UTF8.GetBytes(body)), StringComparer.Ordinal);
        return SmallPackage.Tree() with { Shared = shared };
    }

    [Theory, AllDatabases]
    public async Task Stop_AndResume_LeavesTheTimeBetweenUncounted(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));

        var silent = await host.ClockAsync(task, host.First, stop: true, reason: null);
        var stopped = await host.ClockAsync(task, host.First, stop: true);
        var standing = Assert.Single(await host.TasksAsync(id));
        var twice = await host.ClockAsync(standing, host.First, stop: true);
        host.Host.Time.Advance(TimeSpan.FromDays(7));
        var resumed = await host.ClockAsync(standing, host.First, stop: false, reason: null);

        Assert.Equal(("tasks.needsReason", null, "workflow.clockStopped", null), (silent.Error?.Code, stopped.Error?.Code, twice.Error?.Code, resumed.Error?.Code));
        Assert.Null(standing.DueAt);
        Assert.True(Assert.Single(await host.TasksAsync(id)).DueAt >= task.DueAt!.Value.AddDays(7));
        Assert.Equal("等待鉴定", (await host.WrittenAsync(id, "ClockStopped")).Text);
    }
}
