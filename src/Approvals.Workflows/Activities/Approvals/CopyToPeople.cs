namespace Approvals.Workflows;

/// <summary>Lets people know of the case and read it, and goes on (抄送).</summary>
internal sealed class CopyToPeople : ApprovalActivity
{
    public required FeelInput<FeelValue> To { get; init; }

    public required FeelInput<string> Template { get; init; }

    public required FeelInput<ImmutableArray<string>> Channels { get; init; }

    public override bool Waits => false;

    public override bool KeepsRounds => false;

    public static Activity Read(ActivityReader reader) => new CopyToPeople
    {
        To = reader.RequiredValue("to"),
        Template = reader.Text("template", "copy"),
        Channels = reader.Texts("channels"),
    };

    public override Progress Run(ActivityContext context)
    {
        var to = ParticipantResolver.Resolve(context, context.Value(To));
        context.Emit(new Notify(context.Activity, to, context.Value(Template), context.Value(Channels)) { MayRead = true });
        return Progress.Done;
    }
}
