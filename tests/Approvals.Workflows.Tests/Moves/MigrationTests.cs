using System.Collections.Immutable;
using System.Text.Json.Nodes;
using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

public sealed class MigrationTests
{
    private static readonly ImmutableSortedDictionary<string, string> Nowhere = ImmutableSortedDictionary<string, string>.Empty;

    [Fact]
    public void Migrated_ClaimedTask_KeepsIdHolderAndDayReceivedAndTakesTheNewLength()
    {
        var @case = new CaseDriver(Reviewed(limit: 5)).Start();
        var task = @case.Task("review");
        @case.Send(new TaskClaimed(task.Id, CaseDriver.By("u-Reviewer")));
        @case.Now += TimeSpan.FromDays(1);

        Move(@case, Reviewed(limit: 3, role: "Other", outcomes: """[{ "name": "Referred" }]"""));

        var moved = @case.Task("review");
        Assert.Equal((task.Id, "u-Reviewer"), (moved.Id, moved.Holder));
        Assert.Equal((3, task.Limit!.ReceivedOn), (moved.Limit!.Limit.Length, moved.Limit.ReceivedOn));
        Assert.Contains("Referred", moved.Outcomes);
        Assert.Equal("Reviewer", Assert.IsType<RoleCandidate>(Assert.Single(moved.Candidates)).Role);
    }

    [Fact]
    public void Migrated_TaskInAQueue_GoesToWhomTheNewVersionNames()
    {
        var @case = new CaseDriver(Reviewed(limit: 5)).Start();

        Move(@case, Reviewed(limit: 5, role: "Other"));

        Assert.Equal("Other", Assert.IsType<RoleCandidate>(Assert.Single(@case.Task("review").Candidates)).Role);
    }

    [Fact]
    public void Migrated_StepUnderAnotherId_GoesOnThereByTheMap()
    {
        var @case = new CaseDriver(Reviewed(limit: 5)).Start();

        Move(@case, Reviewed(limit: 5, id: "examine"), ("review", "examine"));

        @case.Complete("examine", "u-Reviewer", "Approved");
        Assert.Equal("granted", @case.State.Result);
    }

    [Fact]
    public void Migrated_StepThatIsGone_IsRefusedAndNothingChanges()
    {
        var @case = new CaseDriver(Reviewed(limit: 5)).Start();
        var before = @case.State.ToJson();
        @case.Definition = Reviewed(limit: 5, id: "examine");

        Assert.Equal("workflow.move.noPlace", @case.Refused(new MigratedTo("v2", CaseDriver.By("admin"))));
        Assert.Equal(before, @case.State.ToJson());
    }

    [Fact]
    public void Migrated_JoinWithABranchMoreThanTheForkHad_IsRefused()
    {
        var @case = new CaseDriver(Forked("l", "r")).Start().Complete("l", "u-l", "Approved");
        @case.Definition = Forked("l", "m", "r");

        Assert.Equal("workflow.move.joinNever", @case.Refused(new MigratedTo("v2", CaseDriver.By("admin"))));
    }

    [Fact]
    public void Migrated_ArrivalAtAJoin_IsKeptAndTheCaseGoesOn()
    {
        var @case = new CaseDriver(Forked("l", "r")).Start().Complete("l", "u-l", "Approved");

        Move(@case, Forked("l", "r"));

        Assert.Equal("granted", @case.Complete("r", "u-r", "Approved").State.Result);
    }

    [Fact]
    public void Migrated_LastBranchAwaitedIsGoneFromTheJoin_LetsItRun()
    {
        var @case = new CaseDriver(Forked("l", "r")).Start().Complete("l", "u-l", "Approved");
        var before = @case.Task("r");

        Move(@case, Forked(join: ["l"], "l", "r"));

        Assert.Equal(before.Id, @case.Task("r").Id);
        Assert.Contains("after", @case.Waiting);
    }

