using System.Text.Json;
using Approvals.Application.Rehearsals;
using Approvals.Domain.Scenarios;
using Approvals.Simulation.Scenarios;
using Approvals.TestKit.Cases;

namespace Approvals.Simulation.Tests.Scenarios;

/// <summary>A scenario under recording says after each act what waits for whom.</summary>
public sealed class RehearsalTests
{
    private const string Apply = """{ "by": "one", "activity": "apply", "act": "submit", "form": { "name": "试例", "amount": 50, "account": "6222" } }""";
    private const string Approve = """{ "by": "county", "activity": "review", "act": "approve", "opinion": "同意。" }""";

    [Fact]
    public async Task Play_BeforeAnyAct_WaitsForTheApplicationAlone()
    {
        var rehearsal = await PlayAsync("");

        Assert.Equal((0, null, null), (rehearsal.Done, rehearsal.Failed, rehearsal.Run.State));
        Assert.Empty(rehearsal.Tasks);
    }

    [Fact]
    public async Task Play_AfterTheApplication_OffersTheReviewersActs()
    {
        var rehearsal = await PlayAsync(Apply);

        var task = Assert.Single(rehearsal.Tasks);
        Assert.Equal(("review", "审核", "Review"), (task.Activity, task.Name.Zh, task.Kind));
        Assert.Equal("county", Assert.Single(task.By));
        Assert.Contains(task.Page!.Acts, a => a is { Act: "approve", Label: "同意", Enabled: true });
        Assert.Contains(task.Page.Acts, a => a is { Act: "return", NeedsReason: true });
    }

    [Fact]
    public async Task Play_WithAMovedClock_SeesWhatTheClockBrings()
    {
        var rehearsal = await PlayAsync(Apply, """{ "advance": { "workingDays": 5 } }""");

        Assert.Equal("terminated", rehearsal.Run.Result);
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 9, 0, 0, TimeSpan.FromHours(8)), rehearsal.Now);
    }

    [Fact]
    public async Task Play_ToTheEnd_SaysWhatWasGrantedAndWhatWasExpectedOtherwise()
    {
        var rehearsal = await PlayAsync(Apply, Approve);

        Assert.Equal(("granted", 2), (rehearsal.Run.Result, rehearsal.Done));
        Assert.Equal("grant", Assert.Single(rehearsal.Run.Entitlements).Kind);
        Assert.Equal("scenarios.result", Assert.Single(rehearsal.Differences).Code);
    }

    [Fact]
    public async Task Play_OfAnActNobodyMayDo_StopsThereAndSaysWhy()
    {
        var rehearsal = await PlayAsync(Apply, """{ "by": "one", "activity": "review", "act": "approve" }""", Approve);

        Assert.Equal((1, "2"), (rehearsal.Done, rehearsal.Failed!.Data["act"]));
        Assert.Equal("review", Assert.Single(rehearsal.Tasks).Activity);
    }

    [Fact]
    public async Task Play_OfAChangedPackage_PlaysTheChangedOne()
    {
        await using var stage = new RehearsalStage(ReferenceData.Find());
        var before = await stage.PlayAsync(SmallPackage.Tree(), SmallPackage.Code, Scenario(Apply), "zh-CN", default);
        var changed = SmallPackage.Tree(change: text => text.Replace("\"level\": \"county\"", "\"level\": \"city\"", StringComparison.Ordinal));

        var after = await stage.PlayAsync(changed, SmallPackage.Code, Scenario(Apply), "zh-CN", default);

        Assert.Equal("county", Assert.Single(before.Tasks[0].By));
        Assert.Equal("city", Assert.Single(after.Tasks[0].By));
    }

    private static async Task<Rehearsal> PlayAsync(params string[] acts)
    {
        await using var stage = new RehearsalStage(ReferenceData.Find());
        return await stage.PlayAsync(SmallPackage.Tree(), SmallPackage.Code, Scenario(acts), "zh-CN", default);
    }

    private static Scenario Scenario(params string[] acts)
    {
        var text = $$"""
            { "name": "试", "start": "2026-03-02T09:00:00+08:00",
              "people": {
                "one": { "role": "Applicant", "name": "试例", "region": "220104" },
                "county": { "role": "Reviewer", "region": "220104", "organisationKind": "hr" },
                "city": { "role": "Reviewer", "region": "220100", "organisationKind": "hr" } },
              "acts": [{{string.Join(",", acts)}}], "expect": { "result": "refused" } }
            """;
        return ScenarioFile.Read(JsonDocument.Parse(text).RootElement).Value;
    }
}
