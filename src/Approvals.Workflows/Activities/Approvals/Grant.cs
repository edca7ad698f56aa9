namespace Approvals.Workflows;

/// <summary>Grants a right. The only way a right comes into being.</summary>
internal sealed class Grant : ApprovalActivity
{
    public required FeelInput<string> Kind { get; init; }

    public required FeelInput<string> Level { get; init; }

    public required FeelInput<DateOnly> ValidFrom { get; init; }

    public required FeelInput<DateOnly?> ValidTo { get; init; }

    public required FeelInput<string> Number { get; init; }

    public required FeelInput<string> Holder { get; init; }

    public required FeelInput<FeelValue> Items { get; init; }

    public required FeelInput<FeelValue> Obligations { get; init; }

    public override bool Waits => false;

    public static Activity Read(ActivityReader reader) => new Grant
    {
        Kind = reader.RequiredText("kind"),
        Level = reader.Text("level"),
        ValidFrom = reader.RequiredDate("validFrom"),
        ValidTo = reader.Input<DateOnly?>("validTo", ValueReaders.DateOrNothing, null),
        Number = reader.Text("number"),
        Holder = reader.Text("holder"),
        Items = reader.Value("items"),
        Obligations = reader.Value("obligations"),
    };

    public override Progress Run(ActivityContext context)
    {
        var (from, to) = (context.Value(ValidFrom), context.Value(ValidTo));
        if (!context.Stuck && to < from)
        {
            context.Fail("workflow.endsBeforeStart", ("from", $"{from:yyyy-MM-dd}"), ("to", $"{to:yyyy-MM-dd}"));
        }

        context.Emit(new GrantEntitlement(
            context.Activity, context.NextId("e"), context.Value(Kind), Filled(context.Value(Level)), from, to, Filled(context.Value(Holder)),
            Filled(context.Value(Number)), context.Value(Items), context.Value(Obligations)));
        return Progress.Done;
    }

    private static string? Filled(string text) => text.Length == 0 ? null : text;
}
