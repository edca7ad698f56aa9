namespace Approvals.Workflows;

/// <summary>
/// A place in a waiting list. The list itself (order, quota, history) is the application's; the rules of lapse and refusal are here.
/// It ends Taken or Removed.
/// </summary>
internal sealed class WaitInList : ApprovalActivity
{
    private const string Taken = "Taken";
    private const string Removed = "Removed";
    private const string Refused = "Refused";
    private const string Lapsed = "Lapsed";
    private const string Withdrawn = "Withdrawn";

    public required FeelInput<string> List { get; init; }

    public required FeelInput<FeelValue> OrderKey { get; init; }

    public required FeelInput<Limit?> OfferLimit { get; init; }

    /// <summary>How many offers may be let go without losing the place.</summary>
    public required FeelInput<int> Allowed { get; init; }

    /// <summary>What happens after one more than that: <c>end</c> of the list, or <c>remove</c>.</summary>
    public required FeelInput<string> OnRefusal { get; init; }

    /// <summary>What an offer that lapsed means: a <c>refusal</c>, the <c>end</c> of the list, <c>remove</c>, or <c>keep</c>.</summary>
    public required FeelInput<string> OnLapse { get; init; }

    public override ImmutableArray<string>? Outcomes => [Taken, Removed];

    public override IEnumerable<string> NeededOutcomes => [Taken, Removed];

    /// <summary>A place is lost only where a refusal or a lapse removes from the list.</summary>
    public override IEnumerable<string> PossibleOutcomes => MayRemove ? [Taken, Removed] : [Taken];

    private bool MayRemove => OnLapse.Constant == "remove" || OnRefusal.Constant == "remove" || !(OnLapse.IsFixed && OnRefusal.IsFixed);

    public static Activity Read(ActivityReader reader) => new WaitInList
    {
        List = reader.RequiredText("list"),
        OrderKey = reader.Value("orderKey"),
        OfferLimit = reader.Limit("offerLimit"),
        Allowed = reader.Whole("refusalsAllowed", 0),
        OnRefusal = reader.Choice("onRefusal", "end", "remove"),
        OnLapse = reader.Choice("onLapse", "refusal", "end", "remove", "keep"),
    };

    public override Progress Run(ActivityContext context)
    {
        var entry = context.OpenSignal("w", SignalNames.WaitingList, context.Value(List));
        context.Remember(new WaitingMemory(entry));
        context.Emit(new JoinWaitingList(entry, context.Activity, context.Value(List), context.Value(OrderKey)));
        return Progress.Wait;
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event) => (@event, bookmark) switch
    {
        (OfferMade e, _) => Offered(context, e),
        (OfferAnswered e, TaskBookmark task) => Answered(context, task, e.By, e.Accepted),
        (OfferWithdrawn e, TaskBookmark task) => TakenBack(context, task, e.By),
        (TaskCompleted e, TaskBookmark task) => Answered(context, task, e.By, e.Outcome == Taken),
        (TimerElapsed, TimerBookmark) => Late(context, bookmark),
        _ => base.Resume(context, bookmark, @event),
    };

    private Progress Offered(ActivityContext context, OfferMade made)
    {
        if (context.Tasks.Count > 0)
        {
            return Progress.Refuse("workflow.offerOpen");
        }

        var limit = context.Value(OfferLimit) is { } length ? context.Begin(length) : null;
        context.OpenTask(TaskKind.Offer, TheApplicant(context), task => task with { Subject = made.Offer, Outcomes = [Taken, Refused], Limit = limit });
        if (limit is not null)
        {
            context.SetTimer(Timers.Offer, limit);
        }

        return Progress.Wait;
    }

    private Progress Answered(ActivityContext context, TaskBookmark task, Actor by, bool accepted)
    {
        context.Close(task, CloseReason.Completed, by, accepted ? Taken : Refused);
        context.CancelTimers();
        context.Acted(by);
        return accepted ? Gone(context, Taken, task.Subject!, Taken) : LetGo(context, task.Subject!, Refused);
    }

    /// <summary>An offer that its provider takes back counts against nobody.</summary>
    private static Progress TakenBack(ActivityContext context, TaskBookmark task, Actor by)
    {
        context.Close(task, CloseReason.DecidedByOther, by, Withdrawn);
        context.CancelTimers();
        return Stays(context, task.Subject!, Withdrawn, toEnd: false);
    }

    private Progress Late(ActivityContext context, Bookmark timer)
    {
        context.Elapsed(timer);
        var offer = context.Tasks[0].Subject!;
        context.CloseTasks(CloseReason.TimedOut);
        return context.Value(OnLapse) switch
        {
            "refusal" => LetGo(context, offer, Lapsed),
            "remove" => Gone(context, Lapsed, offer, Removed),
            var place => Stays(context, offer, Lapsed, toEnd: place == "end"),
        };
    }

    /// <summary>An offer was let go: allowed so often, then it costs the place.</summary>
    private Progress LetGo(ActivityContext context, string offer, string reason)
    {
        var memory = context.Memory<WaitingMemory>()!;
        if (memory.Refusals < context.Value(Allowed))
        {
            context.Remember(memory with { Refusals = memory.Refusals + 1 });
            return Stays(context, offer, reason, toEnd: false);
        }

        context.Remember(memory with { Refusals = 0 });
        return context.Value(OnRefusal) == "remove" ? Gone(context, reason, offer, Removed) : Stays(context, offer, reason, toEnd: true);
    }

    private static Progress Stays(ActivityContext context, string offer, string reason, bool toEnd)
    {
        context.Emit(new ChangeWaitingPlace(context.Memory<WaitingMemory>()!.Entry, offer, reason, toEnd));
        return Progress.Wait;
    }

    private static Progress Gone(ActivityContext context, string reason, string offer, string outcome)
    {
        var entry = context.Memory<WaitingMemory>()!.Entry;
        Bookmarks.Remove(context.Run, Bookmarks.Find<SignalBookmark>(context.Run, entry)!);
        context.Emit(new LeaveWaitingList(entry, reason, offer));
        return Progress.Leave(outcome);
    }
}
