using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Calendars;

/// <summary>What loading a year's notice changes.</summary>
/// <param name="Year">The year as its file states it.</param>
/// <param name="Before">The year in force; null where none is loaded.</param>
/// <param name="Changed">Days that are worked now and were off, or the other way round.</param>
/// <param name="IsKnown">Whether just this is in force already.</param>
internal sealed record CalendarPlan(CalendarYear Year, CalendarYear? Before, IReadOnlyList<DateOnly> Changed, bool IsKnown)
{
    /// <summary>
    /// The earliest day whose change may make a due date another. The first notice of a year concerns every date that rests on it: none of
    /// them is provisional any more.
    /// </summary>
    internal DateOnly? FirstDay => IsKnown ? null : Before is null ? new DateOnly(Year.Year, 1, 1) : Changed.Count > 0 ? Changed[0] : null;

    internal static CalendarPlan Of(CalendarYear year, CalendarYear? before) => new(
        year, before, year.DaysUnlike(before),
        before is not null && year.HasDaysOf(before) && (year.Notice ?? before.Notice) == before.Notice
            && year.Names.All(n => before.Names.TryGetValue(n.Key, out var name) && name == n.Value));
}

/// <summary>Writes revisions of the working calendar.</summary>
public sealed class CalendarRows(ApprovalsDbContext context, TimeProvider clock)
{
    /// <summary>Every year ever loaded, the newest revision last.</summary>
    internal async Task<IReadOnlyList<CalendarYear>> AllAsync(CancellationToken cancellationToken)
    {
        var revisions = await context.CalendarRevisions.AsNoTracking().ToListAsync(cancellationToken);
        var days = await context.WorkingCalendarDays.AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. from day in days
               group day by (day.Revision, day.Day.Year) into year
               orderby year.Key.Revision
               select CalendarInForce.Year(year.Key.Year, [.. year], revisions.Find(r => r.Number == year.Key.Revision)),
        ];
    }

    /// <summary>
    /// Adds revisions to the caller's transaction, one a year. What an older one has not moved yet the newest moves with its own.
    /// </summary>
    internal async Task<IReadOnlyList<CalendarRevision>> AddAsync(
        IEnumerable<CalendarPlan> plans, string? fileName, (Guid? Id, string? Name) by, CancellationToken cancellationToken)
    {
        var number = Math.Max(
            await context.WorkingCalendarDays.MaxAsync(d => (int?)d.Revision, cancellationToken) ?? 0,
            await context.CalendarRevisions.MaxAsync(r => (int?)r.Number, cancellationToken) ?? 0);
        var hasCases = await context.Cases.AnyAsync(cancellationToken);
        List<CalendarRevision> added = [];
        foreach (var plan in plans)
        {
            var waits = plan.FirstDay is not null && hasCases;
            added.Add(new CalendarRevision
            {
                Number = ++number, Year = plan.Year.Year, Source = plan.Year.Source, Notice = plan.Year.Notice, FileName = fileName, LoadedAt = clock.Now(),
                LoadedByUserId = by.Id, LoadedByName = by.Name, DaysOff = plan.Year.Off.Count, WorkDays = plan.Year.Work.Count,
                ChangedDays = plan.Changed.Count, FirstDay = plan.FirstDay, State = waits ? RevisionState.Waiting : RevisionState.Moved,
                MovedAt = waits ? null : clock.Now(),
            });
            context.WorkingCalendarDays.AddRange(Days(plan.Year, number));
        }

        context.CalendarRevisions.AddRange(added);
        await TakeOverAsync(added, cancellationToken);
        return added;
    }

    private async Task TakeOverAsync(List<CalendarRevision> added, CancellationToken cancellationToken)
    {
        if (added.FindLast(r => r.State == RevisionState.Waiting) is not { } newest)
        {
            return;
        }

        var open = await context.CalendarRevisions
            .Where(r => r.State == RevisionState.Waiting || r.State == RevisionState.Moving || r.State == RevisionState.Settling).ToListAsync(cancellationToken);
        foreach (var older in open.Concat(added).Where(r => r != newest && r.State != RevisionState.Moved))
        {
            older.State = RevisionState.Superseded;
            newest.FirstDay = older.FirstDay < newest.FirstDay ? older.FirstDay : newest.FirstDay;
        }
    }

    private static IEnumerable<WorkingCalendarDay> Days(CalendarYear year, int revision) =>
        year.Off.Select(d => (Day: d, Works: false)).Concat(year.Work.Select(d => (Day: d, Works: true)))
            .Select(d => new WorkingCalendarDay
            {
                Revision = revision, Day = d.Day, IsWorkingDay = d.Works,
                Name = year.Names.GetValueOrDefault(d.Day)?.Zh ?? "", NameEn = year.Names.GetValueOrDefault(d.Day)?.En ?? "",
            });
}
