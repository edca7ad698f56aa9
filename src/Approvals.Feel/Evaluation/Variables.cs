namespace Approvals.Feel;

/// <summary>A name. Inside filters the item's member of that name comes first.</summary>
internal abstract class Variable(string name, int[] filters) : Node
{
    public string Name { get; } = name;

    protected bool TryMember(Frame frame, out FeelValue value)
    {
        foreach (var hops in filters)
        {
            var item = frame.Up(hops).Value;
            if (item.Kind == FeelKind.Context && item.Context.TryGet(Name, out value))
            {
                return true;
            }
        }

        value = default;
        return false;
    }
}

/// <summary>A name bound by a context, iteration, function, filter or unary tests around it.</summary>
/// <param name="name">The name.</param>
/// <param name="hops">How many frames up it is bound.</param>
/// <param name="filters">The filters on the way, in frames up.</param>
internal sealed class LocalVariable(string name, int hops, int[] filters) : Variable(name, filters)
{
    public int Hops => hops;

    protected override FeelValue Compute(Frame frame) => TryMember(frame, out var member) ? member : frame.Up(hops).Value;
}

/// <summary>A name of the context given to the evaluation, or of a built-in function.</summary>
internal sealed class FreeVariable(string name, int[] filters, FeelFunction? builtin) : Variable(name, filters)
{
    public required FreeName Free { get; init; }

    public FeelFunction? Builtin => builtin;

    protected override FeelValue Compute(Frame frame)
    {
        if (TryMember(frame, out var value) || frame.Evaluation.Context.TryGet(Name, out value))
        {
            return value;
        }

        return builtin is not null ? FeelValue.Of(builtin) : frame.Evaluation.Fail("feel.unknownName", Place, ("name", Name));
    }
}
