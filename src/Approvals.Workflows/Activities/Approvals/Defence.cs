namespace Approvals.Workflows;

/// <summary>The party is heard before a decision against it (陈述申辩); who says nothing within the limit is silent.</summary>
internal sealed class Defence : ApprovalActivity
{
    private const string Silent = "Silent";

    public required FeelInput<FeelValue> Who { get; init; }

    public required FeelInput<string> Form { get; init; }

    public required FeelInput<Limit?> Limit { get; init; }

    public required FeelInput<string> ClockInput { get; init; }

    public override ActivityKind MapKind => ActivityKind.Fill;

    public override FeelInput<string> Clock => ClockInput;

    public override FeelInput<Limit?> MainLimit => Limit;

    public override ImmutableArray<string>? Outcomes => ["Done", Silent];

    public override IEnumerable<string> NeededOutcomes => ["Done", Silent];

    public static Activity Read(ActivityReader reader) => new Defence
    {
        Who = reader.Value("who"),
        Form = reader.Text("form"),
        Limit = reader.Input<Limit?>("limit", ValueReaders.Limit, null, required: true),
        ClockInput = reader.Choice("clock", "counts", "stopped"),
    };

    public override Progress Run(ActivityContext context)
    {
        BeginClock(context);
        var who = context.Value(Who);
        var party = Somebody(context, who.IsNull ? TheApplicant(context) : ParticipantResolver.Resolve(context, who), []);
        if (context.Value(Limit) is not { } length)
        {
            return Progress.Wait;
        }

        var limit = context.Begin(length);
        context.OpenTask(TaskKind.Statement, party, task => task with
        {
            Form = context.Value(Form) is { Length: > 0 } form ? form : null,
            Outcomes = ["Done"],
            Limit = limit,
        });
        context.SetTimer(Timers.Statement, limit);
        context.Letter("Asked", [], [], null);
        return Progress.Wait;
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event)
    {
        switch (@event)
        {
            case StatementFiled e:
                return Heard(context, bookmark, e.By);
            case TaskCompleted e:
                return Heard(context, bookmark, e.By);
            case TimerElapsed:
                context.Elapsed(bookmark);
                context.CloseTasks(CloseReason.TimedOut);
                return Progress.Leave(Silent);
            default:
                return base.Resume(context, bookmark, @event);
        }
    }

    private static Progress Heard(ActivityContext context, Bookmark task, Actor by)
    {
        context.Close(task, CloseReason.Completed, by, "Done");
        context.Acted(by);
        return Progress.Done;
    }
}
