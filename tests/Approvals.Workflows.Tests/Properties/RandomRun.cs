namespace Approvals.Workflows.Tests;

/// <summary>A case of a random graph that random people act on.</summary>
internal sealed class RandomRun(CaseDriver @case, bool returns)
{
    private readonly ILookup<string, string> _next = @case.Definition.Root.Connections.ToLookup(c => c.Source, c => c.Target);
    private int _returns;

    public CaseDriver Case => @case;

    public void Act(int act)
    {
        var tasks = @case.State.Tasks.Where(t => !t.Frozen).ToList();
        var task = tasks[act / 20 % tasks.Count];
        var by = Actor(task);
        switch (act % 20)
        {
            case 0:
                _ = Try(new ClockStopped(by)) || Try(new ClockResumed(by));
                break;
            case 1 when task.Holder is null:
                @case.Send(new TaskClaimed(task.Id, by));
                break;
            case 2 when @case.State.Timers.FirstOrDefault() is { } timer:
                @case.Send(new TimerElapsed(timer.Id));
                break;
            case 3:
                Try(new Transferred(task.Id, by, "c"));
                break;
            case 4 or 5 or 15 or 16 when returns && task.ReturnTo.Length > 0:
                Return(task, task.ReturnTo[act / 100 % task.ReturnTo.Length], by);
                break;
            case 6:
                Assert.IsType<Refused>(@case.Step(new TaskCompleted("k0", by, "Done")));
                break;
            case >= 7 and <= 13:
                Desk(act, task, by);
                break;
            default:
                Complete(task, favourable: act % 2 == 0);
                break;
        }

        Check();
    }

    /// <summary>Acts that do not end a task.</summary>
    private void Desk(int act, TaskBookmark task, Actor by)
    {
        switch (act % 20)
        {
            case 7:
                Try(new SignerAdded(task.Id, by, "d", (SignerPlace)(act / 60 % 3)));
                break;
            case 8:
                Try(new SignerAdded(task.Id, by, "e", (SignerPlace)(act / 60 % 3)));
                break;
            case 9:
                RemoveSigner();
                break;
            case 10:
                _ = Try(new Delegated(task.Id, by, "f")) || Try(new Delegated(task.Id, new Actor(task.Delegation?.By ?? "?"), null));
                break;
            case 11:
                Try(new OpinionAsked(task.Id, by, "g"));
                break;
            case 12 when act % 3 == 0:
                Try(new Recused(task.Id, by));
                break;
            case 13:
                Try(new LimitExtended(task.Id, by, 30));
                break;
        }
    }

    /// <summary>The case was moved, so that a join may complete once more.</summary>
    public void Moved() => _returns++;

    /// <summary>Completes one of the open tasks.</summary>
    public void Complete(int act)
    {
        var tasks = @case.State.Tasks.Where(t => !t.Frozen).ToList();
        Complete(tasks[act / 20 % tasks.Count], favourable: act % 2 == 0);
        Check();
    }

    /// <summary>Whatever happened, completing what is open brings the case to its end: no token was lost, none is stuck.</summary>
    public bool Finishes()
    {
        for (var i = 0; i < 2_000 && @case.State.Status != WorkflowStatus.Finished; i++)
        {
            Assert.Empty(@case.State.Incidents);
            Complete(@case.State.Tasks.First(t => !t.Frozen), favourable: true);
            Check();
        }

        return @case.State.Result == "granted";
    }

    /// <summary>No token is doubled, and no join completed more often than returns can explain.</summary>
    private void Check()
    {
        Assert.Equal(@case.State.Tokens.Length, @case.State.Tokens.Select(t => (t.Scope, t.From, t.Port, t.To)).Distinct().Count());
        Assert.All(@case.Path.Where(a => a.StartsWith("join", StringComparison.Ordinal)).CountBy(a => a), join => Assert.True(join.Value <= 1 + _returns, $"{join} after {_returns} returns"));
    }

    private void Return(TaskBookmark task, string target, Actor by)
    {
        if (target == "applicant")
        {
            _ = Try(new Returned(task.Id, by) { Fields = ["x"] });
            return;
        }

        if (!Try(new Returned(task.Id, by, target)))
        {
            Assert.True(task.Delegation is { Proposed: null }, $"the return of {task.Activity} to {target} was refused");
            return;
        }

        _returns++;
        var after = After(target);
        Assert.All(@case.State.Tasks.Where(t => after.Contains(t.Activity)), t => Assert.True(t.Frozen, $"{t.Activity} is open though the case is back at {target}"));
        Assert.Contains(@case.State.Tasks, t => t.Activity == target && !t.Frozen);
    }

    /// <summary>Every activity to which another leads.</summary>
    private HashSet<string> After(string activity)
    {
        var (found, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>([activity]));
        while (open.TryPop(out var at))
        {
            foreach (var next in _next[at].Where(found.Add))
            {
                open.Push(next);
            }
        }

        return found;
    }

    private void RemoveSigner()
    {
        var signer = @case.State.Executions.Select(e => e.Memory).OfType<ReviewMemory>().SelectMany(m => m.Added).FirstOrDefault();
        if (signer is not null)
        {
            Try(new SignerRemoved(signer.Task, new Actor(signer.By), signer.User));
        }
    }

    private bool Try(WorkflowEvent @event)
    {
        if (@case.Step(@event) is not Stepped)
        {
            return false;
        }

        @case.Send(@event);
        return true;
    }

    private void Complete(TaskBookmark task, bool favourable)
    {
        var outcome = task.Kind switch
        {
            TaskKind.Review => favourable ? "Approved" : "Rejected",
            TaskKind.Opinion => "Given",
            _ => "Done",
        };
        @case.Send(new TaskCompleted(task.Id, Actor(task), outcome));
    }

    /// <summary>Somebody who may: the holder, a named candidate, or one of a queue who has not stepped aside.</summary>
    private static Actor Actor(TaskBookmark task) => new(task.Holder ?? task.Candidates
        .SelectMany(c => c is UserCandidate user ? [user.Id] : Enumerable.Range(0, 100).Select(i => $"lead{i}")).First(u => !task.Barred.Contains(u)));
}
