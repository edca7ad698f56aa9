using System.Globalization;
using System.Text.Json;
using Approvals.Domain.Residency;

namespace Approvals.Domain.Tests.Residency;

/// <summary>The vectors: every one of them, as they came.</summary>
public sealed class ResidencyVectorTests
{
    private static readonly JsonElement Data = TestData.Json("data/residency.json");

    public static TheoryData<string> Names => [.. Data.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_Vector_CountsAndRequiresAsStated(string name)
    {
        var vector = Data.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);
        var threshold = vector.GetProperty("threshold").GetInt32();
        var year = PresenceYear.Of(
            vector.GetProperty("year").GetInt32(),
            vector.GetProperty("presence").EnumerateArray().Select(p => new Stay(Range(p), ProofClasses.A)),
            Range(vector.GetProperty("contract")));

        Assert.Equal(vector.GetProperty("countedDays").GetInt32(), year.Days);
        Assert.Equal(vector.GetProperty("requiredDays").GetInt32(), year.Required(threshold));
        Assert.Equal(vector.GetProperty("passes").GetBoolean(), year.Missing(threshold) == 0);
    }

    [Fact]
    public void Reaches_ThreeYearVector_PassesThoughTwoYearsFail()
    {
        var vector = Data.GetProperty("threeYearAverage");
        var average = new PresenceAverage([.. vector.GetProperty("days").EnumerateArray().Select(d => d.GetInt32())]);

        Assert.Equal(vector.GetProperty("average").GetString(), average.Value.ToString("0.00", CultureInfo.InvariantCulture));
        Assert.Equal(vector.GetProperty("passesArticle10").GetBoolean(), average.Reaches(120));
        Assert.Equal(
            vector.GetProperty("failsYearlyCheck").EnumerateArray().Select(n => n.GetInt32()),
            average.Days.Select((days, i) => (days, Number: i + 1)).Where(y => y.days < 120).Select(y => y.Number));
    }

    [Theory]
    [InlineData(new[] { 120, 120, 120 }, true)]
    [InlineData(new[] { 120, 120, 119 }, false)]
    [InlineData(new int[0], false)]
    public void Reaches_AtTheBorder_IncludesIt(int[] days, bool reaches) => Assert.Equal(reaches, new PresenceAverage([.. days]).Reaches(120));

    private static DaySpan Range(JsonElement pair) => new(Day(pair[0]), Day(pair[1]));

    private static DateOnly Day(JsonElement day) => DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
