namespace Approvals.Workflows;

/// <summary>
/// Registers who belongs to the applicant. Who it is stands in the answers of a form: the flow names the form and its fields, so that
/// nothing personal enters the state or an event.
/// </summary>
internal sealed class RegisterRelative : ApprovalActivity
{
    public required FeelInput<string> Form { get; init; }

    public required FeelInput<string> Relation { get; init; }

    /// <summary>Under which keys of the form a relative's particulars stand: <c>name</c>, <c>idType</c>, <c>idNumber</c>, <c>birthDate</c>, …</summary>
    public required FeelInput<FeelContext> Fields { get; init; }

    public override bool Waits => false;

    public static Activity Read(ActivityReader reader) => new RegisterRelative
    {
        Form = reader.RequiredText("form"),
        Relation = reader.RequiredText("relation"),
        Fields = reader.Context("relative"),
    };

    public override Progress Run(ActivityContext context)
    {
        var fields = context.Value(Fields).Entries.Where(e => ValueReaders.Plain(e.Value) is not null)
            .ToImmutableSortedDictionary(e => e.Key, e => ValueReaders.Plain(e.Value)!, StringComparer.Ordinal);
        context.Emit(new RegisterRelation(context.Activity, context.NextId("e"), context.Value(Form), context.Value(Relation), fields));
        return Progress.Done;
    }
}
