namespace Approvals.Workflows;

/// <summary>Notifies people and goes on.</summary>
internal sealed class NotifyPeople : ApprovalActivity
{
    public required FeelInput<FeelValue> To { get; init; }

    public required FeelInput<string> Template { get; init; }

    public required FeelInput<ImmutableArray<string>> Channels { get; init; }

    public override bool Waits => false;

    public override bool KeepsRounds => false;

    public static Activity Read(ActivityReader reader) => new NotifyPeople
    {
        To = reader.RequiredValue("to"),
        Template = reader.RequiredText("template"),
        Channels = reader.Texts("channels"),
    };

    public override Progress Run(ActivityContext context)
    {
        var to = ParticipantResolver.Resolve(context, context.Value(To));
        context.Emit(new Notify(context.Activity, to, context.Value(Template), context.Value(Channels)));
        return Progress.Done;
    }
}
