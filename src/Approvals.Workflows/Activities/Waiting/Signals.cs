namespace Approvals.Workflows;

/// <summary>Waits for a named event from outside, or from this case itself.</summary>
internal sealed class AwaitEvent : Activity
{
    public required FeelInput<string> Name { get; init; }

    public required OutputTarget Result { get; init; }

    public override bool Waits => true;

    public static Activity Read(ActivityReader reader) => new AwaitEvent { Name = reader.RequiredText("eventName"), Result = reader.Output("result") };

    public override Progress Run(ActivityContext context)
    {
        if (context.IsTrigger)
        {
            return Progress.Done;
        }

        context.OpenSignal("s", SignalNames.Event, context.Value(Name));
        return Progress.Wait;
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event)
    {
        if (@event is not SignalReceived received)
        {
            return base.Resume(context, bookmark, @event);
        }

        context.Put(Result, received.Payload);
        return Progress.Done;
    }
}

/// <summary>Tells this case's waiting events, and other cases unless it is local, that something happened.</summary>
internal sealed class PublishEvent : Activity
{
    public required FeelInput<string> Name { get; init; }

    public required FeelInput<string> Correlation { get; init; }

    public required FeelInput<bool> Local { get; init; }

    public required FeelInput<FeelValue> Payload { get; init; }

    public static Activity Read(ActivityReader reader) => new PublishEvent
    {
        Name = reader.RequiredText("eventName"),
        Correlation = reader.Text("correlationId"),
        Local = reader.Flag("isLocalEvent"),
        Payload = reader.Value("payload"),
    };

    public override Progress Run(ActivityContext context)
    {
        var (name, payload) = (context.Value(Name), context.Value(Payload));
        if (!context.Value(Local))
        {
            context.Emit(new SendSignal(context.Activity, context.NextId("s"), name, payload) { Correlation = context.Value(Correlation) is { Length: > 0 } word ? word : null });
        }

        context.Run.Publish(new SignalReceived(name, payload));
        return Progress.Done;
    }
}

/// <summary>Asks the outside world to do something and waits until it says through the API that it is done.</summary>
internal sealed class RunTask : Activity
{
    public required FeelInput<string> Name { get; init; }

    public required FeelInput<FeelValue> Payload { get; init; }

    public required OutputTarget Result { get; init; }

    public override bool Waits => true;

    public static Activity Read(ActivityReader reader) => new RunTask
    {
        Name = reader.RequiredText("taskName"),
        Payload = reader.Value("payload"),
        Result = reader.Output("result"),
    };

    public override Progress Run(ActivityContext context)
    {
        var name = context.Value(Name);
        var id = context.OpenSignal("x", SignalNames.RunTask, name);
        context.Emit(new CompleteRunTask(id, context.Activity, name, context.Value(Payload)));
        return Progress.Wait;
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event)
    {
        if (@event is not ExternalReplied reply)
        {
            return base.Resume(context, bookmark, @event);
        }

        context.Put(Result, reply.Value);
        return Progress.Done;
    }
}
