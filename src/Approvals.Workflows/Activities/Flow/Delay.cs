namespace Approvals.Workflows;

/// <summary>Waits a span of time, in whole seconds.</summary>
internal sealed class Delay : Activity
{
    public required FeelInput<TimeSpan> Span { get; init; }

    public override bool Waits => true;

    public static Activity Read(ActivityReader reader) => new Delay { Span = reader.RequiredDuration("timeSpan") };

    /// <summary>A Timer waits its interval, unless it is what started the flow.</summary>
    public static Activity ReadTimer(ActivityReader reader) => new Delay { Span = reader.RequiredDuration("interval") };

    public override Progress Run(ActivityContext context)
    {
        if (context.IsTrigger)
        {
            return Progress.Done;
        }

        var seconds = (int)Math.Clamp(Math.Ceiling(context.Value(Span).TotalSeconds), 0, int.MaxValue);
        context.SetTimer(Timers.Wait, context.Begin(new Limit(seconds, LimitUnit.Seconds)));
        return Progress.Wait;
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event) => Timers.Over(context, bookmark);
}
