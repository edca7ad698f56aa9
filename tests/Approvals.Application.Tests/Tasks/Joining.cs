using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.TestKit.Cases;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Tasks;

/// <summary>The acts by which a reviewer brings in others, as tests send them.</summary>
internal static class Joining
{
    private static int _clicks;

    internal static string Click() => $"click-{Interlocked.Increment(ref _clicks):00000}";

    internal static Task<Result<ActDone>> DelegateAsync(this CaseHost host, TaskItem task, CurrentUser by, CurrentUser to, string? key = null) =>
        host.UseAsync<DelegateTask, Result<ActDone>>(u => u.HandleAsync(new(task.Id, Etag.Of(task), to.Id, "请先核对合同。", key ?? Click()), by, default));

    internal static Task<Result<ActDone>> TakeBackAsync(this CaseHost host, TaskItem task, CurrentUser by) =>
        host.UseAsync<TakeBackTask, Result<ActDone>>(u => u.HandleAsync(new(task.Id, null, Click()), by, default));

    internal static Task<Result<ActDone>> AddAsync(this CaseHost host, TaskItem task, CurrentUser by, CurrentUser signer, SignerPlace place, string? key = null) =>
        host.UseAsync<AddSigner, Result<ActDone>>(u => u.HandleAsync(new(task.Id, Etag.Of(task), signer.Id, place, "请一并审核。", key ?? Click()), by, default));

    internal static Task<Result<ActDone>> RemoveAsync(this CaseHost host, TaskItem task, CurrentUser by, CurrentUser signer) =>
        host.UseAsync<RemoveSigner, Result<ActDone>>(u => u.HandleAsync(new(task.Id, signer.Id, "不再需要", Click()), by, default));

    internal static Task<Result<ActDone>> AskAsync(this CaseHost host, TaskItem task, CurrentUser by, CurrentUser of, string? question = "职称是否有效？") =>
        host.UseAsync<AskOpinion, Result<ActDone>>(u => u.HandleAsync(new(task.Id, Etag.Of(task), of.Id, question, Click()), by, default));

    internal static Task<Result<ActDone>> ExtendAsync(this CaseHost host, TaskItem task, CurrentUser by, int length, string? reason = "需外地核查") =>
        host.UseAsync<ExtendLimit, Result<ActDone>>(u => u.HandleAsync(new(task.Id, Etag.Of(task), length, reason, Click()), by, default));

    internal static Task<Result<ActDone>> ClockAsync(this CaseHost host, TaskItem task, CurrentUser by, bool stop, string? reason = "等待鉴定") =>
        host.UseAsync<StopClock, Result<ActDone>>(u => u.HandleAsync(new(task.Id, Etag.Of(task), stop, reason, Click()), by, default));

    internal static Task<Result<ActDone>> CopyAsync(this CaseHost host, TaskItem task, CurrentUser by, params CurrentUser[] to) =>
        host.UseAsync<CopyCase, Result<ActDone>>(u => u.HandleAsync(new(task.Id, Etag.Of(task), [.. to.Select(t => t.Id)], "供参考", Click()), by, default));

    /// <summary>The open task of a person.</summary>
    internal static async Task<TaskItem> TaskOfAsync(this CaseHost host, Guid id, CurrentUser user) =>
        Assert.Single(await host.TasksAsync(id), t => t.OwnerUserId == user.Id);

    internal static Task<TaskItem> RowAsync(this CaseHost host, TaskItem task) =>
        host.ReadAsync(c => c.TaskItems.AsNoTracking().Include(t => t.Candidates).SingleAsync(t => t.Id == task.Id));

    internal static Task<int> EventsAsync(this CaseHost host, Guid id, string type) =>
        host.ReadAsync(c => c.CaseEvents.CountAsync(e => e.CaseId == id && e.Type == type));

    internal static Task<Opinion> WrittenAsync(this CaseHost host, Guid id, string outcome) =>
        host.ReadAsync(c => c.Opinions.AsNoTracking().SingleAsync(o => o.CaseId == id && o.Outcome == outcome));
}
