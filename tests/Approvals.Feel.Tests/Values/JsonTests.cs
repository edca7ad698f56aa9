using System.Text.Json;

namespace Approvals.Feel.Tests;

/// <summary>Values as JSON.</summary>
public sealed class JsonTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("1.50", "1.5")]
    [InlineData("1234567890.123456789012345678", "1234567890.123456789012345678")]
    [InlineData("\"a\\\"b 卡\"", "\"a\\\"b 卡\"")]
    [InlineData("[1, [null]]", "[1,[null]]")]
    [InlineData("{a: 1, \"b c\": {}}", "{\"a\":1,\"b c\":{}}")]
    [InlineData("@\"2026-01-01\"", "{\"@type\":\"date\",\"value\":\"2026-01-01\"}")]
    [InlineData("@\"10:00:00Z\"", "{\"@type\":\"time\",\"value\":\"10:00:00Z\"}")]
    [InlineData("@\"2026-01-01T10:00:00+08:00\"", "{\"@type\":\"date and time\",\"value\":\"2026-01-01T10:00:00+08:00\"}")]
    [InlineData("@\"P1DT1H\"", "{\"@type\":\"days and time duration\",\"value\":\"P1DT1H\"}")]
    [InlineData("@\"P1Y1M\"", "{\"@type\":\"years and months duration\",\"value\":\"P1Y1M\"}")]
    public void Write_AndRead_Same(string feel, string json)
    {
        var value = Feel.Value(feel);
        Assert.Equal(json, FeelJson.ToJson(value));
        Assert.Equal(value, FeelJson.Parse(json));
    }

    [Theory]
    [InlineData("1e2", "100")]
    [InlineData("1e400", "null")]
    [InlineData("{\"@type\":\"date\",\"value\":\"nonsense\"}", "null")]
    [InlineData("{\"@type\":\"other\",\"value\":\"x\"}", "{\"@type\": \"other\", value: \"x\"}")]
    [InlineData("{\"a\":1,\"a\":2}", "{a: 2}")]
    public void Read_Unusual_Defined(string json, string expected) => Assert.Equal(expected, FeelJson.Parse(json).ToString());

    [Fact]
    public void Read_NotJson_Throws() => Assert.ThrowsAny<JsonException>(() => FeelJson.Parse("{"));

    [Fact]
    public void Values_OfClr_TypesAndBack()
    {
        Assert.Equal(FeelValue.Null, FeelValue.Of((string?)null));
        Assert.Equal(new DateOnly(2026, 1, 1), FeelValue.Of(new DateOnly(2026, 1, 1)).AsDate());
        var instant = new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.FromHours(8));
        Assert.True(FeelValue.Of(instant).TryGetDateTime(out var back));
        Assert.Equal(instant, back);
        Assert.True(Feel.Value("@\"PT90M\"").TryGetDuration(out var duration));
        Assert.Equal(TimeSpan.FromMinutes(90), duration);
        Assert.True(Feel.Value("@\"P1Y\"").TryGetMonths(out var months));
        Assert.Equal(12, months);
        Assert.False(Feel.Value("@\"-2021-01-01\"").TryGetDate(out _));
        Assert.False(Feel.Value("@\"2026-01-01T00:00:00\"").TryGetDateTime(out _));
        Assert.Throws<InvalidOperationException>(() => FeelValue.True.AsNumber());
    }

    [Fact]
    public void Context_With_KeepsOrderAndOriginal()
    {
        var first = FeelContext.Of(("a", FeelValue.Of(1)), ("b", FeelValue.Of(2)));
        var second = first.With("a", FeelValue.Of(9)).With("c", FeelValue.True);
        Assert.Equal("{a: 1, b: 2}", first.ToString());
        Assert.Equal("{a: 9, b: 2, c: true}", second.ToString());
        Assert.Equal(FeelValue.Null, second["missing"]);
        var many = FeelContext.From(Enumerable.Range(0, 50).Select(i => KeyValuePair.Create($"k{i}", FeelValue.Of(i))));
        Assert.Equal(FeelValue.Of(37), many["k37"]);
    }

    [Fact]
    public void HashCodes_OfEqualValues_Equal()
    {
        string[] pairs = ["1 = 1.00", "@\"10:00:00+02:00\" = @\"08:00:00Z\"", "{a: 1, b: 2} = {b: 2, a: 1}", "@\"P1D\" = @\"PT24H\"", "[1..3] = [1.0..3]"];
        Assert.All(pairs, pair =>
        {
            var sides = pair.Split(" = ");
            Assert.Equal(Feel.Value(sides[0]), Feel.Value(sides[1]));
            Assert.Equal(Feel.Value(sides[0]).GetHashCode(), Feel.Value(sides[1]).GetHashCode());
        });
    }
}
