namespace Approvals.Workflows;

/// <summary>Completes the definition it is in, as a whole, by the given outcomes: the one used as an activity, or the case's own.</summary>
internal sealed class Complete : Activity
{
    public required FeelInput<ImmutableArray<string>> Given { get; init; }

    public override ImmutableArray<string>? Outcomes => [];

    public static Activity Read(ActivityReader reader) => new Complete { Given = reader.Texts("outcomes") };

    public override Progress Run(ActivityContext context) => Progress.Complete(context.Value(Given));
}
