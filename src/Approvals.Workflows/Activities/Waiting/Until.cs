namespace Approvals.Workflows;

/// <summary>Waits until an instant; one that has come already does not wait.</summary>
internal sealed class StartAt : Activity
{
    public required FeelInput<DateTimeOffset> When { get; init; }

    public override bool Waits => true;

    public static Activity Read(ActivityReader reader) =>
        new StartAt { When = reader.Input<DateTimeOffset>("dateTime", ValueReaders.Instant, default, required: true) };

    public override Progress Run(ActivityContext context) => Until.Wait(context, context.Value(When));

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event) => Timers.Over(context, bookmark);
}

/// <summary>Waits until the next instant that fits a cron expression, in the time of the office.</summary>
internal sealed class Cron : Activity
{
    public required FeelInput<string> Expression { get; init; }

    public override bool Waits => true;

    public static Activity Read(ActivityReader reader) => new Cron { Expression = reader.RequiredText("cronExpression") };

    public override Progress Run(ActivityContext context)
    {
        var expression = context.Value(Expression);
        if (context.Stuck)
        {
            return Progress.Wait;
        }

        if (CronSchedule.Parse(expression) is not { } schedule || schedule.Next(OfficeTime.Of(context.Run.Context.Instant)) is not { } next)
        {
            context.Fail("workflow.badCron", ("expression", expression));
            return Progress.Wait;
        }

        return Until.Wait(context, next);
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event) => Timers.Over(context, bookmark);

    public override IEnumerable<Problem> Check(ActivityDefinition definition, WorkflowProgram program) =>
        Expression.Expression is ConstantExpression { Value.IsNull: false } && CronSchedule.Parse(Expression.Constant) is null
            ? [new Problem("workflow.check.badCron", Severity.Error, definition.Id, $"{definition.Path}.cronExpression").With("expression", Expression.Constant)]
            : [];
}

/// <summary>Waiting for an instant.</summary>
internal static class Until
{
    public static Progress Wait(ActivityContext context, DateTimeOffset instant)
    {
        if (context.IsTrigger || instant <= context.Run.Context.Instant)
        {
            return Progress.Done;
        }

        context.SetTimer(Timers.Wait, instant);
        return Progress.Wait;
    }
}
