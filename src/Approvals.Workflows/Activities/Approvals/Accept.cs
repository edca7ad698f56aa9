namespace Approvals.Workflows;

/// <summary>
/// Acceptance (受理): complete, to be corrected (once), to be completed later against a pledge, or declined. The office's silence
/// beyond the limit accepts as of receipt (行政许可法 32, where the service's nature says so).
/// </summary>
internal sealed class Accept : ApprovalActivity
{
    private const string Accepted = "Accepted";
    private const string AcceptedConditionally = "AcceptedConditionally";
    private const string Correction = "Correction";
    private const string Declined = "Declined";

    public required FeelInput<FeelValue> Participants { get; init; }

    public required FeelInput<string> Form { get; init; }

    public required FeelInput<Limit?> Limit { get; init; }

    public required FeelInput<string> Silence { get; init; }

    public required FeelInput<Limit?> CorrectionLimit { get; init; }

    public required FeelInput<ImmutableArray<string>> Conditional { get; init; }

    public required FeelInput<Limit?> ConditionalLimit { get; init; }

    public override ActivityKind MapKind => ActivityKind.Decide;

    public override bool IsStep => true;

    public override string ShownState => "AwaitingAcceptance";

    public override FeelInput<Limit?> MainLimit => Limit;

    public override ImmutableArray<string>? Outcomes => [Accepted, Declined, "CorrectionMissed", "PromiseMissed"];

    public override IEnumerable<string> NeededOutcomes =>
    [
        Accepted,
        Declined,
        .. CorrectionLimit.Expression is null ? (ImmutableArray<string>)[] : ["CorrectionMissed"],
        .. Conditional.Constant.IsEmpty || ConditionalLimit.Expression is null ? (ImmutableArray<string>)[] : ["PromiseMissed"],
    ];

    public static Activity Read(ActivityReader reader) => new Accept
    {
        Participants = reader.RequiredValue("participants"),
        Form = reader.Text("form"),
        Limit = reader.Limit("limit"),
        Silence = reader.Choice("silence", "accepted", "none"),
        CorrectionLimit = reader.Limit("correctionLimit"),
        Conditional = reader.Texts("conditional"),
        ConditionalLimit = reader.Limit("conditionalLimit"),
    };

    public override Progress Run(ActivityContext context)
    {
        Ask(context, context.Execution.Return);
        return Progress.Wait;
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event) => (@event, bookmark) switch
    {
        (TaskCompleted e, TaskBookmark { Kind: TaskKind.Correction }) => Corrected(context, bookmark, e),
        (TaskCompleted e, TaskBookmark { Kind: TaskKind.Accept }) => Answered(context, bookmark, e),
        (TaskCompleted e, TaskBookmark { Kind: TaskKind.Promise } promise) => Kept(context, promise, e.By, promise.Documents),
        (DocumentsSupplied e, TaskBookmark { Kind: TaskKind.Promise } promise) => Kept(context, promise, e.By, e.Documents),
        (TimerElapsed, TimerBookmark timer) => Elapsed(context, timer),
        _ => base.Resume(context, bookmark, @event),
    };

    private void Ask(ActivityContext context, ReturnNote? note)
    {
        ImmutableArray<string> barred = [.. OwnCase(context).Union(Rounds.Actors(context.Run, context.Execution.After), StringComparer.Ordinal)];
        var candidates = Somebody(context, ParticipantResolver.Resolve(context, context.Value(Participants)), barred);
        var limit = context.Value(Limit) is { } length ? context.Begin(length) : null;
        context.Remember(new AcceptMemory(Asked: false));
        context.OpenTask(TaskKind.Accept, candidates, task => task with
        {
            Form = context.Value(Form) is { Length: > 0 } form ? form : null,
            Documents = context.Value(Conditional),
            Outcomes = Offered(context),
            Acts = ["transfer"],
            Limit = limit,
            Return = note,
            Barred = barred,
        });
        if (limit is not null && context.Value(Silence) == "accepted")
        {
            context.SetTimer(Timers.Silence, limit);
        }
    }

    private ImmutableArray<string> Offered(ActivityContext context) =>
    [
        Accepted,
        .. context.Value(Conditional).IsEmpty ? (ImmutableArray<string>)[] : [AcceptedConditionally],
        .. context.Round.Corrected ? (ImmutableArray<string>)[] : [Correction],
        Declined,
    ];

