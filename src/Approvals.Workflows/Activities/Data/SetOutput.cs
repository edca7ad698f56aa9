namespace Approvals.Workflows;

/// <summary>Gives an output of the definition a value.</summary>
internal sealed class SetOutput : Activity
{
    public required FeelInput<string> Name { get; init; }

    public required FeelInput<FeelValue> Value { get; init; }

    public static Activity Read(ActivityReader reader) => new SetOutput { Name = reader.RequiredText("outputName"), Value = reader.Value("outputValue") };

    public override Progress Run(ActivityContext context)
    {
        context.SetOutput(context.Value(Name), context.Value(Value));
        return Progress.Done;
    }
}
