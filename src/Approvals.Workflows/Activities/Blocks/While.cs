namespace Approvals.Workflows;

/// <summary>Runs its body as long as a condition holds.</summary>
internal sealed class While : Block
{
    public required FeelInput<bool> Condition { get; init; }

    public required string? Body { get; init; }

    public override bool IsLoop => true;

    public static Activity Read(ActivityReader reader) => new While { Condition = reader.RequiredFlag("condition"), Body = reader.Child("body") };

    public override Progress Run(ActivityContext context)
    {
        context.DeclareVariables();
        return Again(context);
    }

    public override IEnumerable<string> Ahead(RouteView view) => new[] { Body }.OfType<string>();

    protected override Progress Next(ActivityContext context) => Again(context);

    private Progress Again(ActivityContext context) => Body is not null && context.Value(Condition) ? Enter(context, Body) : Progress.Done;
}
