using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Feel.Tests;

/// <summary>Laws of decimal arithmetic, logic and ranges, on random values.</summary>
public sealed class ArithmeticProperties
{
    private static readonly FeelExpression Sum = Feel.Compile("a + b", FeelScope.Of("a", "b"));

    private static Arbitrary<decimal> Amounts { get; } = (
        from units in Gen.Choose(-1_000_000, 1_000_000)
        from scale in Gen.Choose(0, 4)
        select new decimal(units) / (decimal)Math.Pow(10, scale)).ToArbitrary();

    [Fact]
    public void Numbers_WrittenAndRead_Same() => Prop.ForAll(Amounts, amount =>
        Feel.Value(FeelValue.Of(amount).ToString()).AsNumber() == amount &&
        FeelJson.Parse(FeelJson.ToJson(FeelValue.Of(amount))).AsNumber() == amount).QuickCheckThrowOnFailure();

    [Fact]
    public void Sum_Of_Amounts_ExactAndCommutative() => Prop.ForAll(Amounts, Amounts, (a, b) =>
        Of(Sum, a, b).AsNumber() == a + b && Of(Sum, a, b) == Of(Sum, b, a)).QuickCheckThrowOnFailure();

    [Fact]
    public void Modulo_OfIntegers_ByFloor() => Prop.ForAll(Gen.Choose(-500, 500).ToArbitrary(), Gen.Choose(-50, 50).Where(b => b != 0).ToArbitrary(), (a, b) =>
        Feel.Value($"modulo({a}, {b})").AsNumber() == a - (b * Math.Floor((decimal)a / b))).QuickCheckThrowOnFailure();

    [Fact]
    public void Rounding_Neighbours_HoldTheNumberBetween() => Prop.ForAll(Amounts, Gen.Choose(0, 3).ToArbitrary(), (amount, scale) =>
    {
        var text = amount.ToString(CultureInfo.InvariantCulture);
        var floor = Feel.Value($"floor({text}, {scale})").AsNumber();
        var ceiling = Feel.Value($"ceiling({text}, {scale})").AsNumber();
        var half = Feel.Value($"round half up({text}, {scale})").AsNumber();
        return floor <= amount && amount <= ceiling && (half == floor || half == ceiling) && Math.Abs(half - amount) * 2 <= (decimal)Math.Pow(10, -scale);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Dates_PlusDays_AsTheCalendarSays() => Prop.ForAll(Gen.Choose(0, 3_650_000).ToArbitrary(), Gen.Choose(-400, 400).ToArbitrary(), (day, days) =>
    {
        var date = DateOnly.FromDayNumber(day);
        if (day + days < 0 || day + days > DateOnly.MaxValue.DayNumber)
        {
            return true;
        }

        var context = FeelContext.Of(("d", FeelValue.Of(date)), ("n", FeelValue.Of(TimeSpan.FromDays(days))));
        return Feel.Value("d + n", context).AsDate() == date.AddDays(days);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Dates_PlusMonths_AsTheCalendarSays() => Prop.ForAll(Gen.Choose(400_000, 900_000).ToArbitrary(), Gen.Choose(-600, 600).ToArbitrary(), (day, months) =>
    {
        var date = DateOnly.FromDayNumber(day);
        var moved = Feel.Value("d + n", FeelContext.Of(("d", FeelValue.Of(date)), ("n", FeelValue.OfMonths(months))));
        return moved.AsDate() == date.AddMonths(months);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Weeks_OfDates_AsIsoSays() => Prop.ForAll(Gen.Choose(0, 3_650_000).ToArbitrary(), day =>
    {
        var date = DateOnly.FromDayNumber(day);
        return Feel.Value("week of year(d)", FeelContext.Of(("d", FeelValue.Of(date)))).AsNumber() == ISOWeek.GetWeekOfYear(date.ToDateTime(TimeOnly.MinValue));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Logic_DeMorgan_InThreeValues() => Prop.ForAll(Gen.Elements("true", "false", "null").ToArbitrary(), Gen.Elements("true", "false", "null").ToArbitrary(), (a, b) =>
        Feel.Value($"not({a} and {b})") == Feel.Value($"not({a}) or not({b})")).QuickCheckThrowOnFailure();

    [Fact]
    public void Ranges_IncludeAndDuring_AgreeWithIn() => Prop.ForAll(Ranges, Gen.Choose(-12, 12).ToArbitrary(), (range, point) =>
        Feel.Value($"{point} in {range}") == Feel.Value($"includes({range}, {point})") &&
        Feel.Value($"includes({range}, {point})") == Feel.Value($"during({point}, {range})")).QuickCheckThrowOnFailure();

    [Fact]
    public void Ranges_BeforeAfterOverlaps_ExactlyOne() => Prop.ForAll(Ranges, Ranges, (a, b) =>
        new[] { $"before({a}, {b})", $"after({a}, {b})", $"overlaps({a}, {b})" }.Count(text => Feel.Value(text).AsBoolean()) == 1).QuickCheckThrowOnFailure();

    [Fact]
    public void Ranges_Coincide_WhenEachIncludesTheOther() => Prop.ForAll(Ranges, Ranges, (a, b) =>
        Feel.Value($"coincides({a}, {b})") == Feel.Value($"includes({a}, {b}) and includes({b}, {a})")).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Ranges { get; } = (
        from start in Gen.Choose(-10, 9)
        from length in Gen.Choose(1, 8)
        from opens in Gen.Elements("[", "(")
        from closes in Gen.Elements("]", ")")
        select $"{opens}{start}..{start + length}{closes}").ToArbitrary();

    private static FeelValue Of(FeelExpression expression, decimal a, decimal b) =>
        expression.Evaluate(FeelContext.Of(("a", FeelValue.Of(a)), ("b", FeelValue.Of(b)))).Value;
}
