namespace Approvals.Domain.Calendars;

/// <summary>One walk over the days of a limit.</summary>
internal sealed class DayCount(
    WorkingCalendar calendar, Limit limit, DateOnly received, ImmutableArray<(DateOnly From, DateOnly To)> stops)
{
    private readonly List<DateOnly> _counted = [];
    private readonly List<DateOnly> _stopped = [];
    private readonly DateOnly _received = received;
    private DateOnly _day = received;
    private DateOnly? _movedFrom;

    private bool IsOpen => stops.Any(s => s.To == DateOnly.MaxValue && _day >= s.From);

    internal DueDate Resolve()
    {
        while (_counted.Count < limit.Length)
        {
            if (!Advance()) return Open();
            if (limit.Unit == LimitUnit.Days || calendar.IsWorkday(_day)) _counted.Add(_day);
        }

        // 民法典 203: a last day that is off gives way to the next working day.
        while (limit.Unit == LimitUnit.Days && limit.Length > 0 && !calendar.IsWorkday(_day))
        {
            _movedFrom ??= _day;
            if (!Advance()) return Open();
        }

        return new DueDate(limit, _day, calendar.EndOf(_day), calendar.StartOf(YellowOn()), null, Explain());
    }

    /// <summary>Goes to the next day on which the clock runs; false when it stands still for good.</summary>
    private bool Advance()
    {
        while (!IsOpen)
        {
            _day = _day.AddDays(1);
            if (!stops.Any(s => _day > s.From && _day <= s.To)) return true;
            _stopped.Add(_day);
        }

        return false;
    }

    private DueDate Open() => new(limit, null, null, null, limit.Length - _counted.Count, Explain());

    /// <summary>The first day with at most the share of the limit, or at most so many working days, left after it.</summary>
    private DateOnly YellowOn()
    {
        var rule = limit.Yellow ?? LimitBounds.DefaultYellow;
        var byShare = (int)Math.Floor((rule.Share ?? 0) * limit.Length);
        var byDays = _counted.Count - 1;
        for (var working = 0; byDays >= 0 && working + Worked(byDays) <= (rule.Days ?? 0); byDays--)
        {
            working += Worked(byDays);
        }

        var index = Math.Min(limit.Length - byShare - 1, byDays);
        return index < 0 ? _received : _counted[index];
    }

    private int Worked(int index) => calendar.IsWorkday(_counted[index]) ? 1 : 0;

    private DueExplanation Explain()
    {
        var days = Enumerable.Range(1, _day.DayNumber - _received.DayNumber).Select(_received.AddDays).ToList();
        return new DueExplanation(
            _received,
            Ranges(days.Where(calendar.IsHoliday)),
            [.. days.Where(calendar.IsMakeUpDay)],
            Ranges(_stopped),
            _movedFrom,
            [.. days.Where(calendar.IsProvisional).Select(d => d.Year).Distinct()])
        { Counted = [.. _counted] };
    }

    private static ImmutableArray<DayRange> Ranges(IEnumerable<DateOnly> days)
    {
        var ranges = new List<DayRange>();
        foreach (var day in days)
        {
            if (ranges.Count > 0 && ranges[^1].Last.AddDays(1) == day) ranges[^1] = ranges[^1] with { Last = day };
            else ranges.Add(new DayRange(day, day));
        }

        return [.. ranges];
    }
}
