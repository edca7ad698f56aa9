namespace Approvals.Workflows;

/// <summary>Runs all of its children at once; done when each has left, or, for a Fork that waits for any, when the first has.</summary>
internal sealed class Parallel : Block
{
    private Parallel(IEnumerable<ActivityDefinition> children, FeelInput<string>? mode) => (Children, Mode) = ([.. children.Select(c => c.Id)], mode);

    private ImmutableArray<string> Children { get; }

    private FeelInput<string>? Mode { get; }

    public static Activity Read(ActivityReader reader) => new Parallel(reader.Definition.Activities, null);

    public static Activity ReadFork(ActivityReader reader) => new Parallel(
        reader.Definition.Slots.Where(s => s.Property.StartsWith("branches[", StringComparison.OrdinalIgnoreCase)).Select(s => s.Activity), reader.Text("joinMode", "WaitAll"));

    public override Progress Run(ActivityContext context)
    {
        context.DeclareVariables();
        return Enter(context, Children);
    }

    public override IEnumerable<string> Ahead(RouteView view) => Children;

    protected override Progress Next(ActivityContext context) =>
        Mode is not null && context.Value(Mode) is "WaitAny" or "1" ? Progress.Done : base.Next(context);
}
