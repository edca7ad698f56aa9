namespace Approvals.Workflows;

/// <summary>What the counting loops have in common: the current value and index are variables of the body, and an output.</summary>
internal abstract class Loop : Block
{
    public const string CurrentValue = "CurrentValue";
    public const string CurrentIndex = "CurrentIndex";

    public required string? Body { get; init; }

    public required OutputTarget Current { get; init; }

    public override bool IsLoop => true;

    public override IEnumerable<string> Ahead(RouteView view) => new[] { Body }.OfType<string>();

    protected Progress Turn(ActivityContext context, int index, FeelValue value)
    {
        context.Remember(new LoopMemory(index));
        context.Declare(Names(index, value));
        context.Put(Current, value);
        return Enter(context, Body);
    }

    protected static int Index(ActivityContext context) => context.Memory<LoopMemory>()?.Index ?? -1;

    protected static ImmutableSortedDictionary<string, FeelValue> Names(int index, FeelValue value) =>
        ImmutableSortedDictionary.Create<string, FeelValue>(StringComparer.Ordinal).Add(CurrentIndex, FeelValue.Of(index)).Add(CurrentValue, value);
}

/// <summary>Runs its body for each number from one to another.</summary>
internal sealed class For : Loop
{
    public required FeelInput<int> Start { get; init; }

    public required FeelInput<int> End { get; init; }

    public required FeelInput<int> Step { get; init; }

    public required FeelInput<bool> Inclusive { get; init; }

    public static Activity Read(ActivityReader reader) => new For
    {
        Start = reader.Integer("start", 0),
        End = reader.Integer("end", 0),
        Step = reader.Integer("step", 1),
        Inclusive = reader.Flag("outerBoundInclusive", fallback: true),
        Body = reader.Child("body"),
        Current = reader.Output("currentValue"),
    };

    public override Progress Run(ActivityContext context)
    {
        context.DeclareVariables();
        return Next(context);
    }

    protected override Progress Next(ActivityContext context)
    {
        var (start, end, step) = (context.Value(Start), context.Value(End), context.Value(Step));
        if (step <= 0 && !context.Stuck)
        {
            context.Fail("workflow.stepNotPositive", ("step", step.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            return Progress.Wait;
        }

        var index = Index(context) + 1;
        var value = end >= start ? start + ((long)index * step) : start - ((long)index * step);
        var ahead = end >= start ? end - value : value - end;
        return Body is not null && (ahead > 0 || (ahead == 0 && context.Value(Inclusive))) ? Turn(context, index, FeelValue.Of((decimal)value)) : Progress.Done;
    }
}

/// <summary>Runs its body for each item of a list, one after another.</summary>
internal sealed class ForEach : Loop
{
    public required FeelInput<FeelValue> Items { get; init; }

    public static Activity Read(ActivityReader reader) => new ForEach
    {
        Items = reader.RequiredValue("items"),
        Body = reader.Child("body"),
        Current = reader.Output("currentValue"),
    };

    /// <summary>A list; a single value counts as a list of one, null as an empty one.</summary>
    public static IReadOnlyList<FeelValue> List(FeelValue value) => value.TryGetList(out var list) ? list : value.IsNull ? [] : [value];

    public override Progress Run(ActivityContext context)
    {
        context.DeclareVariables();
        return Next(context);
    }

    protected override Progress Next(ActivityContext context)
    {
        var items = List(context.Value(Items));
        var index = Index(context) + 1;
        return index < items.Count && Body is not null ? Turn(context, index, items[index]) : Progress.Done;
    }
}

/// <summary>Runs its body for every item of a list at once; done when each has left.</summary>
internal sealed class ParallelForEach : Loop
{
    private const int MaximumItems = 1_000;

    public required FeelInput<FeelValue> Items { get; init; }

    public static Activity Read(ActivityReader reader) => new ParallelForEach
    {
        Items = reader.RequiredValue("items"),
        Body = reader.Child("body"),
        Current = reader.Output("currentValue"),
    };

    public override Progress Run(ActivityContext context)
    {
        context.DeclareVariables();
        var items = ForEach.List(context.Value(Items));
        if (Body is not { } body || items.Count == 0)
        {
            return Progress.Done;
        }

        if (items.Count > MaximumItems)
        {
            context.Fail("workflow.tooManyItems", ("items", items.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            return Progress.Wait;
        }

        for (var i = 0; i < items.Count; i++)
        {
            context.Schedule(body, context.Execution.After, Names(i, items[i]));
        }

        return Progress.Wait;
    }
}
