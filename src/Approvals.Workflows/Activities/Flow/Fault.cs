namespace Approvals.Workflows;

/// <summary>Fails on purpose: an incident that an operator resolves.</summary>
internal sealed class Fault : Activity
{
    public required FeelInput<string> Code { get; init; }

    public required FeelInput<string> Message { get; init; }

    public static Activity Read(ActivityReader reader) => new Fault { Code = reader.Text("code"), Message = reader.Text("message") };

    public override Progress Run(ActivityContext context)
    {
        context.Fail("workflow.fault", ("code", context.Value(Code)), ("message", context.Value(Message)));
        return Progress.Wait;
    }
}
