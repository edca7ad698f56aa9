using Approvals.Application.Database;
using Approvals.Application.Secrets;
using Approvals.Application.Tasks;
using Approvals.Application.Timers;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Cases;

/// <summary>What a step reads of its case by key, in as few questions as it has kinds of rows.</summary>
internal static class CaseQueries
{
    private static readonly Compiled<Func<ApprovalsDbContext, Guid, Task<CaseHead?>>> Heads = new(() => EF.CompileAsyncQuery(
        (ApprovalsDbContext context, Guid id) => (
            from row in context.Cases
            where row.Id == id
            join state in context.CaseStates on row.Id equals state.CaseId
            join key in context.ContentKeys on row.KeyId equals key.Id
            join organisation in context.Organisations on row.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            select new CaseHead(row, state, new KeyContent(key.Id, key.MasterKeyId, key.WrappedKey, key.DestroyedAt), organisation == null ? null : organisation.Uscc))
            .SingleOrDefault()));

    private static readonly Compiled<Func<ApprovalsDbContext, Guid, IAsyncEnumerable<NumberedSubmission>>> Submitted = new(() => EF.CompileAsyncQuery(
        (ApprovalsDbContext context, Guid id) =>
            from submission in context.Submissions.AsNoTracking()
            where submission.CaseId == id
            join caseEvent in context.CaseEvents.AsNoTracking().Where(e => e.CaseId == id)
                on submission.Id equals caseEvent.SubmissionId into events
            from caseEvent in events.DefaultIfEmpty()
            select new NumberedSubmission(submission, caseEvent == null ? 0 : caseEvent.Number)));

    private static readonly Compiled<Func<ApprovalsDbContext, Guid, IAsyncEnumerable<TaskItem>>> OpenTasks = new(() => EF.CompileAsyncQuery(
        (ApprovalsDbContext context, Guid id) => context.TaskItems.Include(t => t.Candidates)
            .Where(t => t.CaseId == id && t.State != TaskItemState.Done && t.State != TaskItemState.Closed)));

    private static readonly Compiled<Func<ApprovalsDbContext, Guid, IAsyncEnumerable<CaseTimer>>> PendingTimers = new(() => EF.CompileAsyncQuery(
        (ApprovalsDbContext context, Guid id) => context.Timers.Where(t => t.CaseId == id && t.State == TimerState.Pending)));

    /// <summary>The case with its state, its key and its employer's code; null when there is none.</summary>
    internal static Task<CaseHead?> HeadAsync(ApprovalsDbContext context, Guid caseId) => Heads.On(context)(context, caseId);

    /// <summary>The submissions in the order of the events that carried them, which is the only order that two of one instant have.</summary>
    internal static async Task<List<Submission>> SubmissionsAsync(ApprovalsDbContext context, Guid caseId, CancellationToken cancellationToken)
    {
        var rows = await Submitted.On(context)(context, caseId).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(r => r.Number).Select(r => r.Submission)];
    }

    /// <summary>The tasks that are not done.</summary>
    internal static ValueTask<List<TaskItem>> TasksAsync(ApprovalsDbContext context, Guid caseId, CancellationToken cancellationToken) =>
        OpenTasks.On(context)(context, caseId).ToListAsync(cancellationToken);

    /// <summary>The pending timers.</summary>
    internal static ValueTask<List<CaseTimer>> TimersAsync(ApprovalsDbContext context, Guid caseId, CancellationToken cancellationToken) =>
        PendingTimers.On(context)(context, caseId).ToListAsync(cancellationToken);

    private sealed record NumberedSubmission(Submission Submission, int Number);
}

/// <summary>A case with what its first question brings along.</summary>
internal sealed record CaseHead(Case Row, CaseState State, KeyContent Key, string? Uscc);
