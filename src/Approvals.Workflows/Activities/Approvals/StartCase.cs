namespace Approvals.Workflows;

/// <summary>Starts another case, with a number, version and rights of its own, and waits for its end where asked to.</summary>
internal sealed class StartCase : ApprovalActivity
{
    public required FeelInput<string> Service { get; init; }

    public required FeelInput<FeelContext> Data { get; init; }

    public required FeelInput<bool> Wait { get; init; }

    public required FeelInput<string> OnParentEnd { get; init; }

    public override ActivityKind MapKind => ActivityKind.Effect;

    public override bool NeedsBranch => false;

    public override ImmutableArray<string>? Outcomes => null;

    /// <summary>Done, unless every result of the child leads somewhere of its own; those that do come beside it.</summary>
    public override IEnumerable<string> PossibleOutcomes => Wait.IsFixed && !Wait.Constant ? ["Done"] : [.. Results, "Done"];

    private static ImmutableArray<string> Results => ["granted", "refused", "notAccepted", "withdrawn", "terminated"];

    public static Activity Read(ActivityReader reader) => new StartCase
    {
        Service = reader.RequiredText("service"),
        Data = reader.Context("data"),
        Wait = reader.Flag("wait", fallback: true),
        OnParentEnd = reader.Choice("onParentEnd", "leave", "cancel"),
    };

    public override Progress Run(ActivityContext context)
    {
        var (wait, cancels) = (context.Value(Wait), context.Value(OnParentEnd) == "cancel");
        var child = wait ? context.OpenSignal("c", SignalNames.Child, cancels ? SignalNames.CancelWithParent : null) : context.NextId("c");
        context.Emit(new StartChild(child, context.Activity, context.Value(Service), FeelValue.Of(context.Value(Data))) { Wait = wait, CancelWithParent = cancels });
        return wait ? Progress.Wait : Progress.Done;
    }

    /// <summary>By the child's result where that leads somewhere, else by Done.</summary>
    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event)
    {
        if (@event is not ChildFinished finished)
        {
            return base.Resume(context, bookmark, @event);
        }

        context.Elapsed(bookmark);
        var container = context.Run.Program.Find(context.Activity)!.Parent?.Activity;
        return finished.Result is { } result && container?.HasWay(context.Activity, [result]) != false ? Progress.Leave(result) : Progress.Done;
    }
}
