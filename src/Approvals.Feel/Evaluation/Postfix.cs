namespace Approvals.Feel;

/// <summary>A value followed by paths, filters and invocations, worked from left to right without recursion.</summary>
internal sealed class PostfixChain(Node first, Link[] links) : Node
{
    public Node First => first;

    public Link[] Links => links;

    protected override FeelValue Compute(Frame frame)
    {
        var value = first.Evaluate(frame);
        foreach (var link in links)
        {
            value = link.Apply(value, frame);
            if (frame.Evaluation.IsExhausted)
            {
                return FeelValue.Null;
            }
        }

        return value;
    }
}

/// <summary>One step of a <see cref="PostfixChain"/>.</summary>
internal abstract class Link
{
    /// <summary>From the beginning of the chain to the end of this link.</summary>
    public Place Place { get; init; }

    /// <summary>Whether what it makes of a constant is one.</summary>
    public abstract bool IsConstant { get; }

    public abstract FeelValue Apply(in FeelValue value, Frame frame);
}

/// <summary><c>.name</c> (DMN 1.5, 10.3.2.5): a member; of a list, the member of each item.</summary>
internal sealed class PathLink(string name) : Link
{
    public override bool IsConstant => true;

    public override FeelValue Apply(in FeelValue value, Frame frame) => value.Kind switch
    {
        FeelKind.Context => value.Context.TryGet(name, out var member) ? member : Missing(value, frame),
        FeelKind.List => Each(value.List, frame),
        FeelKind.Null => frame.Evaluation.Fail("feel.memberOfNull", Place, ("name", name)),
        FeelKind.Range => RangeProperties.Get(value.Range, name) ?? Missing(value, frame),
        _ => TemporalProperties.Get(value, name) ?? Missing(value, frame),
    };

    private FeelValue Each(FeelList list, Frame frame)
    {
        var members = new FeelValue[list.Count];
        if (!frame.Evaluation.TakeSteps(list.Count, Place))
        {
            return FeelValue.Null;
        }

        for (var i = 0; i < members.Length; i++)
        {
            members[i] = list[i].Kind == FeelKind.List ? Missing(list[i], frame) : Apply(list[i], frame);
        }

        return frame.Evaluation.List(members, Place);
    }

    private FeelValue Missing(in FeelValue value, Frame frame) =>
        frame.Evaluation.Fail("feel.noMember", Place, ("name", name), ("kind", KindNames.Of(value)));
}

/// <summary><c>[…]</c> (DMN 1.5, 10.3.2.5): an index from 1 or, when negative, from the end; or a condition on each item.</summary>
internal sealed class FilterLink(Node condition) : Link
{
    public override bool IsConstant => condition is Constant;

    public override FeelValue Apply(in FeelValue value, Frame frame)
    {
        var list = value.Kind switch
        {
            FeelKind.List => value.List,
            FeelKind.Null => FeelList.Empty,
            _ => FeelList.Of(value),
        };
        return condition is Constant { Value.Kind: FeelKind.Number } index
            ? At(list, index.Value.Number, frame)
            : Filtered(list, frame);
    }

    private FeelValue Filtered(FeelList list, Frame frame)
    {
        var kept = new List<FeelValue>();
        for (var i = 0; i < list.Count; i++)
        {
            var answer = condition.Evaluate(frame.Push(list[i]));
            if (answer.Kind == FeelKind.Number)
            {
                return At(list, answer.Number, frame);
            }

            if (answer.IsTrue)
            {
                kept.Add(list[i]);
            }

            if (frame.Evaluation.IsExhausted)
            {
                return FeelValue.Null;
            }
        }

        return frame.Evaluation.List(kept, Place);
    }

    private FeelValue At(FeelList list, decimal index, Frame frame)
    {
        var at = index < 0 ? list.Count + index : index - 1;
        return at >= 0 && at < list.Count && at == decimal.Truncate(at)
            ? list[(int)at]
            : frame.Evaluation.Fail("feel.indexOutside", Place, ("index", FeelText.Number(index)));
    }
}

/// <summary><c>(…)</c> with arguments by position or by name.</summary>
internal sealed class InvocationLink(Node[] arguments, string[]? names) : Link
{
    public Node[] Arguments => arguments;

    public string[]? Names => names;

    public override bool IsConstant => Array.TrueForAll(arguments, argument => argument is Constant);

    public override FeelValue Apply(in FeelValue value, Frame frame)
    {
        if (value.Kind != FeelKind.Function)
        {
            return frame.Evaluation.Fail("feel.notFunction", Place, ("kind", KindNames.Of(value)));
        }

        var values = new FeelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(frame);
        }

        return frame.Evaluation.IsExhausted ? FeelValue.Null : value.Function.Call(frame.Evaluation, values, names, Place);
    }
}
