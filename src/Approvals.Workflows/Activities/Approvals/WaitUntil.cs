namespace Approvals.Workflows;

/// <summary>Waits until a day begins; a day that has come already does not wait.</summary>
internal sealed class WaitUntil : ApprovalActivity
{
    public required FeelInput<DateOnly> Date { get; init; }

    public static Activity Read(ActivityReader reader) => new WaitUntil { Date = reader.RequiredDate("date") };

    public override Progress Run(ActivityContext context)
    {
        var date = context.Value(Date);
        if (date <= context.Today)
        {
            return Progress.Done;
        }

        context.SetTimer(Timers.Wait, date);
        return Progress.Wait;
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event) => Timers.Over(context, bookmark);
}
