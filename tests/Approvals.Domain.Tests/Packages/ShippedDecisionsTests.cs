using System.Text.Json;
using Approvals.Decisions;
using Approvals.Domain.Packages;
using Approvals.Feel;

namespace Approvals.Domain.Tests.Packages;

/// <summary>The tables of talent classification at their borders.</summary>
public sealed class ShippedDecisionsTests
{
    private static readonly ServicePackage Package =
        ServicePackage.Load(PackageFolders.Files("talent-classification"), PackageFolders.Files("_shared")).Package!;

    private const string Plain = """
        "level": "D", "achievements": [], "title": "none", "degree": "none", "skill": "none", "postdoc": false, "recommended": false, "evidence": "none"
        """;

    private const string Adult = """
        "level": "D", "way": "part-time", "line": "professional", "urgent": false, "cityOpinion": "not-needed", "civilServant": false,
        "dishonestDebtor": false, "underDiscipline": false, "entitlements": [], "cases": [], "thisService": "s", "exceptionAsked": false
        """;

    [Theory]
    [InlineData("""{"level": "A", "achievements": [{"category": "academician", "grade": "national", "rank": 1}]}""", "direct", "clause-a1")]
    [InlineData("""{"level": "E", "achievements": [{"category": "academician", "grade": "national", "rank": 1}]}""", "direct", "clause-a1")]
    [InlineData("""{"level": "B", "achievements": [{"category": "prize-first", "grade": "national", "rank": 1}]}""", "review", "clause-b2")]
    [InlineData("""{"level": "B", "achievements": [{"category": "prize-first", "grade": "national", "rank": 2}]}""", "not-met", "clause-missing-b")]
    [InlineData("""{"level": "C", "achievements": [{"category": "prize-first", "grade": "provincial", "rank": 3}]}""", "review", "clause-c2")]
    [InlineData("""{"level": "C", "achievements": [{"category": "prize-first", "grade": "provincial", "rank": 4}]}""", "not-met", "clause-missing-c")]
    [InlineData("""{"level": "D", "title": "full"}""", "review", "clause-d1")]
    [InlineData("""{"level": "C", "title": "full"}""", "not-met", "clause-missing-c")]
    [InlineData("""{"level": "D", "postdoc": true, "recommended": true}""", "review", "clause-postdoc")]
    [InlineData("""{"level": "D", "postdoc": true}""", "not-met", "clause-missing-d")]
    [InlineData("""{"level": "E", "skill": "senior-technician"}""", "direct", "clause-e3")]
    [InlineData("""{"level": "C", "recommended": true, "evidence": "contribution"}""", "review", "clause-recommended")]
    [InlineData("""{"level": "C", "recommended": true, "evidence": "none"}""", "not-met", "clause-missing-c")]
    [InlineData("""{"level": "E", "achievements": [{"category": "paper", "grade": "other", "rank": 1}, {"category": "skill-honour", "grade": "national", "rank": 1}]}""", "direct", "clause-d3")]
    public void Grading_AtTheBordersOfTheCriteria_ChoosesTheClause(string given, string result, string clause)
    {
        var decided = Decide("grading", Plain, given);

        Assert.Equal(result, decided.Value.AsContext()["result"].AsString());
        Assert.Equal(clause, decided.Value.AsContext()["clause"].AsString());
        Assert.NotEmpty(decided.Matched.Single(r => r.Decision == "grading").Annotations["clause"]);
    }

    [Theory]
    [InlineData("1965-03-03", """{}""", "pass")] // 60, the day before the 61st birthday
    [InlineData("1965-03-02", """{}""", "refused")]
    [InlineData("1965-03-02", """{"urgent": true, "cityOpinion": "support"}""", "special")]
    [InlineData("1965-03-02", """{"urgent": true, "cityOpinion": "not-applicable"}""", "special")]
    [InlineData("1965-03-02", """{"urgent": true, "cityOpinion": "oppose"}""", "refused")]
    [InlineData("1960-03-02", """{"urgent": true, "cityOpinion": "support"}""", "refused")] // 66
    [InlineData("1960-03-02", """{"way": "retired"}""", "special")]
    [InlineData("1940-03-02", """{"level": "A"}""", "pass")]
    [InlineData("1980-03-03", """{"level": "E"}""", "pass")] // 45
    [InlineData("1980-03-02", """{"level": "E"}""", "refused")]
    [InlineData("1980-03-02", """{"level": "E", "urgent": true}""", "special")]
    [InlineData("1980-03-02", """{"level": "E", "line": "skilled"}""", "pass")]
    [InlineData("1975-03-02", """{"level": "E", "line": "skilled", "urgent": true}""", "special")] // 51
    [InlineData("1970-03-02", """{"level": "E", "line": "skilled", "urgent": true}""", "refused")] // 56
    public void Admission_AtTheBordersOfAge_PassesAsksOrRefuses(string birthDate, string given, string result) =>
        Assert.Equal(result, Admission(given, birthDate).Value.AsContext()["result"].AsString());

