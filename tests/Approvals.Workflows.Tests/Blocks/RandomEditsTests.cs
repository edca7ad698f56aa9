using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Workflows.Tests;

/// <summary>Whatever is changed in whatever order: the flow reads, what was not spoken of is as it was, and what was structured stays so.</summary>
public sealed class RandomEditsTests
{
    private static readonly string[] Kinds = ["Approvals.Review", "Approvals.Fill", "Approvals.Decide", "Elsa.SetVariable", .. NewBlocks.Composed];

    [Fact]
    public void EditsOfBlocks_KeepTheFlowStructured() => Prop.ForAll<int[], int[]>((shape, choices) =>
    {
        var flow = RandomFlow.Build(shape);
        foreach (var choice in choices.Take(12))
        {
            if (Edit(flow, Math.Abs(choice % 1_000_000)) is { IsSuccess: true } edited)
            {
                flow = Again(edited.Value);
                Assert.True(FlowBlocks.Of(flow.Root).IsStructured);
            }
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60));

    [Fact]
    public void Delete_OfWhatWasPutIn_GivesBackTheSame() => Prop.ForAll<int[], int>((shape, choice) =>
    {
        var flow = RandomFlow.Build(shape);
        var way = flow.Root.Connections[Math.Abs(choice % flow.Root.Connections.Length)];
        var more = BlockEdits.Insert(flow, new NewBlock("Approvals.Fill"), new BlockPlace(way.Source, way.Port, way.Target)).Value;
        var added = more.Root.Activities.Select(a => a.Id).Except(flow.Root.Activities.Select(a => a.Id)).Single();
        Assert.Equal(ShippedFlowsTests.Lines(flow.Root), ShippedFlowsTests.Lines(BlockEdits.Delete(more, added, false).Value.Root));
        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(60));

    private static Result<WorkflowDefinition> Edit(WorkflowDefinition flow, int choice)
    {
        var steps = flow.Root.Activities;
        var (one, other) = (steps[choice % steps.Length], steps[choice / 7 % steps.Length]);
        var ways = flow.Root.Connections;
        var way = ways.IsEmpty ? null : ways[choice / 11 % ways.Length];
        var place = way is null ? new BlockPlace(other.Id) : new BlockPlace(way.Source, way.Port, way.Target);
        return (choice % 5) switch
        {
            0 => BlockEdits.Insert(flow, new NewBlock(Kinds[choice / 13 % Kinds.Length]), place),
            1 => BlockEdits.Move(flow, one.Id, place),
            2 => BlockEdits.Copy(flow, one.Id, place),
            3 => BlockEdits.AddBranch(flow, one.Id, $"branch{choice}"),
            _ => BlockEdits.Delete(flow, one.Id, withBranches: true),
        };
    }

    private static WorkflowDefinition Again(WorkflowDefinition flow)
    {
        var read = WorkflowDefinition.Read(flow.Write());
        Assert.True(read.IsSuccess, read.Error?.Code);
        Assert.Equal(flow.Write(), read.Value.Write());
        return read.Value;
    }
}
