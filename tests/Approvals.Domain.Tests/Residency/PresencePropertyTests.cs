using Approvals.Domain.Residency;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Domain.Tests.Residency;

/// <summary>What holds for whatever was stated.</summary>
public sealed class PresencePropertyTests
{
    private const int Year = 2025;
    private static readonly Config Hard = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static readonly Gen<DaySpan> Ranges =
        from start in Gen.Choose(0, 800)
        from length in Gen.Choose(0, 60)
        select new DaySpan(new DateOnly(2024, 6, 1).AddDays(start), new DateOnly(2024, 6, 1).AddDays(start + length));

    private static readonly Gen<Stay> Stays =
        from days in Ranges
        from classes in Gen.Choose(0, 7)
        select new Stay(days, (ProofClasses)classes);

    private static readonly Arbitrary<(List<Stay> Stays, DaySpan Term, int Seed)> Ledgers = (
        from stays in Stays.ListOf()
        from term in Ranges
        from longer in Gen.Choose(0, 500)
        from seed in Gen.Choose(0, 100_000)
        select (stays.ToList(), new DaySpan(term.From, term.To.AddDays(longer)), seed)).ToArbitrary();

    [Fact]
    public void Of_AnyOrder_IsTheSame() => Check.One(Hard, Prop.ForAll(Ledgers, ledger =>
        Figures(ledger.Stays, ledger.Term) == Figures([.. ledger.Stays.OrderBy(s => HashCode.Combine(s.Days.From.DayNumber * 31, ledger.Seed))], ledger.Term)));

    [Fact]
    public void Of_SplitInterval_CountsTheSame() => Check.One(Hard, Prop.ForAll(Ledgers, ledger =>
        Counts(ledger.Stays, ledger.Term) == Counts([.. ledger.Stays.SelectMany(s => Split(s, ledger.Seed))], ledger.Term)));

    [Fact]
    public void Of_EveryStayTwice_CountsOnce() => Check.One(Hard, Prop.ForAll(Ledgers, ledger =>
        Counts(ledger.Stays, ledger.Term) == Counts([.. ledger.Stays, .. ledger.Stays], ledger.Term)));

    [Fact]
    public void Of_Anything_CountsAtMostTheDaysInForce() => Check.One(Hard, Prop.ForAll(Ledgers, ledger =>
    {
        var year = PresenceYear.Of(Year, ledger.Stays, ledger.Term);
        return year.Days <= year.InForce.Count && year.Required(year.Length) == year.InForce.Count;
    }));

    [Fact]
    public void Of_MoreEvidence_NeverLowers() => Check.One(Hard, Prop.ForAll(Ledgers, Stays.ToArbitrary(), (ledger, more) =>
        PresenceYear.Of(Year, [.. ledger.Stays, more], ledger.Term).Days >= PresenceYear.Of(Year, ledger.Stays, ledger.Term).Days
        && PresenceYear.Of(Year, ledger.Stays.Select(s => s with { Classes = s.Classes | more.Classes }), ledger.Term).Days
            >= PresenceYear.Of(Year, ledger.Stays, ledger.Term).Days));

    /// <summary>The same by another way: one day after the other, as nobody would do it for a million.</summary>
    [Fact]
    public void Of_Anything_AgreesWithCountingDayByDay() => Check.One(Hard, Prop.ForAll(Ledgers, ledger =>
    {
        var year = PresenceYear.Of(Year, ledger.Stays, ledger.Term);
        var days = Enumerable.Range(0, 365).Select(i => new DateOnly(Year, 1, 1).AddDays(i)).ToList();
        return days.All(d => year.Counted.Contains(d) == Counts(ledger.Stays, ledger.Term, d) && year.Overlapping.Contains(d) == IsTwice(ledger.Stays, ledger.Term, d));
    }));

    private static bool Counts(List<Stay> stays, DaySpan term, DateOnly day) => term.Contains(day)
        && (stays.Exists(s => s.Days.Contains(day) && s.Classes.HasFlag(ProofClasses.A))
            || (stays.Exists(s => s.Days.Contains(day) && s.Classes.HasFlag(ProofClasses.B))
                && stays.Exists(s => s.Classes.HasFlag(ProofClasses.C) && s.Days.And(DaySpan.Month(day.Year, day.Month)) is not null)));

    private static bool IsTwice(List<Stay> stays, DaySpan term, DateOnly day) => term.Contains(day) && stays.Count(s => s.Days.Contains(day)) > 1;

    private static string Figures(List<Stay> stays, DaySpan term)
    {
        var year = PresenceYear.Of(Year, stays, term);
        return $"{year.ClassA}|{year.ClassB}|{year.Uncounted}|{year.Outside}|{year.Overlapping}|{year.InForce}";
    }

    private static string Counts(List<Stay> stays, DaySpan term)
    {
        var year = PresenceYear.Of(Year, stays, term);
        return $"{year.ClassA}|{year.ClassB}|{year.Uncounted}|{year.Outside}|{year.Days}";
    }

    /// <summary>Cut in two, where it is long enough; a log stays with both parts.</summary>
    private static IEnumerable<Stay> Split(Stay stay, int seed)
    {
        if (stay.Days.Days == 1)
        {
            return [stay];
        }

        var cut = stay.Days.From.AddDays(seed % (stay.Days.Days - 1));
        return [stay with { Days = new DaySpan(stay.Days.From, cut) }, stay with { Days = new DaySpan(cut.AddDays(1), stay.Days.To) }];
    }
}
