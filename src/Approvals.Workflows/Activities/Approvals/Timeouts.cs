namespace Approvals.Workflows;

/// <summary>What happens when a review's limit ends: remind, hand up, or decide.</summary>
internal static class Timeouts
{
    /// <summary>The words for what happens; the definition's check refuses others.</summary>
    public static readonly ImmutableArray<string> Acts = ["remind", "escalate", "outcome"];

    public static Progress Take(ActivityContext context, TimerBookmark timer, FeelContext rule)
    {
        context.Elapsed(timer);
        switch (ValueReaders.Plain(rule["act"]))
        {
            case "outcome":
                context.CloseTasks(CloseReason.TimedOut);
                return Progress.Leave(ValueReaders.Plain(rule["outcome"]) ?? Review.TimedOut);
            case "escalate":
                Escalate(context, rule["to"]);
                break;
            default:
                Remind(context);
                break;
        }

        if (context.Memory<ReviewMemory>() is { } memory)
        {
            context.Remember(memory with { Reminded = true });
        }

        return Progress.Wait;
    }

    private static void Remind(ActivityContext context)
    {
        foreach (var task in context.Tasks)
        {
            Tell(context, task, Holder(task), "reminder");
        }
    }

    private static void Escalate(ActivityContext context, FeelValue to)
    {
        foreach (var task in context.Tasks)
        {
            var higher = to.IsNull ? ParticipantResolver.Leads(context, task.Candidates) : ParticipantResolver.Resolve(context, to);
            var changed = task with { Candidates = [.. task.Candidates.Union(higher)], Holder = null };
            TaskDesk.Change(context.Run, changed, "Escalated");
            Tell(context, changed, higher, "escalation");
        }
    }

    private static ImmutableArray<Candidate> Holder(TaskBookmark task) => task.Holder is { } holder ? [Candidate.OfUser(holder)] : task.Candidates;

    private static void Tell(ActivityContext context, TaskBookmark task, ImmutableArray<Candidate> to, string template) =>
        context.Emit(new Notify(context.Activity, to, template, []) { Task = task.Id });
}
