using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Workflows.Tests;

/// <summary>
/// An administrator moves random tokens of random well-structured graphs anywhere between random acts. Whatever is let through loses no
/// token and doubles none: no token waits twice at a join, no join completes more often than moves explain, the case can end from there
/// by the check of paths, and it does end.
/// </summary>
public sealed class RandomMoveTests
{
    private const int StatesToLookAt = 3_000;

    private int _moved;
    private int _refused;

    private static Arbitrary<int[]> Choices => Gen.Choose(0, 999_999).ArrayOf().ToArbitrary();

    [Fact]
    public void AnyMoves_LeaveTokensAndJoinsSound()
    {
        Prop.ForAll(Choices, Choices, Survives).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithStartSize(20).WithEndSize(120));

        Assert.True(_moved > 200 && _refused > 50, $"{_moved} moves, {_refused} refusals");
    }

    private bool Survives(int[] shape, int[] acts)
    {
        var run = new RandomRun(new CaseDriver(RandomFlow.Build(shape, rich: true)), returns: false);
        var @case = run.Case.Start(withSubmission: false);
        foreach (var act in acts.TakeWhile(_ => @case.State.Status != WorkflowStatus.Finished))
        {
            if (act % 3 != 0)
            {
                run.Complete(act);
                continue;
            }

            if (Move(@case, act / 3))
            {
                run.Moved();
                Assert.NotEqual(PathVerdict.Broken, PathRules.CanEnd(@case.Definition, @case.State, StatesToLookAt).Verdict);
            }

            Assert.Equal(@case.State.Tokens.Length, @case.State.Tokens.Select(t => (t.Scope, t.From, t.Port, t.To)).Distinct().Count());
        }

        return run.Finishes();
    }

    private bool Move(CaseDriver @case, int choice)
    {
        var places = @case.State.Executions.Where(e => e.Scope is not null).ToList();
        var targets = @case.Definition.Program.Nodes.Select(n => n.Id).ToList();
        var move = new MovedByAdministrator(places[choice % places.Count].Id, targets[choice / 7 % targets.Count], CaseDriver.By("admin"));
        if (@case.Step(move) is not Stepped)
        {
            _refused++;
            return false;
        }

        @case.Send(move);
        _moved++;
        return true;
    }
}
