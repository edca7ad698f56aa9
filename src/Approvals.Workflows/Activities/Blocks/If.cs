namespace Approvals.Workflows;

/// <summary>Runs one of two children.</summary>
internal sealed class If : Block
{
    public required FeelInput<bool> Condition { get; init; }

    public required string? Then { get; init; }

    public required string? Else { get; init; }

    public required OutputTarget Result { get; init; }

    public static Activity Read(ActivityReader reader) => new If
    {
        Condition = reader.RequiredFlag("condition"),
        Then = reader.Child("then"),
        Else = reader.Child("else"),
        Result = reader.Output("result"),
    };

    public override ActivityKind MapKind => ActivityKind.Rule;

    public override Progress Run(ActivityContext context)
    {
        context.DeclareVariables();
        var holds = context.Value(Condition);
        context.Put(Result, FeelValue.Of(holds));
        return Enter(context, holds ? Then : Else);
    }

    public override IEnumerable<string> Ahead(RouteView view) =>
        new[] { view.TryValue(Condition, out var holds) && !holds ? Else : Then }.OfType<string>();
}
