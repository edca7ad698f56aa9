namespace Approvals.Domain.Calendars;

/// <summary>Limits in hours and less run through nights and holidays; only stops hold them up.</summary>
internal static class ClockCount
{
    internal static DueDate Resolve(WorkingCalendar calendar, Limit limit, DateTimeOffset received, IReadOnlyList<ClockStop> stops)
    {
        var explanation = new DueExplanation(calendar.DayOf(received), [], [], [], null, []);
        var length = limit.Duration();
        var at = After(received, length, stops);
        if (at is null)
        {
            var from = stops.Where(s => s.To is null).Min(s => s.From);
            return new DueDate(limit, null, null, null, (int)Math.Ceiling(Left(received, from, length, stops) / length * limit.Length), explanation);
        }

        var share = (limit.Yellow ?? LimitBounds.DefaultYellow).Share ?? 0;
        var yellow = After(received, length * (double)(1 - share), stops);
        return new DueDate(limit, calendar.DayOf(at.Value.AddTicks(-1)), at, yellow, null, explanation);
    }

    private static DateTimeOffset? After(DateTimeOffset received, TimeSpan length, IReadOnlyList<ClockStop> stops)
    {
        var (at, until) = (received + length, received);
        foreach (var stop in stops.OrderBy(s => s.From))
        {
            if (stop.From >= at) break;
            if (stop.To is not { } to) return null;
            var from = stop.From > until ? stop.From : until;
            if (to <= from) continue;
            at += to - from;
            until = to;
        }

        return at;
    }

    private static TimeSpan Left(DateTimeOffset received, DateTimeOffset stopped, TimeSpan length, IReadOnlyList<ClockStop> stops)
    {
        var (ran, until) = (TimeSpan.Zero, received);
        foreach (var stop in stops.Where(s => s.To is not null && s.From < stopped).OrderBy(s => s.From))
        {
            if (stop.From > until) ran += stop.From - until;
            if (stop.To > until) until = stop.To.Value;
        }

        if (stopped > until) ran += stopped - until;
        return ran > length ? TimeSpan.Zero : length - ran;
    }
}
