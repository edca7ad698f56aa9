using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Workflows.Tests;

/// <summary>Random well-structured graphs under random events; the driver checks its invariants after every step.</summary>
public sealed class RandomFlowTests
{
    /// <summary>Lists of even choices: what a shape is made of, and what people do.</summary>
    private static Arbitrary<int[]> Choices => Gen.Choose(0, 999_999).ArrayOf().ToArbitrary();

    [Fact]
    public void AnyEvents_LoseNoToken() => Prop.ForAll(Choices, Choices, (shape, acts) => Survives(shape, acts, returns: true))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(250).WithStartSize(30).WithEndSize(160));

    [Fact]
    public void Return_ThenRedo_LeavesNoStaleTask() => Prop.ForAll(Choices, shape => Survives(shape, [.. Enumerable.Range(0, 60).Select(i => (i * 707) + 4 + (i % 3))], returns: true))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithStartSize(30).WithEndSize(160));

    [Fact]
    public void WithoutReturns_EveryJoinCompletesOnce() => Prop.ForAll(Choices, Choices, (shape, acts) => Survives(shape, acts, returns: false))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithStartSize(30).WithEndSize(160));

    /// <summary>The events alone, read back from what is stored, lead to the same state and the same effects.</summary>
    [Fact]
    public void SameEvents_GiveTheSameState() => Prop.ForAll(Choices, Choices, (shape, acts) =>
        {
            var run = Played(shape, acts, returns: true).Case;
            var again = WorkflowState.New;
            List<string> effects = [];
            foreach (var (@event, context) in run.Sent)
            {
                var stepped = (Stepped)WorkflowEngine.Step(
                    run.Definition, again, WorkflowEvent.FromJson(@event.ToJson()), context with { Facts = FactSet.FromJson(context.Facts.ToJson()) });
                again = WorkflowState.FromJson(stepped.State.ToJson());
                effects.AddRange(stepped.Effects.Select(e => e.ToJson()));
            }

            return again.ToJson() == run.State.ToJson() && effects.SequenceEqual(run.Effects.Select(e => e.ToJson()));
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithStartSize(30).WithEndSize(120));

    private static bool Survives(int[] shape, int[] acts, bool returns) => Played(shape, acts, returns).Finishes();

    private static RandomRun Played(int[] shape, int[] acts, bool returns)
    {
        var run = new RandomRun(new CaseDriver(RandomFlow.Build(shape, rich: true)), returns);
        run.Case.Start(withSubmission: false);
        foreach (var act in acts)
        {
            if (run.Case.State.Status == WorkflowStatus.Finished)
            {
                break;
            }

            run.Act(act);
        }

        return run;
    }
}
