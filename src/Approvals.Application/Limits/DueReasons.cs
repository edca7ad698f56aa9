using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Domain.Calendars;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Limits;

/// <summary>
/// Explains last days to whoever may read the case: from receipt, day by day, over holidays, make-up days, stops and extensions. Who may
/// only read a task of it, such as an expert, is told of that task alone.
/// </summary>
public sealed class DueReasons(ApprovalsDbContext context, CaseReader reader, DueBadge badge, CaseWords words, MessageCatalog texts)
{
    private sealed record Told(CaseWork Work, DueHistory History, string Language);

    /// <summary>The limits of a case, with that of a task where one is named.</summary>
    public async Task<Result<DueReasonDto>> ReadAsync(Guid caseId, Guid? task, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = task is null ? null
            : await context.TaskItems.AsNoTracking().Include(t => t.Candidates).SingleOrDefaultAsync(t => t.Id == task && t.CaseId == caseId, cancellationToken);
        if (task is not null && row is null)
        {
            return Refusals.NotFound;
        }

        var whole = await reader.OpenAsync(caseId, user, cancellationToken);
        var opened = whole.IsSuccess || row is null ? whole : await reader.OpenAsync(row, user, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var told = new Told(opened.Value.Work, await DueHistory.ReadAsync(context, caseId, cancellationToken), user.Language);
        return new DueReasonDto(told.Work.Today, [.. Step(told, row), .. whole.IsSuccess ? Whole(told) : []]);
    }

    private IEnumerable<DueLimitDto> Step(Told told, TaskItem? task)
    {
        if (PendingLimits.Read(task?.Limit) is { } pending)
        {
            yield return Describe(told, DueLimitKind.Step, task!.StepName.In(told.Language), pending, null, task);
        }
    }

    private IEnumerable<DueLimitDto> Whole(Told told)
    {
        var limits = told.Work.Service.Service.Limits;
        if (told.Work.Case.FinishedAt is null && limits.Promised is { } promised)
        {
            yield return Describe(told, DueLimitKind.Promised, words.View("promisedLabel", told.Language), CaseDue.Pending(told.Work, promised.Limit), promised.Source?.In(told.Language), null);
        }

        if (told.Work.Case.FinishedAt is null && limits.Statutory is { } statutory)
        {
            yield return Describe(told, DueLimitKind.Statutory, words.View("statutoryLabel", told.Language), CaseDue.Pending(told.Work, statutory.Limit), statutory.Source?.In(told.Language), null);
        }
    }

    private DueLimitDto Describe(Told told, DueLimitKind kind, string name, PendingLimit pending, string? source, TaskItem? task)
    {
        var (calendar, language, today) = (told.Work.Calendar, told.Language, told.Work.Today);
        var due = calendar.Resolve(pending);
        var days = DueDays.Of(due, calendar, today, language);
        var years = days.Select(d => d.Day.Year).Distinct().Select(calendar.YearOf).OfType<CalendarYear>();
        return new DueLimitDto(
            kind, name, LimitWords.Of(pending.Limit, texts, language), source, kind == DueLimitKind.Step || CaseDue.HasStarted(told.Work), due.Explanation.Received,
            badge.Of(due.At, due.YellowAt, true, due.IsProvisional),
            due.YellowAt is { } yellow ? calendar.DayOf(yellow) : null, due.At is { } at ? calendar.DayOf(at) : null,
            due.Left is { } left ? LimitWords.Of(pending.Limit with { Length = left }, texts, language) : null,
            due.Describe(texts, language), days,
            [.. pending.Stops.Select(s => Stop(told, s))],
            task is null ? [] : told.History.Extensions(task, pending.Limit, calendar, texts, language),
            [.. years.Select(y => string.Join(" · ", new[] { y.Source, y.Notice }.Where(t => !string.IsNullOrEmpty(t)))).Where(t => t.Length > 0).Distinct()],
            told.History.Moves(kind, task?.Id, calendar));
    }

    private static DueStopDto Stop(Told told, ClockStop stop)
    {
        var calendar = told.Work.Calendar;
        var (from, to) = (calendar.DayOf(stop.From), stop.To is { } end ? calendar.DayOf(end) : (DateOnly?)null);
        return new DueStopDto(
            from, to, Math.Max(0, calendar.WorkingDaysBetween(from, to ?? told.Work.Today)),
            stop.Activity is { } activity ? told.Work.StepName(activity).In(told.Language) : told.History.ReasonOf(stop) ?? "");
    }
}
