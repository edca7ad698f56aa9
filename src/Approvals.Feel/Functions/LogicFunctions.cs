namespace Approvals.Feel;

/// <summary>Negation and the functions over truth values (DMN 1.5, 10.3.4.2 and 10.3.4.4).</summary>
internal static class LogicFunctions
{
    public static readonly Builtin[] All =
    [
        new("not", new Signature("negand: boolean", static (in Call call) => FeelValue.Of(!call[0].Boolean))),
        new("all", Variants(decisive: false)),
        new("any", Variants(decisive: true)),
        new("is", new Signature("value1: any, value2: any", static (in Call call) => FeelValue.Of(Identity.Same(call[0], call[1]))) { IgnoresOthers = true }),
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

/// <summary>
/// The <c>is</c> function: the same element of the same domain. A time has its reading and its offset (DMN 1.5, 10.3.2.3.4 and 10.3.2.3.6);
/// a zone counts as the offset that it gives, and one without is another than one in UTC.
/// </summary>
internal static class Identity
{
    public static bool Same(in FeelValue left, in FeelValue right) => left.Kind == right.Kind && left.Kind switch
    {
        FeelKind.Time => Same(left.Time, right.Time) && left.Time.Zone?.OffsetOfTime == right.Time.Zone?.OffsetOfTime,
        FeelKind.DateTime => left.DateTime.Date == right.DateTime.Date && Same(left.DateTime.Time, right.DateTime.Time) && left.DateTime.Offset == right.DateTime.Offset,
        _ => FeelEquality.Same(left, right),
    };

    private static bool Same(CivilTime left, CivilTime right) => left.Nanoseconds == right.Nanoseconds && left.Zone is null == right.Zone is null;
}
