using Approvals.Domain.Residency;

namespace Approvals.Domain.Tests.Residency;

public sealed class ProofTests
{
    [Theory]
    [InlineData(ProofClasses.A, ProofKind.Tax, ProofKind.Travel)]
    [InlineData(ProofClasses.A, ProofKind.Border, ProofKind.Bank)]
    [InlineData(ProofClasses.None, ProofKind.Tax, ProofKind.Bank)]
    [InlineData(ProofClasses.None, ProofKind.Travel)]
    [InlineData(ProofClasses.B, ProofKind.Attendance, ProofKind.Travel)]
    [InlineData(ProofClasses.B | ProofClasses.C, ProofKind.Attendance, ProofKind.Log)]
    [InlineData(ProofClasses.A | ProofClasses.C, ProofKind.Tax, ProofKind.Log, ProofKind.Travel)]
    public void Classes_OfKindsTogether_AreAsAgreed(ProofClasses classes, params ProofKind[] kinds) => Assert.Equal(classes, Proofs.Classes(kinds));

    [Fact]
    public void Of_AttendanceInMonthWithLog_CountsThatMonthAlone()
    {
        var year = Year(
            new Stay(new DaySpan(new(2025, 7, 20), new(2025, 8, 10)), ProofClasses.B),
            new Stay(new DaySpan(new(2025, 7, 1), new(2025, 7, 1)), ProofClasses.C));

        Assert.Equal(DaySet.Of(new DaySpan(new(2025, 7, 20), new(2025, 7, 31))), year.ClassB);
        Assert.Equal(DaySet.Of(new DaySpan(new(2025, 7, 1), new(2025, 7, 1)), new DaySpan(new(2025, 8, 1), new(2025, 8, 10))), year.Uncounted);
    }

    [Fact]
    public void Of_LogAlone_CountsNothing() =>
        Assert.Equal(0, Year(new Stay(new DaySpan(new(2025, 8, 3), new(2025, 8, 9)), ProofClasses.C)).Days);

    [Fact]
    public void Of_DayOfBothClasses_CountsOnceAsA()
    {
        var day = new DaySpan(new(2025, 10, 20), new(2025, 10, 23));
        var year = Year(new Stay(new DaySpan(new(2025, 10, 12), new(2025, 10, 21)), ProofClasses.A), new Stay(day, ProofClasses.B | ProofClasses.C));

        Assert.Equal((10, 2, 2, 12), (year.ClassA.Count, year.ClassB.Count, year.Overlapping.Count, year.Days));
    }

    [Fact]
    public void Of_DaysOutsideTheTerm_AreStatedApart()
    {
        var year = PresenceYear.Of(
            2025, [new Stay(new DaySpan(new(2025, 8, 20), new(2025, 9, 5)), ProofClasses.A)], new DaySpan(new(2025, 9, 1), new(2028, 8, 31)));

        Assert.Equal((5, 12), (year.Days, year.Outside.Count));
    }

    [Fact]
    public void DaysAmong_WorkingDays_CountsThoseOnly()
    {
        var year = Year(new Stay(new DaySpan(new(2025, 3, 3), new(2025, 3, 9)), ProofClasses.A));

        Assert.Equal(5, year.DaysAmong(DaySet.Of(new DaySpan(new(2025, 3, 3), new(2025, 3, 7)))));
    }

    [Fact]
    public void Of_RangeThatEndsBeforeItBegins_IsRefused() => Assert.Throws<ArgumentException>(() => new DaySpan(new(2025, 2, 2), new(2025, 2, 1)));

    private static PresenceYear Year(params Stay[] stays) => PresenceYear.Of(2025, stays, new DaySpan(new(2023, 1, 1), new(2028, 12, 31)));
}
