namespace Approvals.Workflows;

/// <summary>
/// A public notice. It always runs its term; objections filed meanwhile are ruled on, and it leaves once the term is over and
/// every ruling is there. Objection means that one was upheld.
/// </summary>
internal sealed class PublicNotice : ApprovalActivity
{
    public required FeelInput<string> Template { get; init; }

    public required FeelInput<FeelValue> Fields { get; init; }

    public required FeelInput<int> WorkingDays { get; init; }

    public required FeelInput<ImmutableArray<string>> Where { get; init; }

    public required FeelInput<FeelValue> Rulings { get; init; }

    public required FeelInput<Limit?> RulingLimit { get; init; }

    public required FeelInput<string> ClockInput { get; init; }

    public override ActivityKind MapKind => ActivityKind.Notice;

    public override string ShownState => "OnNotice";

    public override FeelInput<string> Clock => ClockInput;

    public override FeelInput<Limit?> MainLimit =>
        new("workingDays", null, (FeelValue _, out Limit? limit) => (limit = null) is not null, Limit.WorkingDays(WorkingDays.Constant), false);

    public override ImmutableArray<string>? Outcomes => ["NoObjection", "Objection"];

    public override IEnumerable<string> NeededOutcomes => ["NoObjection", "Objection"];

    public static Activity Read(ActivityReader reader) => new PublicNotice
    {
        Template = reader.RequiredText("template"),
        Fields = reader.Value("fields"),
        WorkingDays = reader.RequiredWhole("workingDays"),
        Where = reader.Texts("where"),
        Rulings = reader.RequiredValue("rulings"),
        RulingLimit = reader.Limit("rulingLimit"),
        ClockInput = reader.Choice("clock", "counts", "stopped"),
    };

    public override Progress Run(ActivityContext context)
    {
        BeginClock(context);
        var term = context.Begin(Limit.WorkingDays(context.Value(WorkingDays)));
        var notice = context.OpenSignal("n", SignalNames.Notice);
        context.Remember(new NoticeMemory(notice));
        context.Emit(new PublishNotice(
            notice, context.Activity, context.Value(Template), term, context.Value(Where), [.. Shown(context.Value(Fields))]));
        context.SetTimer(Timers.Term, term);
        return Progress.Wait;
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event) => (@event, bookmark) switch
    {
        (ObjectionFiled e, _) => Filed(context, e),
        (ObjectionDecided e, TaskBookmark ruling) => Ruled(context, ruling, e.By, e.Upheld),
        (TaskCompleted e, TaskBookmark ruling) => Ruled(context, ruling, e.By, e.Outcome == "Upheld"),
        (TimerElapsed or NoticeEnded, _) => Ended(context, bookmark),
        _ => base.Resume(context, bookmark, @event),
    };

    private Progress Filed(ActivityContext context, ObjectionFiled filed)
    {
        if (context.Tasks.Any(t => t.Subject == filed.Objection))
        {
            return Progress.Refuse("workflow.objectionKnown");
        }

        var barred = OwnCase(context);
        var candidates = Somebody(context, ParticipantResolver.Resolve(context, context.Value(Rulings)), barred);
        var limit = context.Value(RulingLimit) is { } length ? context.Begin(length) : null;
        context.OpenTask(TaskKind.Ruling, candidates, task => task with
        {
            Subject = filed.Objection,
            Outcomes = ["Upheld", "Dismissed"],
            Acts = ["transfer"],
            Barred = barred,
            Limit = limit,
        });
        return Progress.Wait;
    }

    private static Progress Ruled(ActivityContext context, TaskBookmark ruling, Actor by, bool upheld)
    {
        context.Close(ruling, CloseReason.Completed, by, upheld ? "Upheld" : "Dismissed");
        context.Acted(by);
        var memory = context.Memory<NoticeMemory>()!;
        context.Remember(memory with { Upheld = memory.Upheld || upheld });
        return LeaveWhenRuled(context);
    }

    private static Progress Ended(ActivityContext context, Bookmark bookmark)
    {
        var memory = context.Memory<NoticeMemory>()!;
        context.Elapsed(bookmark);
        context.CancelTimers();
        if (Bookmarks.Find<SignalBookmark>(context.Run, memory.Notice) is { } notice)
        {
            Bookmarks.Remove(context.Run, notice);
        }

        context.Emit(new WithdrawNotice(memory.Notice, "Ended"));
        context.Remember(memory with { Ended = true });
        return LeaveWhenRuled(context);
    }

    private static Progress LeaveWhenRuled(ActivityContext context)
    {
        var memory = context.Memory<NoticeMemory>()!;
        return !memory.Ended || context.Tasks.Count > 0 ? Progress.Wait : Progress.Leave(memory.Upheld ? "Objection" : "NoObjection");
    }

    private static IEnumerable<NoticeField> Shown(FeelValue fields)
    {
        foreach (var field in fields.TryGetList(out var list) ? list : Enumerable.Empty<FeelValue>())
        {
            if (field.TryGetContext(out var entry) && ValueReaders.Plain(entry["path"]) is { } path)
            {
                yield return new NoticeField(path, Label(entry["label"], path), ValueReaders.Plain(entry["mask"]) ?? "none");
            }
        }
    }

    private static LocalText Label(FeelValue label, string path)
    {
        if (!label.TryGetContext(out var texts))
        {
            var plain = ValueReaders.Plain(label) ?? path;
            return new LocalText(plain, plain);
        }

        var (zh, en) = (ValueReaders.Plain(texts["zh-CN"]), ValueReaders.Plain(texts["en"]));
        return new LocalText(zh ?? en ?? path, en ?? zh ?? path);
    }
}
