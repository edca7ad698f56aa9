namespace Approvals.Workflows;

/// <summary>Suspends, resumes, revokes or extends a right, with its reason.</summary>
internal sealed class AlterEntitlement : ApprovalActivity
{
    public required FeelInput<string> Change { get; init; }

    public required FeelInput<string> Entitlement { get; init; }

    public required FeelInput<string> Kind { get; init; }

    public required FeelInput<DateOnly?> ValidTo { get; init; }

    public required FeelInput<string> Reason { get; init; }

    public override bool Waits => false;

    public static Activity Read(ActivityReader reader) => new AlterEntitlement
    {
        Change = reader.Input<string>("change", Word, "", required: true),
        Entitlement = reader.Text("entitlement"),
        Kind = reader.Text("kind"),
        ValidTo = reader.Input<DateOnly?>("validTo", ValueReaders.DateOrNothing, null),
        Reason = reader.RequiredText("reason"),
    };

    public override Progress Run(ActivityContext context)
    {
        var (entitlement, kind, validTo) = (context.Value(Entitlement), context.Value(Kind), context.Value(ValidTo));
        var change = Enum.TryParse<EntitlementChange>(context.Value(Change), ignoreCase: true, out var named) ? named : default;
        if (!context.Stuck && entitlement.Length == 0 && kind.Length == 0)
        {
            context.Fail("workflow.noEntitlement");
        }

        if (!context.Stuck && change == EntitlementChange.Extend && (validTo is null || validTo < context.Today))
        {
            context.Fail("workflow.extendsToNothing");
        }

        context.Emit(new ChangeEntitlement(
            context.Activity, context.NextId("e"), change, Filled(entitlement), Filled(kind), change == EntitlementChange.Extend ? validTo : null, context.Value(Reason)));
        return Progress.Done;
    }

    private static bool Word(FeelValue value, out string word) =>
        ValueReaders.Text(value, out word) && !char.IsDigit(word[0]) && Enum.TryParse<EntitlementChange>(word, ignoreCase: true, out _);

    private static string? Filled(string text) => text.Length == 0 ? null : text;
}
