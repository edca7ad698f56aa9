namespace Approvals.Workflows;

/// <summary>Waits a number of working days; the clock starts the day after it is reached.</summary>
internal sealed class WaitWorkingDays : ApprovalActivity
{
    public required FeelInput<int> Days { get; init; }

    public static Activity Read(ActivityReader reader) => new WaitWorkingDays { Days = reader.RequiredWhole("days") };

    public override Progress Run(ActivityContext context)
    {
        context.SetTimer(Timers.Wait, context.Begin(Limit.WorkingDays(context.Value(Days))));
        return Progress.Wait;
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event) => Timers.Over(context, bookmark);
}
