using System.Text;

namespace Approvals.Workflows.Tests;

/// <summary>Every definition that is shipped, and a thousand made at random: from the graph to blocks and back nothing changes.</summary>
public sealed class ShippedFlowsTests
{
    private const int Random = 1_000;

    public static TheoryData<string> Files { get; } = [.. Directory.GetFiles(Folder, "*.json", SearchOption.AllDirectories)
        .Where(f => Path.GetFileName(f) == "workflow.json" || f.Contains("flows", StringComparison.Ordinal) && f.Contains("/flows/", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Folder, f))];

    internal static string Folder => Path.Combine(IncidentTests.SourceFolder(), "..", "..", "workflows");

    [Theory]
    [MemberData(nameof(Files))]
    public void Shipped_FromGraphToBlocksAndBack_IsTheSame(string file)
    {
        var flow = WorkflowDefinition.Read(File.ReadAllBytes(Path.Combine(Folder, file))).Value;
        AssertSame(flow);
    }

    [Fact]
    public void Random_FromGraphToBlocksAndBack_IsTheSame()
    {
        var random = new System.Random(20_261_122);
        for (var i = 0; i < Random; i++)
        {
            var shape = Enumerable.Range(0, random.Next(4, 60)).Select(_ => random.Next(1_000)).ToArray();
            var flow = Decorated(RandomFlow.Build(shape, rich: i % 2 == 0), random);
            AssertSame(flow);
        }
    }

    /// <summary>The same activities and connections to the letter, the same start, the same problems: so the same meaning.</summary>
    private static void AssertSame(WorkflowDefinition flow)
    {
        var back = flow with { Root = FlowBlocks.Of(flow.Root).ToGraph() };
        Assert.Equal(Lines(flow.Root), Lines(back.Root));
        Assert.Equal(flow.Root.Properties.Select(p => p.Name), back.Root.Properties.Select(p => p.Name));
        Assert.Equal(new FlowGraph(flow.Root).Start, new FlowGraph(back.Root).Start);
        Assert.Equal(flow.Check().Select(p => (p.Code, p.Activity)).Order(), back.Check().Select(p => (p.Code, p.Activity)).Order());
    }

    internal static List<string> Lines(ActivityDefinition flowchart) =>
    [
        .. flowchart.Activities.Select(Text).Order(StringComparer.Ordinal),
        .. flowchart.Connections.Select(c => $"{c.Source}:{c.Port}>{c.Target}:{c.TargetPort} {string.Join(',', c.Properties.Select(p => p.Name + p.Value.GetRawText()))}").Order(StringComparer.Ordinal),
    ];

    internal static string Text(ActivityDefinition activity) => Encoding.UTF8.GetString(new WorkflowDefinition { DefinitionId = "d", Root = activity }.Write());

    /// <summary>Positions, bends and properties that nobody knows.</summary>
    private static WorkflowDefinition Decorated(WorkflowDefinition flow, System.Random random) => flow with
    {
        Root = flow.Root with
        {
            Activities = [.. flow.Root.Activities.Select(a => BlockEdits.Place(flow, a.Id, new BlockPosition(random.Next(2_000), random.Next(9_000) / 10m)).Value.Activity(a.Id)!
                .With("unknown", random.Next(100)))],
            Connections = [.. flow.Root.Connections.Select(c => FlowLinks.Bend(flow.Root, c.Source, c.Port, c.Target, [new BlockPosition(random.Next(500), 2)]).Value.Connections
                .First(b => (b.Source, b.Port, b.Target) == (c.Source, c.Port, c.Target)))],
        },
    };
}
