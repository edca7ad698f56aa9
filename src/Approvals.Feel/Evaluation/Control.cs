namespace Approvals.Feel;

/// <summary><c>if … then … else …</c>; a condition that is null counts as not true.</summary>
internal sealed class Conditional(Node condition, Node then, Node otherwise) : Node
{
    protected override FeelValue Compute(Frame frame)
    {
        var decided = condition.Evaluate(frame);
        if (decided.Kind is not (FeelKind.Boolean or FeelKind.Null))
        {
            Failure.NotBoolean(frame, condition, decided);
        }

        return (decided.IsTrue ? then : otherwise).Evaluate(frame);
    }
}

/// <summary>A list written item by item.</summary>
internal sealed class ListLiteral(Node[] items) : Node
{
    /// <summary>Of the first item's type when all items are of one form; for contexts, that is enough to know the names of members.</summary>
    public override FeelType? Type { get; init; } = FeelType.ListOf(
        items.Length > 0 && items[0].Type is { } first && Array.TrueForAll(items, item => item.Type?.Form == first.Form) ? first : FeelType.Any);

    protected override FeelValue Compute(Frame frame)
    {
        var values = new FeelValue[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            values[i] = items[i].Evaluate(frame);
        }

        return frame.Evaluation.List(values, Place);
    }
}

/// <summary>A context written entry by entry; an entry sees those before it.</summary>
internal sealed class ContextLiteral(string[] names, Node[] values, bool[] namesItself) : Node
{
    public override FeelType? Type { get; init; } = FeelType.ContextOf(
        names.Zip(values, (name, value) => KeyValuePair.Create(name, value.Type ?? FeelType.Any)));

    protected override FeelValue Compute(Frame frame)
    {
        var results = new FeelValue[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            // A function may name itself: its entry's frame is there before its value.
            var entry = frame.Push(FeelValue.Null);
            results[i] = values[i].Evaluate(namesItself[i] ? entry : frame);
            entry.Value = results[i];
            frame = entry;
        }

        return frame.Evaluation.ContextOf(FeelContext.Owning(names, results), Place);
    }
}
