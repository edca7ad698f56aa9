namespace Approvals.Workflows;

/// <summary>Somebody, usually the applicant, fills in a form. The first one of a case takes the submission the case began with.</summary>
internal sealed class Fill : ApprovalActivity
{
    public required FeelInput<string> Form { get; init; }

    public required FeelInput<FeelValue> Who { get; init; }

    public required FeelInput<ImmutableArray<string>> Fields { get; init; }

    public required FeelInput<Limit?> Limit { get; init; }

    public override ActivityKind MapKind => ActivityKind.Fill;

    public override FeelInput<Limit?> MainLimit => Limit;

    public override ImmutableArray<string>? Outcomes => ["Done", "Withdrawn", "TimedOut"];

    public override IEnumerable<string> NeededOutcomes => Limit.Expression is null ? ["Done"] : ["Done", "TimedOut"];

    public static Activity Read(ActivityReader reader) => new Fill
    {
        Form = reader.Text("form"),
        Who = reader.Value("who"),
        Fields = reader.Texts("fields"),
        Limit = reader.Limit("limit"),
    };

    public override Progress Run(ActivityContext context)
    {
        if (context.Run.Offer is { By: { } by } && context.Execution.Return is null)
        {
            context.Run.Offer = null;
            context.Acted(by);
            return Progress.Done;
        }

        var who = context.Value(Who);
        var candidates = who.IsNull ? TheApplicant(context) : ParticipantResolver.Resolve(context, who);
        Open(context, Somebody(context, candidates, []));
        return Progress.Wait;
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event)
    {
        switch (@event)
        {
            case TaskCompleted completed:
                context.Close(bookmark, CloseReason.Completed, completed.By, completed.Outcome);
                context.Acted(completed.By);
                return Progress.Done;
            case TimerElapsed:
                context.Elapsed(bookmark);
                context.CloseTasks(CloseReason.TimedOut);
                return Progress.Leave("TimedOut");
            default:
                return base.Resume(context, bookmark, @event);
        }
    }

    private void Open(ActivityContext context, ImmutableArray<Candidate> candidates)
    {
        var limit = context.Value(Limit) is { } length ? context.Begin(length) : null;
        var note = context.Execution.Return;
        var open = note is { Fields.IsEmpty: false } ? note.Fields : context.Value(Fields);
        context.OpenTask(TaskKind.Fill, candidates, task => task with
        {
            Form = context.Value(Form) is { Length: > 0 } form ? form : null,
            Fields = open.IsEmpty ? null : new FieldAccess { Editable = open },
            Documents = note?.Documents ?? [],
            Outcomes = ["Done"],
            Limit = limit,
            Return = note,
        });
        if (limit is not null)
        {
            context.SetTimer(Timers.Limit, limit);
        }
    }
}