    [Fact]
    public void Migrated_NewVariable_HasItsDefaultAndOldValuesStay()
    {
        var @case = new CaseDriver(new FlowBuilder().Variable("kept", 1).Add("set", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "id-kept", ["name"] = "kept" }), ("value", Formula("7")))
            .Add("review", "Review", ("participants", Role("Reviewer"))).Connect("set>review").Build()).Start(withSubmission: false);

        Move(@case, new FlowBuilder().Variable("kept", 1).Variable("added", 2).Add("review", "Review", ("participants", Role("Reviewer"))).Build());

        Assert.Equal("2", @case.State.Variables["added"].ToString());
        Assert.True(@case.State.Variables.ContainsKey("kept"));
    }

    [Fact]
    public void Migrated_IncidentOfABrokenStep_IsRetriedByTheMendedVersion()
    {
        var @case = new CaseDriver(Broken("1 + \"x\"")).Start();
        var incident = Assert.Single(@case.State.Incidents);

        Move(@case, Broken("\"u-Reviewer\""));
        @case.Send(new IncidentResolved(incident.Id, CaseDriver.By("admin")));

        Assert.Empty(@case.State.Incidents);
        Assert.Equal("review", @case.Task("review").Activity);
    }

    [Fact]
    public void Undone_BeforeAnythingElse_GivesTheStateBefore()
    {
        var @case = new CaseDriver(Reviewed(limit: 5)).Start();
        var (definition, before) = (@case.Definition, @case.State);
        Move(@case, Reviewed(limit: 2, id: "examine", timeout: true), ("review", "examine"));

        @case.Definition = definition;
        @case.Send(new MigrationUndone("v1", CaseDriver.By("admin"), before));

        Assert.Equal((before with { Counter = @case.State.Counter }).ToJson(), @case.State.ToJson());
    }

    [Fact]
    public void Plan_RenamedStep_IsSuggestedByKindAndName()
    {
        var places = MigrationPlan.Places(Named("review", "审核"), Named("examine", "审核"), Nowhere);

        var place = Assert.Single(places, p => p.Activity.Id == "review");
        Assert.Equal(("examine", PlaceFound.SameName), (place.To?.Id, place.Found));
        Assert.Equal("examine", MigrationPlan.Moves(places)["review"]);
    }

    [Theory]
    [InlineData("nothing", "review", "workflow.move.unknownStep")]
    [InlineData("review", "nothing", "workflow.move.unknownPlace")]
    [InlineData("review", "yes", "workflow.move.otherType")]
    public void Plan_WrongPlaceNamed_IsSaid(string from, string to, string code) =>
        Assert.Contains(MigrationPlan.Check(Reviewed(5), Reviewed(5), Nowhere.Add(from, to)), e => e.Code == code);

    internal static void Move(CaseDriver @case, WorkflowDefinition to, params (string From, string To)[] map)
    {
        @case.Definition = to;
        @case.Send(new MigratedTo("v2", CaseDriver.By("admin")) { Activities = map.ToImmutableSortedDictionary(m => m.From, m => m.To) });
    }

    internal static WorkflowDefinition Reviewed(int limit, string id = "review", string role = "Reviewer", string? outcomes = null, bool timeout = false)
    {
        List<(string, JsonNode?)> inputs = [("participants", Role(role)), ("limit", Limit(limit))];
        inputs.AddRange(outcomes is null ? [] : [("outcomes", Json(outcomes))]);
        inputs.AddRange(timeout ? [("onTimeout", Json("""{ "act": "remind" }"""))] : []);
        return new FlowBuilder().Add("apply", "Fill").Add(id, "Review", [.. inputs]).End("yes", "granted").End("no", "refused")
            .Connect($"apply>{id}", $"{id}:Approved>yes", $"{id}:Rejected>no", $"{id}:Referred>no").Build();
    }

    private static WorkflowDefinition Named(string id, string name) => new FlowBuilder()
        .Add(id, "Review", ("participants", Role("Reviewer")), ("customProperties", JsonNode.Parse($$"""{ "approvals": { "name": { "zh-CN": "{{name}}", "en": "Review" } } }""")))
        .Build();

    private static WorkflowDefinition Broken(string people) => new FlowBuilder().Add("apply", "Fill")
        .Add("review", "Review", ("participants", Json($$"""[{ "kind": "users", "users": {{JsonValue.Create("=" + people).ToJsonString()}} }]"""))).End("yes", "granted")
        .Connect("apply>review", "review:Approved>yes").Build();

    private static WorkflowDefinition Forked(params string[] branches) => Forked(branches, branches);

    private static WorkflowDefinition Forked(string[] join, params string[] branches)
    {
        var flow = new FlowBuilder().Add("apply", "Fill").Add("fork", "Elsa.FlowFork", ("branches", new JsonArray([.. branches.Select(b => JsonValue.Create(b))])))
            .Merge("join", "Merge").Add("after", "Review", ("participants", Role("After"))).End("yes", "granted").Connect("apply>fork", join.Length == 1 ? "join>after" : "join>yes", "after:Approved>yes");
        foreach (var branch in branches)
        {
            flow.Add(branch, "Review", ("participants", Role(branch))).Connect($"fork:{branch}>{branch}");
            flow = join.Contains(branch) ? flow.Connect($"{branch}:Approved>join") : flow;
        }

        return flow.Build();
    }
}
