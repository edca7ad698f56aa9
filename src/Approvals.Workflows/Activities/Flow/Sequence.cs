namespace Approvals.Workflows;

/// <summary>Runs its children one after another.</summary>
internal sealed class Sequence : Activity, IOrdersChildren
{
    private readonly ImmutableArray<string> _children;

    private Sequence(ActivityDefinition definition) => _children = [.. definition.Activities.Select(a => a.Id)];

    public static Activity Read(ActivityReader reader) => new Sequence(reader.Definition);

    public bool ComesBefore(string earlier, string later) => _children.IndexOf(earlier) is var first and >= 0 && first <= _children.IndexOf(later);

    public override Progress Run(ActivityContext context)
    {
        context.DeclareVariables();
        return Next(context, 0, context.Execution.After);
    }

    public override Progress ChildLeft(ActivityContext context, Execution child, ImmutableArray<string> outcomes)
    {
        var after = Rounds.After(context.Run, child);
        context.Passed(after);
        return Next(context, _children.IndexOf(child.Activity) + 1, after);
    }

    private Progress Next(ActivityContext context, int index, ImmutableArray<string> after)
    {
        if (index >= _children.Length)
        {
            return Progress.Done;
        }

        context.Schedule(_children[index], after);
        return Progress.Wait;
    }
}
