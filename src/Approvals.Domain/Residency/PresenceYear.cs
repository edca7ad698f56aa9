namespace Approvals.Domain.Residency;

/// <summary>
/// A year's days of presence within the terms of the contracts: each day once, whatever overlaps. A day of class A counts; a day of
/// class B counts in a calendar month that has at least one entry of class C; every other day is stated and does not count.
/// </summary>
/// <param name="Year">The year.</param>
/// <param name="InForce">The days of the year on which a contract is in force.</param>
/// <param name="ClassA">Days that count by class A.</param>
/// <param name="ClassB">Days that count by class B and not by A.</param>
/// <param name="Uncounted">Days within the terms that are stated and do not count.</param>
/// <param name="Outside">Stated days of the year on which no contract is in force.</param>
/// <param name="Overlapping">Days within the terms that more than one entry states.</param>
public sealed record PresenceYear(int Year, DaySet InForce, DaySet ClassA, DaySet ClassB, DaySet Uncounted, DaySet Outside, DaySet Overlapping)
{
    /// <summary>The days that count.</summary>
    public DaySet Counted => ClassA.Or(ClassB);

    /// <summary>How many days count.</summary>
    public int Days => ClassA.Count + ClassB.Count;

    /// <summary>How many days the year has.</summary>
    public int Length => DateTime.IsLeapYear(Year) ? 366 : 365;

    /// <summary>The year of somebody's stays, in whatever order they come.</summary>
    /// <param name="year">The year.</param>
    /// <param name="stays">All that was stated; other years' days are left out.</param>
    /// <param name="terms">The terms of the contracts.</param>
    public static PresenceYear Of(int year, IEnumerable<Stay> stays, params IEnumerable<DaySpan> terms)
    {
        var whole = DaySet.Of(DaySpan.Year(year));
        var inForce = DaySet.Of(terms).And(whole);
        List<Stay> own = [.. stays.Where(s => s.Days.And(DaySpan.Year(year)) is not null)];
        var stated = DaySet.Of(own.Select(s => s.Days)).And(whole);
        var inTerm = stated.And(inForce);
        var a = Having(own, ProofClasses.A).And(inForce);
        var b = Having(own, ProofClasses.B).And(Supported(year, Having(own, ProofClasses.C).And(whole))).And(inForce).Without(a);
        return new PresenceYear(year, inForce, a, b, inTerm.Without(a).Without(b), stated.Without(inForce), Twice(own).And(inForce));
    }

    /// <summary>How many days are required: the threshold's share by the days in force, rounded up.</summary>
    public int Required(int threshold) => ((threshold * InForce.Count) + Length - 1) / Length;

    /// <summary>How many of the counted days are among those of a set, such as the working days of the year.</summary>
    public int DaysAmong(DaySet days) => ClassA.And(days).Count + ClassB.And(days).Count;

    /// <summary>How many days are missing of a requirement.</summary>
    public int Missing(int threshold) => Math.Max(0, Required(threshold) - Days);

    private static DaySet Having(List<Stay> stays, ProofClasses kind) => DaySet.Of(stays.Where(s => (s.Classes & kind) != 0).Select(s => s.Days));

    /// <summary>The months in which there is at least one entry of class C.</summary>
    private static DaySet Supported(int year, DaySet logs) => logs.Ranges.IsEmpty
        ? DaySet.None
        : DaySet.Of(logs.Ranges.SelectMany(r => Enumerable.Range(r.From.Month, r.To.Month - r.From.Month + 1)).Select(month => DaySpan.Month(year, month)));

    /// <summary>Days that more than one entry states.</summary>
    private static DaySet Twice(List<Stay> stays)
    {
        DaySpan[] sorted = [.. stays.Select(s => s.Days)];
        Array.Sort(sorted);
        List<DaySpan> twice = [];
        DateOnly? reached = null;
        foreach (var days in sorted)
        {
            if (reached is { } last && days.From <= last)
            {
                twice.Add(new DaySpan(days.From, days.To < last ? days.To : last));
            }

            reached = reached > days.To ? reached : days.To;
        }

        return DaySet.Of(twice);
    }
}
