namespace Approvals.Workflows;

/// <summary>Names the instance.</summary>
internal sealed class SetName : Activity
{
    public required FeelInput<string> Name { get; init; }

    public static Activity Read(ActivityReader reader) => new SetName { Name = reader.RequiredText("value") };

    public override Progress Run(ActivityContext context)
    {
        context.Run.State = context.Run.State with { Name = context.Value(Name) };
        return Progress.Done;
    }
}

/// <summary>Gives the instance the word by which signals from outside find it.</summary>
internal sealed class Correlate : Activity
{
    public required FeelInput<string> Correlation { get; init; }

    public static Activity Read(ActivityReader reader) => new Correlate { Correlation = reader.RequiredText("correlationId") };

    public override Progress Run(ActivityContext context)
    {
        context.Run.State = context.Run.State with { Correlation = context.Value(Correlation) };
        return Progress.Done;
    }
}

/// <summary>Writes a line to the case's log.</summary>
internal sealed class WriteLine : Activity
{
    public required FeelInput<FeelValue> Text { get; init; }

    public static Activity Read(ActivityReader reader) => new WriteLine { Text = reader.Value("text") };

    public override Progress Run(ActivityContext context)
    {
        var text = context.Value(Text);
        context.Emit(new WriteLog(context.Activity, ValueReaders.Plain(text) ?? (text.IsNull ? "" : FeelJson.ToJson(text))));
        return Progress.Done;
    }
}
