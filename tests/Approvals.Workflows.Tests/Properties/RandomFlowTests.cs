using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Workflows.Tests;

/// <summary>Random well-structured graphs under random events; the driver checks its invariants after every step.</summary>
public sealed class RandomFlowTests
{
    [Fact]
    public void AnyEvents_LoseNoToken() => Prop.ForAll<int[], int[]>((shape, acts) => Survives(shape, acts))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60));

    [Fact]
    public void Return_ThenRedo_LeavesNoStaleTask() => Prop.ForAll<int[]>(shape => Survives(shape, [.. Enumerable.Range(0, 60).Select(i => i * 7 % 11 + 4)]))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(60));

    private static bool Survives(int[] shape, int[] acts)
    {
        var @case = new CaseDriver(RandomFlow.Build(shape));
        @case.Start(withSubmission: false);
        foreach (var act in acts)
        {
            if (@case.State.Status == WorkflowStatus.Finished)
            {
                break;
            }

            Act(@case, Math.Abs(act % 1_000_003));
        }

        return Finishes(@case);
    }

    /// <summary>Whatever happened, completing what is open brings the case to its end: no token was lost, none is stuck.</summary>
    private static bool Finishes(CaseDriver @case)
    {
        for (var i = 0; i < 2_000 && @case.State.Status != WorkflowStatus.Finished; i++)
        {
            Assert.Empty(@case.State.Incidents);
            Complete(@case, @case.State.Tasks.First(), favourable: true);
        }

        return @case.State.Result == "granted";
    }

    private static void Act(CaseDriver @case, int act)
    {
        var tasks = @case.State.Tasks.ToList();
        var task = tasks[act / 10 % tasks.Count];
        var by = Actor(task);
        switch (act % 10)
        {
            case 0:
                _ = @case.Step(new ClockStopped(by)) is Stepped ? @case.Send(new ClockStopped(by)) : @case.Send(new ClockResumed(by));
                break;
            case 1 when task.Holder is null:
                @case.Send(new TaskClaimed(task.Id, by));
                break;
            case 2 when @case.State.Timers.FirstOrDefault() is { } timer:
                @case.Send(new TimerElapsed(timer.Id));
                break;
            case 3 when task.Acts.Contains("transfer") && @case.Step(new Transferred(task.Id, by, "c")) is Stepped:
                @case.Send(new Transferred(task.Id, by, "c"));
                break;
            case 4 or 5 when task.ReturnTo.Length > 0:
                Return(@case, task, task.ReturnTo[act / 100 % task.ReturnTo.Length], by);
                break;
            case 6:
                Assert.IsType<Refused>(@case.Step(new TaskCompleted("k0", by, "Done")));
                break;
            default:
                Complete(@case, task, favourable: act % 2 == 0);
                break;
        }
    }

    private static void Return(CaseDriver @case, TaskBookmark task, string target, Actor by) => @case.Send(
        target == "applicant" ? new Returned(task.Id, by) { Fields = ["x"] } : new Returned(task.Id, by, target));

    private static void Complete(CaseDriver @case, TaskBookmark task, bool favourable)
    {
        var outcome = task.Kind == TaskKind.Review ? favourable ? "Approved" : "Rejected" : "Done";
        @case.Send(new TaskCompleted(task.Id, Actor(task), outcome));
    }

    private static Actor Actor(TaskBookmark task) => new(task.Holder ?? task.Candidates.OfType<UserCandidate>().First().Id);
}
