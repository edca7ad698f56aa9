using Approvals.Application.WaitingLists;
using Approvals.Feel;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Application.Tests.WaitingLists;

/// <summary>The text of an order key sorts as its values do.</summary>
public sealed class OrderKeyTests
{
    [Fact]
    public void Key_OfTwoNumbers_SortsAsTheNumbers() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<(int Whole, int Part)>().Generator.Two().ToArbitrary(),
        pair =>
        {
            var (one, other) = (Number(pair.Item1), Number(pair.Item2));
            return Math.Sign(one.CompareTo(other)) == Math.Sign(string.CompareOrdinal(OrderKeys.Of(FeelValue.Of(one)), OrderKeys.Of(FeelValue.Of(other))));
        }));

    [Fact]
    public void Key_OfALevelAndADay_SortsByLevelFirst()
    {
        string[] keys = [Key("A", 3), Key("A", 5), Key("AB", 1), Key("B", 1)];

        Assert.Equal(keys, keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Key_OfNothing_StandsLast() => Assert.True(string.CompareOrdinal(OrderKeys.Of(FeelValue.Null), OrderKeys.Of(FeelValue.Of("ZZ"))) > 0);

    private static decimal Number((int Whole, int Part) parts) => parts.Whole + Math.Abs((decimal)parts.Part) / 4294967296m;

    private static string Key(string level, int day) => OrderKeys.Of(FeelValue.Of(new[] { FeelValue.Of(level), FeelValue.Of(new DateOnly(2026, 1, day)) }));
}
