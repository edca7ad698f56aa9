using FsCheck;
using FsCheck.Fluent;
using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>From a graph to blocks and back: nothing is lost, whatever the shape.</summary>
public sealed class FlowBlocksTests
{
    [Fact]
    public void StructuredGraphs_AreAllBlocksAndComeBackTheSame() => Prop.ForAll<int[]>(shape =>
    {
        var definition = RandomFlow.Build(shape);
        Assert.True(FlowBlocks.Of(definition.Root).IsStructured);
        return ComesBack(definition);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(60));

    [Fact]
    public void GraphsOfAnyShape_ComeBackTheSame() => Prop.ForAll<int[]>(numbers => ComesBack(Any(numbers)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(80));

    [Fact]
    public void Fork_ClosesAtItsJoin_AndWhatFollowsIsBesideIt()
    {
        var flow = new FlowBuilder().Add("begin", "Elsa.Start").Add("split", "Elsa.FlowNode").Add("left", "Elsa.FlowNode").Merge("join", "Merge").Add("last", "Elsa.End")
            .Connect("begin>split", "split>left", "split>join", "left>join", "join>last").Build();

        var series = Assert.IsType<SeriesBlock>(FlowBlocks.Of(flow.Root).Root);

        Assert.Equal(["begin", "split", "join", "last"], series.Blocks.Select(b => b is ForkBlock fork ? fork.Split.Id : ((StepBlock)b).Activity.Id));
        var branches = ((ForkBlock)series.Blocks[1]).Branches;
        Assert.Equal("left", ((StepBlock)Assert.Single(branches[0].Body!.Blocks)).Activity.Id);
        Assert.Null(branches[1].Body);
    }

    [Fact]
    public void Loop_IsAFreePart_AndWhatComesBeforeStaysABlock()
    {
        var flow = new FlowBuilder().Add("begin", "Elsa.Start").Add("first", "Elsa.FlowNode").Add("again", "Fill").Add("choice", "Elsa.FlowDecision", ("condition", Formula("x = 1"))).Add("last", "Elsa.End")
            .Connect("begin>first", "first>again", "again>choice", "choice:True>again", "choice:False>last").Build();

        var series = Assert.IsType<SeriesBlock>(FlowBlocks.Of(flow.Root).Root);

        Assert.Equal(3, series.Blocks.Length);
        Assert.Equal(["again", "choice", "last"], Assert.IsType<FreeBlock>(series.Blocks[^1]).Activities.Select(a => a.Id).Order());
        Assert.False(FlowBlocks.Of(flow.Root).IsStructured);
    }

    [Fact]
    public void WhatNothingLeadsTo_AndConnectionsToNowhere_StandApart()
    {
        var flow = new FlowBuilder().Add("begin", "Elsa.Start").Add("lost", "Elsa.FlowNode").Connect("lost>begin", "begin>nowhere").Build();

        var apart = FlowBlocks.Of(flow.Root).Apart;

        Assert.Equal("lost", Assert.Single(apart.Activities).Id);
        Assert.Equal(2, apart.Connections.Length);
    }

    private static bool ComesBack(WorkflowDefinition definition)
    {
        var graph = FlowBlocks.Of(definition.Root).ToGraph();
        Assert.Equal(Lines(definition.Root), Lines(graph));
        Assert.Equal(new FlowGraph(definition.Root).Start, new FlowGraph(graph).Start);
        Assert.Equal(Lines(graph), Lines(FlowBlocks.Of(graph).ToGraph()));
        return true;
    }

    /// <summary>Every activity and connection as JSON, in one order.</summary>
    private static List<string> Lines(ActivityDefinition flowchart) =>
    [
        .. flowchart.Activities.Select(a => System.Text.Encoding.UTF8.GetString(Alone(a).Write())).Order(StringComparer.Ordinal),
        .. flowchart.Connections.Select(c => $"{c.Source}:{c.Port}>{c.Target}:{c.TargetPort} {string.Join(',', c.Properties.Select(p => p.Value.GetRawText()))}").Order(StringComparer.Ordinal),
        .. flowchart.Properties.Select(p => p.Name + p.Value.GetRawText()),
    ];

    private static WorkflowDefinition Alone(ActivityDefinition activity) => new() { DefinitionId = "d", Root = activity };

    private static WorkflowDefinition Any(int[] numbers)
    {
        var choices = new Queue<int>(numbers.Select(n => Math.Abs(n % 1_000)));
        int Next(int limit) => choices.TryDequeue(out var choice) ? choice % limit : 0;
        var count = 1 + Next(9);
        var flow = new FlowBuilder();
        for (var i = 0; i < count; i++)
        {
            flow.Merge($"n{i}", "Merge");
        }

        for (var i = Next(2 * count); i >= 0; i--)
        {
            flow.Connect($"n{Next(count)}:{(Next(2) == 0 ? "Done" : "Other")}>n{Next(count + 1)}");
        }

        return flow.Build();
    }
}
