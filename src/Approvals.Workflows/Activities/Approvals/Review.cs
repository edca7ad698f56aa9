namespace Approvals.Workflows;

/// <summary>People examine the case and approve, reject, return it or decide otherwise: one of them, all, or one after another.</summary>
internal sealed class Review : ApprovalActivity
{
    public const string Approved = "Approved";
    public const string Rejected = "Rejected";
    public const string TimedOut = "TimedOut";

    public required ReviewPanel Panel { get; init; }

    public required FeelInput<string> Form { get; init; }

    public required FeelInput<FeelContext> Fields { get; init; }

    public required FeelInput<ImmutableArray<string>> Allowed { get; init; }

    public required FeelInput<ImmutableArray<string>> ReturnTo { get; init; }

    /// <summary>The share of cases that are reviewed at all; null means every one.</summary>
    public required FeelInput<Share?> Sample { get; init; }

    /// <summary>What a return does to parallel branches: <c>restartAll</c> or <c>resumeReturner</c>; see <see cref="ReturnAct"/>.</summary>
    public required FeelInput<string> OnReturn { get; init; }

    public required FeelInput<Limit?> Limit { get; init; }

    public required FeelInput<Limit?> CorrectionLimit { get; init; }

    public required FeelInput<FeelContext> OnTimeout { get; init; }

    public required FeelInput<string> ClockInput { get; init; }

    public required FeelInput<FeelValue> Own { get; init; }

    public override ActivityKind MapKind => ActivityKind.Decide;

    public override bool IsStep => true;

    public override string ShownState => "UnderReview";

    public override FeelInput<string> Clock => ClockInput;

    public override FeelInput<Limit?> MainLimit => Limit;

    public override ImmutableArray<string>? Outcomes => [.. Offered(Own.Constant), TimedOut];

    public override IEnumerable<string> NeededOutcomes =>
    [
        .. Offered(Own.Constant),
        .. ValueReaders.Plain(OnTimeout.Constant["act"]) == "outcome" ? (ImmutableArray<string>)[ValueReaders.Plain(OnTimeout.Constant["outcome"]) ?? TimedOut] : [],
    ];

    public override IEnumerable<Problem> Check(ActivityDefinition definition, WorkflowProgram program) =>
        ValueReaders.Plain(OnTimeout.Constant["act"]) is { } act && !Timeouts.Acts.Contains(act)
            ? [new Problem("workflow.check.unknownTimeoutAct", Severity.Error, definition.Id, $"{definition.Path}.onTimeout").With("act", act).With("known", string.Join(", ", Timeouts.Acts))]
            : [];

    public static Activity Read(ActivityReader reader) => new Review
    {
        Panel = ReviewPanel.Read(reader),
        Form = reader.Text("form"),
        Fields = reader.Context("fields"),
        Allowed = reader.Texts("allowed"),
        ReturnTo = reader.Texts("returnTo"),
        Sample = reader.Input<Share?>("sample", SampleOf, null),
        OnReturn = reader.Choice("onReturn", "restartAll", ReturnAct.ResumeReturner),
        Limit = reader.Limit("limit"),
        CorrectionLimit = reader.Limit("correctionLimit"),
        OnTimeout = reader.Context("onTimeout"),
        ClockInput = reader.Choice("clock", "counts", "stopped"),
        Own = reader.Value("outcomes"),
    };

    public override Progress Run(ActivityContext context)
    {
        if (context.Execution.Return is null && !IsSampled(context))
        {
            Rounds.Set(context.Run, context.Activity, context.Round with { NotSampled = true });
            return Progress.Leave(Approved);
        }

        BeginClock(context);
        return Open(context, context.Execution.Return);
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event) => (@event, bookmark) switch
    {
        (TaskCompleted e, TaskBookmark { Kind: TaskKind.Correction } task) => Corrected(context, task, e),
        (TaskCompleted e, TaskBookmark task) => Decided(context, task, e),
        (Returned e, TaskBookmark { Kind: TaskKind.Review } task) => AskApplicant(context, task, e),
        (Recused e, TaskBookmark { Kind: TaskKind.Review } task) => StepAside(context, task, e),
        (SignerAdded e, TaskBookmark { Kind: TaskKind.Review } task) => Signers.Add(context, task, e) is { } error ? Progress.Refuse(error) : Progress.Wait,
        (SignerRemoved e, TaskBookmark task) => Signers.Remove(context, e) is { } error ? Progress.Refuse(error) : Advance(context, task),
        (TimerElapsed, TimerBookmark { Purpose: Timers.Correction } timer) => NotCorrected(context, timer),
        (TimerElapsed, TimerBookmark timer) => Timeouts.Take(context, timer, context.Value(OnTimeout)),
        _ => base.Resume(context, bookmark, @event),
    };

    private Progress Open(ActivityContext context, ReturnNote? note)
    {
        var seats = Panel.Seats(context);
        if (seats.Decided || context.Stuck)
        {
            return Progress.Leave(Approved);
        }

        var limit = context.Value(Limit) is { } length ? context.Begin(length) : null;
        context.Remember(new ReviewMemory { Waiting = seats.Later, Approved = seats.Approved, Seats = seats.Counted });
        foreach (var candidates in seats.Now)
        {
            OpenTask(context, candidates, seats.Barred, limit, note);
        }

        if (limit is not null && !context.Value(OnTimeout)["act"].IsNull)
        {
            context.SetTimer(Timers.Limit, limit);
        }

        return Panel.Counted(context, context.Memory<ReviewMemory>()!) is { } outcome ? Progress.Leave(outcome) : Progress.Wait;
    }

