namespace Approvals.Workflows;

/// <summary>Sends a mail to given addresses and goes on.</summary>
internal sealed class SendEmail : Activity
{
    public required FeelInput<ImmutableArray<string>> To { get; init; }

    public required FeelInput<ImmutableArray<string>> Cc { get; init; }

    public required FeelInput<ImmutableArray<string>> Bcc { get; init; }

    public required FeelInput<string> Subject { get; init; }

    public required FeelInput<string> Body { get; init; }

    public static Activity Read(ActivityReader reader) => new SendEmail
    {
        To = reader.Input<ImmutableArray<string>>("to", ValueReaders.Texts, [], required: true),
        Cc = reader.Texts("cc"),
        Bcc = reader.Texts("bcc"),
        Subject = reader.Text("subject"),
        Body = reader.Text("body"),
    };

    public override Progress Run(ActivityContext context)
    {
        context.Emit(new SendMail(context.Activity, context.NextId("e"), context.Value(To), context.Value(Subject), context.Value(Body))
        {
            Cc = context.Value(Cc),
            Bcc = context.Value(Bcc),
        });
        return Progress.Done;
    }
}