    [Theory]
    [InlineData("""{"civilServant": true}""", "refused", "clause-bar-servant")]
    [InlineData("""{"dishonestDebtor": true, "exceptionAsked": true}""", "refused", "clause-bar-debtor")]
    [InlineData("""{"entitlements": [{"kind": "s/talent-grade", "validFrom": {"@type": "date", "value": "2023-03-03"}}]}""", "refused", "clause-bar-grade")]
    [InlineData("""{"entitlements": [{"kind": "s/talent-grade", "validFrom": {"@type": "date", "value": "2023-03-03"}}], "exceptionAsked": true}""", "special", "clause-bar-grade")]
    [InlineData("""{"entitlements": [{"kind": "s/talent-grade", "validFrom": {"@type": "date", "value": "2023-03-02"}}]}""", "pass", null)]
    [InlineData("""{"cases": [{"service": "s", "result": "refused", "finishedOn": {"@type": "date", "value": "2025-03-03"}}]}""", "refused", "clause-bar-refusal")]
    [InlineData("""{"cases": [{"service": "other", "result": "refused", "finishedOn": {"@type": "date", "value": "2025-03-03"}}]}""", "pass", null)]
    [InlineData("""{"cases": [{"service": "s", "result": "refused", "finishedOn": {"@type": "date", "value": "2025-03-02"}}]}""", "pass", null)]
    public void Admission_AtTheBordersOfTheBars_NamesTheClause(string given, string result, string? clause)
    {
        var decided = Admission(given, "1985-06-12").Value.AsContext();

        Assert.Equal(result, decided["result"].AsString());
        Assert.Equal(clause is null ? [] : [clause], decided["clauses"].AsList().Select(c => c.AsString()));
    }

    [Theory]
    [InlineData("A", 4, 1)]
    [InlineData("C", 4, 1)]
    [InlineData("D", 2, 1)]
    [InlineData("E", 1, 0)]
    public void Cards_OfALevel_HoldTheItemsOfTheTable(string level, int share, int health)
    {
        var cards = Decide("cards", $"\"level\": \"{level}\"", """{"from": {"@type": "date", "value": "2024-02-29"}}""").Value.AsContext();

        Assert.Equal((share, health), (cards["jixiang"].AsList().Count, cards["jijian"].AsList().Count));
        Assert.True(cards["validTo"].TryGetDate(out var end));
        Assert.Equal(new DateOnly(2029, 2, 27), end);
    }

    [Fact]
    public void Letter_OfTheSpecialProcedure_StatesTheLimitOfThePanel()
    {
        var limit = Package.Activity("panel")!.Property("limit")!.Value.GetProperty("expression").GetProperty("value").GetProperty("length").GetInt32();

        Assert.Equal(limit, Package.Service.Settings["panelWorkingDays"].AsNumber());
    }

    private static DecisionResult Admission(string given, string birthDate) =>
        Decide("admission", Adult + $$""", "birthDate": {"@type": "date", "value": "{{birthDate}}"}, "submittedOn": {"@type": "date", "value": "2026-03-02"}""", given);

    private static DecisionResult Decide(string decision, string usual, string given)
    {
        using var start = JsonDocument.Parse($"{{{usual}}}");
        using var changes = JsonDocument.Parse(given);
        var inputs = FeelJson.Read(changes.RootElement).AsContext().Entries.Aggregate(FeelJson.Read(start.RootElement).AsContext(), (c, e) => c.With(e.Key, e.Value));
        var decided = Package.Decisions.Evaluate(decision, inputs);
        Assert.True(decided.IsSuccess, decided.Error?.Code);
        Assert.Empty(decided.Value.Diagnostics);
        return decided.Value;
    }
}
