using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>Blocks put in, moved, copied, deleted; branches; connections; ids.</summary>
public sealed class BlockEditsTests
{
    private static readonly NewBlock Review = new("Approvals.Review", new LocalText("复核", "Second look"));

    [Fact]
    public void Insert_BetweenTwoSteps_LeadsThroughTheNewOne()
    {
        var flow = BlockEdits.Insert(Line(), Review, new BlockPlace("first", "Done", "second")).Value;

        Assert.Equal(["begin:Done>first", "first:Done>review", "review:Approved>second", "second:Done>last"], Ways(flow));
        Assert.Equal("复核", flow.Activity("review")!.DisplayName.Zh);
    }

    [Fact]
    public void Insert_Twice_GivesIdsOfTheirOwn()
    {
        var once = BlockEdits.Insert(Line(), Review, new BlockPlace("first")).Value;
        var twice = BlockEdits.Insert(once, Review, new BlockPlace("first")).Value;

        Assert.Equal(["first:Done>review2", "review2:Approved>review", "review:Approved>second"], Ways(twice).Skip(1).Take(3));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Insert_BesideAPeer_RefusesWhereThePeerDoesIfAsked(bool lead)
    {
        var flow = new FlowBuilder().Add("begin", "Elsa.Start").Add("look", "Review").Add("yes", "Elsa.End").Add("no", "Elsa.End")
            .Connect("begin>look", "look:Approved>yes", "look:Rejected>no").Build();

        var more = BlockEdits.Insert(flow, Review, new BlockPlace("look", "Approved", "yes"), lead).Value;

        Assert.Contains("review:Approved>yes", Ways(more));
        Assert.Equal(lead, Ways(more).Contains("review:Rejected>no"));
        Assert.Equal(!lead, more.Check().Any(p => p.Activity == "review" && p.Code == "workflow.check.missingBranch"));
    }

    [Theory]
    [InlineData(NewBlocks.Parallel, "flowFork:branch1>flowJoin", "flowFork:branch2>flowJoin")]
    [InlineData(NewBlocks.Choice, "flowSwitch:branch1>flowNode", "flowSwitch:Default>flowNode")]
    [InlineData(NewBlocks.Inclusive, "flowSwitch:branch1>flowNode", "flowSwitch:Default>flowNode")]
    [InlineData(NewBlocks.Question, "flowDecision:True>flowNode", "flowDecision:False>flowNode")]
    public void Insert_Parting_BringsItsBranchesAndWhereTheyMeet(string kind, string one, string other)
    {
        var flow = BlockEdits.Insert(Line(), new NewBlock(kind), new BlockPlace("first")).Value;

        Assert.Contains(one, Ways(flow));
        Assert.Contains(other, Ways(flow));
        Assert.True(FlowBlocks.Of(flow.Root).IsStructured);
    }

    [Fact]
    public void Insert_AfterAnEnd_IsRefused() => Assert.Equal("workflow.edit.afterEnd", BlockEdits.Insert(Line(), Review, new BlockPlace("last")).Error!.Code);

    [Fact]
    public void Insert_IntoAnEmptyFlow_IsWhereItStarts()
    {
        var flow = BlockEdits.Insert(new FlowBuilder().Build(), Review, new BlockPlace(null)).Value;

        Assert.Equal("review", new FlowGraph(flow.Root).Start);
    }

    [Fact]
    public void Move_IntoABranch_JoinsItsOldNeighbours()
    {
        var flow = BlockEdits.Move(Forked(), "second", new BlockPlace("left", "Done", "join")).Value;

        Assert.Equal(["begin:Done>first", "first:Done>fork", "fork:a>left", "fork:b>join", "join:Done>last", "left:Done>second", "second:Done>join"], Ways(flow).Order());
    }

    [Fact]
    public void Move_Parting_TakesItsBranchesAlong()
    {
        var flow = BlockEdits.Move(Forked(), "fork", new BlockPlace("begin")).Value;

        Assert.Equal(["begin:Done>fork", "first:Done>second", "fork:a>left", "fork:b>join", "join:Done>first", "left:Done>join", "second:Done>last"], Ways(flow).Order());
    }

    [Fact]
    public void Move_IntoItself_IsRefused() =>
        Assert.Equal("workflow.edit.intoItself", BlockEdits.Move(Forked(), "fork", new BlockPlace("left")).Error!.Code);

    [Fact]
    public void MoveAndCopy_OfTheBeginning_AreRefused()
    {
        var place = new BlockPlace("fill1");

        Assert.Equal("workflow.edit.startStays", BlockEdits.Move(RandomFlow.Build([]), "begin", place).Error!.Code);
        Assert.Equal("workflow.edit.startStays", BlockEdits.Copy(RandomFlow.Build([]), "begin", place).Error!.Code);
    }

    [Fact]
    public void Copy_Parting_HasIdsOfItsOwnAndTheSameSettings()
    {
        var flow = BlockEdits.Copy(Forked(), "fork", new BlockPlace("second")).Value;

        Assert.Contains("second:Done>flowFork", Ways(flow));
        Assert.Contains("flowJoin:Done>last", Ways(flow));
        Assert.Equal(flow.Activity("fork")!.Property("branches")!.Value.GetRawText(), flow.Activity("flowFork")!.Property("branches")!.Value.GetRawText());
        Assert.True(FlowBlocks.Of(flow.Root).IsStructured);
    }

    [Fact]
    public void Delete_Step_JoinsItsNeighbours() => Assert.Equal(["begin:Done>second", "second:Done>last"], Ways(BlockEdits.Delete(Line(), "first", false).Value));

    [Fact]
    public void Delete_PartingWithBlocksInIt_AsksFirst()
    {
        Assert.Equal("workflow.edit.hasBranches", BlockEdits.Delete(Forked(), "fork", false).Error!.Code);
        Assert.Equal(["begin:Done>first", "first:Done>second", "second:Done>last"], Ways(BlockEdits.Delete(Forked(), "fork", true).Value));
    }

    [Fact]
    public void Branches_AreAddedRenamedOrderedAndRemoved()
    {
        var added = BlockEdits.AddBranch(Forked(), "fork", "c").Value;
        Assert.Contains("fork:c>join", Ways(added));
        var renamed = BlockEdits.RenameBranch(added, "fork", "a", "hr").Value;
        Assert.Contains("fork:hr>left", Ways(renamed));
        var moved = BlockEdits.MoveBranch(renamed, "fork", "c", 0).Value;
        Assert.Equal("""["c","hr","b"]""", Branches(moved));
        var removed = BlockEdits.RemoveBranch(moved, "fork", "hr").Value;
        Assert.Equal("""["c","b"]""", Branches(removed));
        Assert.Null(removed.Activity("left"));
    }

    [Fact]
    public void Rename_ChangesEverythingThatMeansIt()
    {
        var flow = new FlowBuilder().Add("begin", "Elsa.Start").Add("fill", "Fill").Add("look", "Review", ("participants", Json("""[{ "kind": "previousActor", "activity": "fill" }]""")), ("returnTo", Json("""["applicant", "fill"]""")))
            .Connect("begin>fill", "fill>look").Build();

        var renamed = BlockEdits.Rename(flow, "fill", "apply").Value;

        Assert.Equal(["begin:Done>apply", "apply:Done>look"], Ways(renamed));
        Assert.Contains("\"apply\"", renamed.Activity("look")!.Property("returnTo")!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("\"apply\"", renamed.Activity("look")!.Property("participants")!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("workflow.edit.idTaken", BlockEdits.Rename(flow, "fill", "look").Error!.Code);
    }

    [Fact]
    public void Connections_AreMadeLedElsewhereBentAndTakenAway()
    {
        var led = BlockEdits.Connect(Line(), "first", "Done", "last", instead: true).Value;
        Assert.Equal(["begin:Done>first", "second:Done>last", "first:Done>last"], Ways(led));
        var bent = BlockEdits.Bend(led, "first", "Done", "last", [new BlockPosition(1, 2.5m)]).Value;
        Assert.Equal(new BlockPosition(1, 2.5m), Assert.Single(FlowOutline.Bends(bent.Root.Connections[^1])));
        Assert.Equal(2, BlockEdits.Disconnect(bent, "first", "Done", "last").Value.Root.Connections.Length);
        Assert.Equal("workflow.edit.noConnection", BlockEdits.Disconnect(bent, "first", "Done", "begin").Error!.Code);
    }

    [Fact]
    public void Place_KeepsWhatElseTheDesignerWrote()
    {
        var flow = new FlowBuilder().Add("a", "Fill", ("metadata", System.Text.Json.Nodes.JsonNode.Parse("""{ "displayText": "A", "designer": { "size": { "width": 300, "height": 80 }, "odd": 1 } }"""))).Build();

        var placed = BlockEdits.Place(flow, "a", new BlockPosition(10, 20)).Value.Activity("a")!;

        Assert.Equal("""{"displayText":"A","designer":{"size":{"width":300,"height":80},"odd":1,"position":{"x":10,"y":20}}}""", placed.Property("metadata")!.Value.GetRawText());
    }

    private static WorkflowDefinition Line() => new FlowBuilder().Add("begin", "Elsa.Start").Add("first", "Fill").Add("second", "Fill").Add("last", "Elsa.End")
        .Connect("begin>first", "first>second", "second>last").Build();

    private static WorkflowDefinition Forked() => new FlowBuilder().Add("begin", "Elsa.Start").Add("first", "Fill").Add("fork", "Elsa.FlowFork", ("branches", Json("""["a", "b"]"""))).Add("left", "Fill")
        .Add("join", "Elsa.FlowJoin").Add("second", "Fill").Add("last", "Elsa.End")
        .Connect("begin>first", "first>fork", "fork:a>left", "fork:b>join", "left>join", "join>second", "second>last").Build();

    private static List<string> Ways(WorkflowDefinition flow) => [.. flow.Root.Connections.Select(c => $"{c.Source}:{c.Port}>{c.Target}")];

    private static string Branches(WorkflowDefinition flow) => flow.Activity("fork")!.Property("branches")!.Value.GetProperty("expression").GetProperty("value").GetRawText();
}
