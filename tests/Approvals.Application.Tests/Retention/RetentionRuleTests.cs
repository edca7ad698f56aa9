using Approvals.Application.Retention;

namespace Approvals.Application.Tests.Retention;

/// <summary>The last day of a term, over year ends and leap days.</summary>
public sealed class RetentionRuleTests
{
    [Theory]
    [InlineData("2026-03-10", 1, RetentionStart.Finish, "2027-03-10")]
    [InlineData("2024-02-29", 1, RetentionStart.Finish, "2025-02-28")]
    [InlineData("2024-02-29", 4, RetentionStart.Finish, "2028-02-29")]
    [InlineData("2023-02-28", 1, RetentionStart.Finish, "2024-02-28")]
    [InlineData("2025-12-31", 10, RetentionStart.Finish, "2035-12-31")]
    [InlineData("2025-12-31", 1, RetentionStart.YearEnd, "2026-12-31")]
    [InlineData("2026-01-01", 1, RetentionStart.YearEnd, "2027-12-31")]
    [InlineData("2024-02-29", 10, RetentionStart.YearEnd, "2034-12-31")]
    public void LastDay_OfATermOfYears_IsTheDayOfTheSameNumberOrTheEndOfTheYear(string finished, int years, RetentionStart from, string last) => Assert.Equal(
        DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture),
        Rule(years, from).LastDay(DateOnly.Parse(finished, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void LastDay_WithoutATerm_IsNever() => Assert.Null(RetentionRule.Longest.LastDay(new DateOnly(1999, 12, 31)));

    [Theory]
    [InlineData("2026-01-30", false)]
    [InlineData("2026-01-31", true)]
    public void IsToArchive_OverTheYearsEnd_OnlyOnceTheDaysAreOver(string today, bool due) => Assert.Equal(
        due, Rule(1, RetentionStart.Finish).IsToArchive(new DateOnly(2025, 12, 31), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

    private static RetentionRule Rule(int years, RetentionStart from) => new(new LocalText("定期", "Fixed"), years, from, 30);
}
