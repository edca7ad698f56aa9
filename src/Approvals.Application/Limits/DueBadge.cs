using Approvals.Application.Calendars;

namespace Approvals.Application.Limits;

/// <summary>The badge of a limit as it stands now.</summary>
public sealed class DueBadge(CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>A badge from the instants that tasks and cases carry.</summary>
    /// <param name="dueAt">The first instant that is late; null without a limit or while the clock stands still.</param>
    /// <param name="yellowAt">The instant from which it is yellow, or null.</param>
    /// <param name="hasLimit">Whether there is a limit at all: without an instant it is then paused.</param>
    /// <param name="provisional">Whether the date may still move.</param>
    public DueDto Of(DateTimeOffset? dueAt, DateTimeOffset? yellowAt, bool hasLimit, bool provisional)
    {
        if (dueAt is not { } due)
        {
            return hasLimit ? DueDto.None with { State = DueState.Paused } : DueDto.None;
        }

        var now = clock.GetUtcNow();
        var on = LastDay(due);
        var today = calendar.Today(clock);
        var left = calendar.Current.WorkingDaysBetween(today, on);
        var state = now >= due || on <= today ? DueState.Red : now >= yellowAt ? DueState.Yellow : DueState.Green;
        return new DueDto(state, on, left, due - now < TimeSpan.FromDays(1) && due > now ? (int)Math.Ceiling((due - now).TotalHours) : null, provisional);
    }

    /// <summary>The last day that is in time.</summary>
    public DateOnly LastDay(DateTimeOffset dueAt) => calendar.Current.DayOf(dueAt.AddTicks(-1));
}
