using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Workflows.Tests;

public sealed class ExpertDrawTests
{
    /// <summary>The hash of <c>s:a</c> by any other program.</summary>
    [Fact]
    public void Mark_IsTheHashAnybodyComputes() =>
        Assert.Equal("d4315d83a95dfaeb79ecc9d4f5b2d61804e88aaaacb41d855977b993286435c4", ExpertDraw.Mark("s", "a"));

    [Fact]
    public void Draw_AnyPoolAndSeed_NeverTakesWhoIsKeptOut() => Prop.ForAll(Pools(), ArbMap.Default.ArbFor<int>(), (pool, seed) =>
    {
        var places = ExpertDraw.Of(pool, Text(seed), 1 + Math.Abs(seed % 5));
        return places.Where(p => p.IsDrawn).All(p => pool.Single(m => m.User == p.User).Reasons.IsEmpty);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Draw_AnyPoolAndSeed_FillsTheSeatsOrTakesEverybodyWhoMay() => Prop.ForAll(Pools(), ArbMap.Default.ArbFor<int>(), (pool, seed) =>
    {
        var seats = 1 + Math.Abs(seed % 5);
        return ExpertDraw.Of(pool, Text(seed), seats).Count(p => p.IsDrawn) == Math.Min(seats, pool.Count(m => m.Reasons.IsEmpty));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Draw_SamePoolInAnyOrder_GivesTheSame() => Prop.ForAll(Pools(), ArbMap.Default.ArbFor<int>(), (pool, seed) =>
        ExpertDraw.Of(pool, Text(seed), 3).Select(Told).SequenceEqual(ExpertDraw.Of(pool.Reverse(), Text(seed), 3).Select(Told)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Draw_AnyPool_KeepsEverybodyInTheRecordOnce() => Prop.ForAll(Pools(), pool =>
        ExpertDraw.Of(pool, "s", 2).Select(p => p.User).Order().SequenceEqual(pool.Select(m => m.User).Order())).QuickCheckThrowOnFailure();

    /// <summary>3 of 10 over 6,000 seeds: 1,800 expected, a standard deviation of 35; five of them are allowed.</summary>
    [Fact]
    public void Draw_ManySeeds_GivesEverybodyTheSameChance()
    {
        PoolMember[] pool = [.. Enumerable.Range(0, 10).Select(i => new PoolMember($"user{i}", []))];
        var drawn = Enumerable.Range(0, 6000).SelectMany(s => ExpertDraw.Of(pool, Text(s), 3)).Where(p => p.IsDrawn).GroupBy(p => p.User).ToDictionary(g => g.Key, g => g.Count());

        Assert.Equal(10, drawn.Count);
        Assert.All(drawn.Values, count => Assert.InRange(count, 1625, 1975));
    }

    /// <summary>Pairs, too: 45 pairs of 10, two seats, 9,000 seeds: 200 expected each, a standard deviation of 14.</summary>
    [Fact]
    public void Draw_ManySeeds_GivesEveryPairTheSameChance()
    {
        PoolMember[] pool = [.. Enumerable.Range(0, 10).Select(i => new PoolMember($"user{i}", []))];
        var pairs = Enumerable.Range(0, 9000)
            .Select(s => string.Join('+', ExpertDraw.Of(pool, Text(s), 2).Where(p => p.IsDrawn).Select(p => p.User).Order())).GroupBy(p => p).ToDictionary(g => g.Key, g => g.Count());

        Assert.Equal(45, pairs.Count);
        Assert.All(pairs.Values, count => Assert.InRange(count, 130, 270));
    }

    private static string Text(int seed) => seed.ToString(CultureInfo.InvariantCulture);

    private static string Told(DrawPlace place) => $"{place.User} {place.Order} {place.IsDrawn} {string.Join(',', place.Reasons)}";

    private static Arbitrary<PoolMember[]> Pools() => Gen.ArrayOf(Gen.Elements("", DrawReasons.Away, DrawReasons.Relative, DrawReasons.CoAuthor, "", "")).Select(reasons =>
        reasons.Select((r, i) => new PoolMember($"u{i}", r.Length == 0 ? [] : ImmutableArray.Create(r))).ToArray()).ToArbitrary();
}
