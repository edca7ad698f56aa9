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

    /// <summary>What a return does to parallel branches; <see cref="ReturnAct"/> does <c>restartAll</c>, the one there is.</summary>
    public required FeelInput<string> OnReturn { get; init; }

    public required FeelInput<Limit?> Limit { get; init; }

    public required FeelInput<Limit?> CorrectionLimit { get; init; }

    public required FeelInput<FeelContext> OnTimeout { get; init; }

    public required FeelInput<string> ClockInput { get; init; }

    public required FeelInput<FeelValue> Own { get; init; }

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

    public static Activity Read(ActivityReader reader) => new Review
    {
        Panel = ReviewPanel.Read(reader),
        Form = reader.Text("form"),
        Fields = reader.Context("fields"),
        Allowed = reader.Texts("allowed"),
        ReturnTo = reader.Texts("returnTo"),
        OnReturn = reader.Choice("onReturn", "restartAll"),
        Limit = reader.Limit("limit"),
        CorrectionLimit = reader.Limit("correctionLimit"),
        OnTimeout = reader.Context("onTimeout"),
        ClockInput = reader.Choice("clock", "counts", "stopped"),
        Own = reader.Value("outcomes"),
    };

    public override Progress Run(ActivityContext context)
    {
        BeginClock(context);
        return Open(context, context.Execution.Return);
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event) => (@event, bookmark) switch
    {
        (TaskCompleted e, TaskBookmark { Kind: TaskKind.Correction } task) => Corrected(context, task, e),
        (TaskCompleted e, TaskBookmark task) => Decided(context, task, e),
        (Returned e, TaskBookmark { Kind: TaskKind.Review } task) => AskApplicant(context, task, e),
        (Recused e, TaskBookmark { Kind: TaskKind.Review } task) => ReviewPanel.StepAside(context, task, e),
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
        context.Remember(new ReviewMemory { Waiting = seats.Later, Approved = seats.Approved });
        foreach (var candidates in seats.Now)
        {
            OpenTask(context, candidates, seats.Barred, limit, note);
        }

        if (limit is not null && !context.Value(OnTimeout)["act"].IsNull)
        {
            context.SetTimer(Timers.Limit, limit);
        }

        return Progress.Wait;
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
        context.Acted(completed.By.User);
        if (completed.Outcome != Approved)
        {
            return Progress.Leave(completed.Outcome);
        }

        var memory = context.Memory<ReviewMemory>() ?? new ReviewMemory();
        memory = memory with { Approved = memory.Approved.Add(completed.By.User) };
        context.Remember(memory);
        if (context.Tasks.Count > 0)
        {
            return Progress.Wait;
        }

        if (memory.Waiting is not [var next, .. var later])
        {
            return Progress.Leave(Approved);
        }

        context.Remember(memory with { Waiting = later });
        var barred = Panel.BarredAfter(context, task.Barred, memory.Approved);
        OpenTask(context, Somebody(context, [next], barred), barred, task.Limit, note: null);
        return Progress.Wait;
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
        context.Acted(returned.By.User);
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
        Rounds.Set(context.Run, context.Activity, round with { Number = round.Number + 1, Actors = [] });
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
