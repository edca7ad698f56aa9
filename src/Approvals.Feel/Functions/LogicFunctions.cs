namespace Approvals.Feel;

/// <summary>Negation and the functions over truth values (DMN 1.5, 10.3.4.2 and 10.3.4.4).</summary>
internal static class LogicFunctions
{
    public static readonly Builtin[] All =
    [
        new("not", new Signature("negand: boolean", static (in Call call) => FeelValue.Of(!call[0].Boolean))),
        new("all", Variants(decisive: false)),
        new("any", Variants(decisive: true)),
        new("is", new Signature("value1: any, value2: any", static (in Call call) => FeelValue.Of(Identity.Same(call[0], call[1])))),
    ];

    private static Signature[] Variants(bool decisive) =>
    [
        new("list: list", (in Call call) => Reduce(call, call.List(0).Items, decisive)),
        new("b...: any", (in Call call) => Reduce(call, call.Arguments, decisive)),
    ];

    private static FeelValue Reduce(in Call call, ReadOnlySpan<FeelValue> items, bool decisive)
    {
        FeelKind? open = null;
        foreach (ref readonly var item in items)
        {
            if (item.Kind == FeelKind.Boolean && item.Boolean == decisive)
            {
                return item;
            }

            open = item.Kind == FeelKind.Boolean ? open : open ?? item.Kind;
        }

        return open is { } kind ? call.Fail("feel.undecided", ("kind", KindNames.Of(kind))) : FeelValue.Of(!decisive);
    }
}

/// <summary>The <c>is</c> function: the same element of the same domain, so offsets and zones matter.</summary>
internal static class Identity
{
    public static bool Same(in FeelValue left, in FeelValue right) => left.Kind == right.Kind && left.Kind switch
    {
        FeelKind.Time => left.Time == right.Time,
        FeelKind.DateTime => left.DateTime == right.DateTime,
        _ => FeelEquality.Same(left, right),
    };
}