    private void OpenTask(
        ActivityContext context, ImmutableArray<Candidate> candidates, ImmutableArray<string> barred, PendingLimit? limit, ReturnNote? note)
    {
        var returnTo = context.Value(ReturnTo);
        var allowed = context.Value(Allowed);
        context.OpenTask(TaskKind.Review, candidates, task => task with
        {
            Form = context.Value(Form) is { Length: > 0 } form ? form : null,
            Fields = Access(context.Value(Fields)),
            Outcomes = Offered(context.Value(Own)),
            Acts = returnTo.IsEmpty ? allowed : [.. allowed, "return"],
            ReturnTo = returnTo,
            Barred = barred,
            Limit = limit,
            Return = note,
        });
    }

    private Progress Decided(ActivityContext context, TaskBookmark task, TaskCompleted completed)
    {
        context.Close(task, CloseReason.Completed, completed.By, completed.Outcome);
        context.Acted(completed.By);
        var memory = context.Memory<ReviewMemory>() ?? new ReviewMemory();
        var counts = memory.Seats > 0 && completed.Outcome == Rejected;
        if (completed.Outcome != Approved && !counts)
        {
            return Progress.Leave(completed.Outcome);
        }

        context.Remember(counts
            ? memory with { Rejected = memory.Rejected.Add(completed.By.User) }
            : memory with { Approved = memory.Approved.Add(completed.By.User) });
        Signers.Signed(context, task);
        return Advance(context, task);
    }

    /// <summary>After a signature, or when one is not awaited any more: who comes next, or the outcome.</summary>
    private Progress Advance(ActivityContext context, TaskBookmark last)
    {
        var memory = context.Memory<ReviewMemory>()!;
        if (Panel.Counted(context, memory) is { } outcome)
        {
            return Progress.Leave(outcome);
        }

        if (context.Tasks.Count > 0)
        {
            return Progress.Wait;
        }

        if (memory.Waiting is not [var next, .. var later])
        {
            return Progress.Leave(Approved);
        }

        context.Remember(memory with { Waiting = later });
        var barred = Panel.BarredAfter(context, last.Barred, memory.Approved);
        OpenTask(context, Somebody(context, [next], barred), barred, last.Limit, note: null);
        return Progress.Wait;
    }

    private Progress StepAside(ActivityContext context, TaskBookmark task, Recused recused) =>
        Signers.StepsAside(context, task, recused.By) ? Advance(context, task) : Panel.StepAside(context, task, recused);

    /// <summary>Drawn once for each time the step is reached; the number drawn is stored with the event.</summary>
    private bool IsSampled(ActivityContext context) => context.Value(Sample) is not { } share
        || context.Ask(new SamplingSeed(context.Activity, context.Round.Number)) is not ValueAnswer answer
        || !answer.Value.TryGetNumber(out var drawn) || drawn * share.Denominator < share.Numerator;

    private static bool SampleOf(FeelValue value, out Share? result)
    {
        var read = Share.Read(value, out var share);
        result = read ? share : null;
        return read;
    }

    /// <summary>Back to named fields of the applicant, without leaving the step.</summary>
    private Progress AskApplicant(ActivityContext context, TaskBookmark task, Returned returned)
    {
        if (!task.ReturnTo.Contains("applicant"))
        {
            return Progress.Refuse(new Error("workflow.returnNotAllowed", ErrorKind.Conflict).With("target", "applicant"));
        }

        if (returned.Fields.IsEmpty && returned.Documents.IsEmpty)
        {
            return Progress.Refuse(new Error("workflow.nothingToCorrect"));
        }

        context.Close(task, CloseReason.Returned, returned.By);
        context.CloseTasks(CloseReason.SiblingReturned);
        context.CancelTimers();
        context.Acted(returned.By);
        Corrections.Open(context, returned.By, returned.Opinion, returned.Fields, returned.Documents, context.Value(CorrectionLimit));
        context.Letter("Returned", returned.Fields, returned.Documents, returned.Opinion);
        return Progress.Wait;
    }

    private Progress Corrected(ActivityContext context, TaskBookmark task, TaskCompleted completed)
    {
        context.Close(task, CloseReason.Completed, completed.By, completed.Outcome);
        context.CancelTimers();
        return Again(context, task.Return);
    }

    private Progress NotCorrected(ActivityContext context, TimerBookmark timer)
    {
        var note = context.Tasks.FirstOrDefault(t => t.Kind == TaskKind.Correction)?.Return;
        context.Elapsed(timer);
        context.CloseTasks(CloseReason.TimedOut);
        return Again(context, note);
    }

    private Progress Again(ActivityContext context, ReturnNote? note)
    {
        var round = context.Round;
        Rounds.Set(context.Run, context.Activity, round with { Number = round.Number + 1, Actors = [], For = [] });
        return Open(context, note);
    }

    private static ImmutableArray<string> Offered(FeelValue own)
    {
        var names = own.TryGetList(out var list)
            ? list.Select(o => o.TryGetContext(out var entry) ? ValueReaders.Plain(entry["name"]) : ValueReaders.Plain(o)).OfType<string>()
            : [];
        return [.. new[] { Approved, Rejected }.Union(names, StringComparer.Ordinal)];
    }

    private static FieldAccess? Access(FeelContext fields) => fields.Count == 0 ? null : new FieldAccess
    {
        Editable = fields["editable"].IsNull ? null : Keys(fields["editable"]),
        ReadOnly = Keys(fields["readOnly"]),
        Hidden = Keys(fields["hidden"]),
    };

    private static ImmutableArray<string> Keys(FeelValue value) => ValueReaders.Texts(value, out var keys) ? keys : [];
}