    private Progress Answered(ActivityContext context, Bookmark task, TaskCompleted completed)
    {
        if (Wrong(context, completed) is { } error)
        {
            return Progress.Refuse(error);
        }

        context.Close(task, CloseReason.Completed, completed.By, completed.Outcome);
        context.CancelTimers();
        context.Acted(completed.By);
        switch (completed.Outcome)
        {
            case Correction:
                AskForCorrection(context, completed);
                return Progress.Wait;
            case AcceptedConditionally:
                return Promise(context, completed);
            case Accepted:
                return Begin(context, silent: false);
            default:
                return Progress.Leave(completed.Outcome);
        }
    }

    private Error? Wrong(ActivityContext context, TaskCompleted completed) => completed.Outcome switch
    {
        Correction when completed.Fields.IsEmpty && completed.Documents.IsEmpty => new Error("workflow.nothingToCorrect"),
        AcceptedConditionally when completed.Documents.IsEmpty => new Error("workflow.nothingPromised"),
        AcceptedConditionally when completed.Documents.Except(context.Value(Conditional)).FirstOrDefault() is { } other =>
            new Error("workflow.mayNotFollow").With("document", other),
        _ => null,
    };

    private void AskForCorrection(ActivityContext context, TaskCompleted completed)
    {
        Rounds.Set(context.Run, context.Activity, context.Round with { Corrected = true });
        context.Remember(new AcceptMemory(Asked: true));
        Corrections.Open(context, completed.By, completed.Opinion, completed.Fields, completed.Documents, context.Value(CorrectionLimit));
        context.Letter(Correction, completed.Fields, completed.Documents, completed.Opinion);
    }

    private Progress Corrected(ActivityContext context, Bookmark task, TaskCompleted completed)
    {
        context.Close(task, CloseReason.Completed, completed.By, completed.Outcome);
        context.CancelTimers();
        var clock = context.Run.State.Clock;
        context.Run.State = context.Run.State with { Clock = clock with { CompletedOn = context.Run.Context.Instant } };
        Ask(context, note: null);
        return Progress.Wait;
    }

    /// <summary>The flow goes on at once; the promise stays open beside it.</summary>
    private Progress Promise(ActivityContext context, TaskCompleted completed)
    {
        var limit = context.Value(ConditionalLimit) is { } length ? context.Begin(length) : null;
        context.Remember(new AcceptMemory(Asked: false) { Promised = completed.Documents });
        context.OpenTask(TaskKind.Promise, TheApplicant(context), task => task with { Documents = completed.Documents, Outcomes = ["Done"], Limit = limit });
        if (limit is not null)
        {
            context.SetTimer(Timers.Promise, limit);
        }

        context.Letter(AcceptedConditionally, [], completed.Documents, completed.Opinion);
        StartCaseClock(context, context.Run.Context.Instant);
        context.Stay(Accepted);
        return Progress.Wait;
    }

    private static Progress Kept(ActivityContext context, TaskBookmark task, Actor by, ImmutableArray<string> documents)
    {
        var still = context.Memory<AcceptMemory>()!.Promised.RemoveAll(documents.Contains);
        context.Remember(new AcceptMemory(Asked: false) { Promised = still });
        if (!still.IsEmpty)
        {
            TaskDesk.Change(context.Run, task with { Documents = still }, "Supplied");
            return Progress.Wait;
        }

        context.Close(task, CloseReason.Completed, by, "Done");
        context.CancelTimers();
        context.Retire();
        return Progress.Wait;
    }

    private static Progress Elapsed(ActivityContext context, TimerBookmark timer)
    {
        context.Elapsed(timer);
        context.CloseTasks(CloseReason.TimedOut);
        switch (timer.Purpose)
        {
            case Timers.Silence:
                return Begin(context, silent: true);
            case Timers.Promise:
                context.TakeBackWhatFollowed();
                return Progress.Leave("PromiseMissed");
            default:
                return Progress.Leave("CorrectionMissed");
        }
    }

    private static Progress Begin(ActivityContext context, bool silent)
    {
        var clock = context.Run.State.Clock;
        StartCaseClock(context, silent ? clock.CompletedOn ?? clock.ReceivedOn ?? context.Run.Context.Instant : context.Run.Context.Instant);
        Rounds.Set(context.Run, context.Activity, context.Round with { Silent = silent });
        return Progress.Leave(Accepted);
    }

    private static void StartCaseClock(ActivityContext context, DateTimeOffset instant) =>
        context.Run.State = context.Run.State with { Clock = context.Run.State.Clock with { AcceptedOn = instant } };
}
