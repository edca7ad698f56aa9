using System.Collections.Immutable;
using Approvals.Application.Database;
using Approvals.Domain.Calendars;

namespace Approvals.Application.Calendars;

/// <summary>All due dates that rest on the calendar and are not over.</summary>
public sealed class OpenDueDates(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>How many due dates are computed at once to say what a notice would move.</summary>
    private const int MostForeseen = 20_000;

    /// <summary>Every kind, in the order in which they are moved.</summary>
    internal static ImmutableArray<OpenDates> Kinds { get; } =
    [
        new PromisedDates(), new StatutoryDates(), new TaskDates(), new TimerDates(), new NoticeDates(), new ContactDates(), new AnswerDates(), new DataRequestDates(),
    ];

    /// <summary>The instant after which a date ends that a change of a day may move: what is over is left alone.</summary>
    internal static DateTimeOffset From(WorkingCalendar calendar, DateOnly firstDay, DateTimeOffset now)
    {
        var changed = calendar.StartOf(firstDay).ToUniversalTime();
        return changed > now ? changed : now;
    }

    /// <summary>How many open due dates rest on days from one on, and how many a calendar moves; null where there are too many to compute at once.</summary>
    internal async Task<(long Looked, int? Moves)> ForeseeAsync(WorkingCalendar with, DateOnly firstDay, CancellationToken cancellationToken)
    {
        var (from, looked) = (From(with, firstDay, clock.GetUtcNow()), 0L);
        foreach (var kind in Kinds)
        {
            looked += await kind.CountAsync(context, from, cancellationToken);
        }

        if (looked > MostForeseen)
        {
            return (looked, null);
        }

        var (computer, moves) = (new DateComputer(with, calendar.Today(clock)), 0);
        foreach (var kind in Kinds)
        {
            var open = await kind.NextAsync(context, Guid.Empty, from, MostForeseen, cancellationToken);
            moves += open.Count(d => computer.Compute(d) is { } to && to.Due != d.Due);
        }

        return (looked, moves);
    }
}
