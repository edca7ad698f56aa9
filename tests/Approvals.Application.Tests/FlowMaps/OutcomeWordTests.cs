using System.Text;
using System.Text.Json.Nodes;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Statements;
using Approvals.Application.Tasks;
using Approvals.TestKit.Cases;
using Approvals.Workflows;

namespace Approvals.Application.Tests.FlowMaps;

/// <summary>Every outcome that a flow can have is a word in both languages, on the map, in the timeline and in lists.</summary>
public sealed class OutcomeWordTests
{
    private static readonly string[] Languages = ["zh-CN", "en"];
    private static readonly CaseWords Words = new(MessageCatalog.Load(typeof(CaseWords).Assembly));
    private static readonly string Folder = Path.Combine(CaseHost.Root(), "workflows");

    public static TheoryData<string> Definitions() =>
    [
        .. Directory.GetFiles(Folder, "workflow.json", SearchOption.AllDirectories)
            .Concat(Directory.GetDirectories(Folder, "flows", SearchOption.AllDirectories).SelectMany(f => Directory.GetFiles(f, "*.json")))
            .Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Outcome_OfAnyStepOfAShippedFlow_HasAWord(string file)
    {
        var definition = WorkflowDefinition.Read(File.ReadAllBytes(Path.Combine(Folder, file))).Value;

        var outcomes = definition.Activities.SelectMany(a => ActivityOutcomes.Of(definition, a.Id).Select(o => (Activity: a, Outcome: o))).ToList();

        Assert.Contains(outcomes, o => o.Outcome == "Withdrawn");
        Assert.Equal([], outcomes.Where(o => !IsWorded(o.Activity, o.Outcome)).Select(o => $"{o.Activity.Id}: {o.Outcome}"));
    }

    [Fact]
    public void Outcome_OfAnyBuiltInActivity_HasAWord()
    {
        var schema = JsonNode.Parse(File.ReadAllBytes(Path.Combine(CaseHost.Root(), "docs", "schemas", "workflow.schema.json")))!;
        var types = schema["$defs"]!.AsObject().Select(d => d.Key).Where(t => t.StartsWith("Approvals.", StringComparison.Ordinal) || t.StartsWith("Elsa.", StringComparison.Ordinal)).ToList();
        var activities = new JsonArray([.. types.Select((type, i) => new JsonObject { ["id"] = $"a{i}", ["type"] = type, ["version"] = 1 })]);
        var definition = WorkflowDefinition.Read(Encoding.UTF8.GetBytes(
            new JsonObject { ["definitionId"] = "all", ["root"] = new JsonObject { ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["activities"] = activities } }.ToJsonString())).Value;

        var outcomes = definition.Activities.SelectMany(a => ActivityOutcomes.Of(definition, a.Id).Select(o => (Activity: a, Outcome: o))).ToList();

        Assert.Contains(outcomes, o => o == (o.Activity, "PromiseMissed"));
        Assert.Contains(outcomes, o => o == (o.Activity, "NoShow"));
        Assert.Equal([], outcomes.Where(o => !IsWorded(o.Activity, o.Outcome)).Select(o => $"{o.Activity.Type}: {o.Outcome}").Distinct());
    }

    [Fact]
    public void Outcome_OfAnyRowOfATaskOrAnOpinion_HasAWord()
    {
        string[] acts =
        [
            OpinionOutcomes.Transferred, OpinionOutcomes.Recused, OpinionOutcomes.Delegated, OpinionOutcomes.TakenBack, OpinionOutcomes.Proposed, OpinionOutcomes.SignerAdded,
            OpinionOutcomes.SignerRemoved, OpinionOutcomes.OpinionAsked, OpinionOutcomes.Given, OpinionOutcomes.LimitExtended, OpinionOutcomes.ClockStopped, OpinionOutcomes.ClockResumed,
            OpinionOutcomes.Copied, OpinionOutcomes.Reassigned, OpinionOutcomes.Urged, OpinionOutcomes.Drawn, FileStatement.Outcome, TaskOutcomes.Upheld, TaskOutcomes.Dismissed,
            TaskOutcomes.Correction, "AcceptedConditionally", "Voted", "TakesPart", "Convened", "Supplied", "Returned", "Attended", "Rescheduled", "Lapsed",
        ];

        Assert.Equal([], Enum.GetNames<CloseReason>().Concat(acts).Where(o => !IsWorded(null, o)));
    }

    [Fact]
    public void Outcome_ThatADefinitionNames_IsCalledSo_AndOneItDoesNotIsNoBareCode()
    {
        var json = """{ "id": "d", "type": "Approvals.Decide", "customProperties": { "approvals": { "outcomes": { "yes-please": { "zh-CN": "同意给付", "en": "Pay" } } } } }""";
        var definition = WorkflowDefinition.Read(Encoding.UTF8.GetBytes($$"""{ "definitionId": "x", "root": { "id": "flow", "type": "Elsa.Flowchart", "activities": [ {{json}} ] } }""")).Value;
        var activity = definition.Activity("d");

        Assert.Equal(("同意给付", "Pay"), (Words.Outcome(activity, "yes-please", "zh-CN"), Words.Outcome(activity, "yes-please", "en")));
        Assert.Equal(("结果“other-way”", "Outcome \"other-way\""), (Words.Outcome(activity, "other-way", "zh-CN"), Words.Outcome(activity, "other-way", "en")));
    }

    /// <summary>A word in each language: Chinese in Chinese, and in neither the code between quotation marks.</summary>
    private static bool IsWorded(ActivityDefinition? activity, string outcome) =>
        Languages.Select(l => Words.Outcome(activity, outcome, l)!).All(w => w.Length > 0 && !w.Contains('“', StringComparison.Ordinal) && !w.Contains('"', StringComparison.Ordinal))
        && Words.Outcome(activity, outcome, "zh-CN")!.All(c => c > 0x2e80);
}
