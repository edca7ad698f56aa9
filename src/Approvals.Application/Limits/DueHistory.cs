using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Tasks;
using Approvals.Domain.Calendars;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Limits;

/// <summary>What happened to the limits of a case: why clocks stopped, how limits were made longer, which notices moved their days.</summary>
internal sealed record DueHistory(
    IReadOnlyList<Opinion> Opinions, IReadOnlyList<LimitExtended> Extended, IReadOnlyList<DueDateMove> Moved, IReadOnlyList<CalendarRevision> Revisions)
{
    /// <summary>The opinion that ordered a stop was written in the step that stopped the clock.</summary>
    private static readonly TimeSpan SameStep = TimeSpan.FromSeconds(1);

    internal static async Task<DueHistory> ReadAsync(ApprovalsDbContext context, Guid caseId, CancellationToken cancellationToken)
    {
        string[] outcomes = [OpinionOutcomes.ClockStopped, OpinionOutcomes.LimitExtended];
        var opinions = await context.Opinions.AsNoTracking().Where(o => o.CaseId == caseId && outcomes.Contains(o.Outcome)).OrderBy(o => o.At).ToListAsync(cancellationToken);
        var events = opinions.Exists(o => o.Outcome == OpinionOutcomes.LimitExtended)
            ? await context.CaseEvents.AsNoTracking().Where(e => e.CaseId == caseId && e.Type == nameof(LimitExtended)).OrderBy(e => e.Number).Select(e => e.Event).ToListAsync(cancellationToken)
            : [];
        var moves = await context.DueDateMoves.AsNoTracking().Where(m => m.CaseId == caseId).OrderByDescending(m => m.Revision).ToListAsync(cancellationToken);
        int[] numbers = [.. moves.Select(m => m.Revision).Distinct()];
        return new DueHistory(
            opinions, [.. events.Select(e => (LimitExtended)WorkflowEvent.FromJson(e))], moves,
            numbers.Length == 0 ? [] : await context.CalendarRevisions.AsNoTracking().Where(r => numbers.Contains(r.Number)).ToListAsync(cancellationToken));
    }

    /// <summary>What was written by whoever stopped the clocks.</summary>
    internal string? ReasonOf(ClockStop stop) => Opinions.FirstOrDefault(o => o.Outcome == OpinionOutcomes.ClockStopped && (o.At - stop.From).Duration() <= SameStep)?.Text;

    internal IReadOnlyList<DueExtensionDto> Extensions(TaskItem task, Limit limit, WorkingCalendar calendar, MessageCatalog texts, string language) =>
    [
        .. from extended in Extended
           where extended.Task == task.BookmarkId
           let opinion = Opinions.FirstOrDefault(o => o.Id.ToString() == extended.Reason)
           where opinion is not null
           select new DueExtensionDto(calendar.DayOf(opinion.At), LimitWords.Of(limit with { Length = extended.Length }, texts, language), opinion.Text),
    ];

    internal IReadOnlyList<DueMoveDto> Moves(DueLimitKind kind, Guid? task, WorkingCalendar calendar)
    {
        var wanted = kind switch { DueLimitKind.Step => DateKind.Task, DueLimitKind.Promised => DateKind.Case, _ => DateKind.Statutory };
        return
        [
            .. from move in Moved
               where move.Kind == wanted && (task is null || move.RowId == task)
               let revision = Revisions.FirstOrDefault(r => r.Number == move.Revision)
               select new DueMoveDto(
                   calendar.DayOf(move.At), calendar.DayOf(move.From.AddTicks(-1)), calendar.DayOf(move.To.AddTicks(-1)),
                   string.Join(" · ", new[] { revision?.Source, revision?.Notice }.Where(t => !string.IsNullOrEmpty(t)))),
        ];
    }
}
