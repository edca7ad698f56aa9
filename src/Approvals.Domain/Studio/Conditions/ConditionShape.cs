namespace Approvals.Domain.Studio.Conditions;

/// <summary>The one form of groups that mean the same by their shape: no group of nothing, none of one part where the part says it all.</summary>
internal static class ConditionShape
{
    internal static ConditionGroup Normal(ConditionGroup group)
    {
        var inner = Inside(group);
        return inner switch
        {
            { Items: [{ Group: { } only }], Match: not ConditionMatch.None } => only,
            { Items: [{ Test: { } test }], Match: ConditionMatch.None } when Opposite(test) is { } other => new ConditionGroup(ConditionMatch.All, [new ConditionItem(other, null)]),
            { Items: [_], Match: ConditionMatch.Any } => inner with { Match = ConditionMatch.All },
            { Items: [] } => new ConditionGroup(ConditionMatch.All, []),
            _ => inner,
        };
    }

    /// <summary>How many tests and groups there are.</summary>
    internal static int Count(ConditionGroup group) => group.Items.Sum(item => 1 + (item.Group is { } inner ? Count(inner) : 0));

    /// <summary>Every test, in order.</summary>
    internal static IEnumerable<ConditionTest> Tests(ConditionGroup group) =>
        group.Items.SelectMany(item => item.Group is { } inner ? Tests(inner) : item.Test is { } test ? [test] : []);

    private static ConditionGroup Inside(ConditionGroup group)
    {
        var items = group.Items.Select(Item).OfType<ConditionItem>().ToImmutableArray();
        return group.Match == ConditionMatch.None && items is [{ Group: { Match: ConditionMatch.Any } only }]
            ? new ConditionGroup(ConditionMatch.None, only.Items)
            : group with { Items = items };
    }

    private static ConditionItem? Item(ConditionItem item)
    {
        if (item.Group is not { } group)
        {
            return item.Test is null ? null : item;
        }

        var inner = Inside(group);
        return inner switch
        {
            { Items: [] } => null,
            { Items: [var only], Match: not ConditionMatch.None } => only,
            { Items: [{ Test: { } test }] } when Opposite(test) is { } other => new ConditionItem(other, null),
            _ => new ConditionItem(null, inner),
        };
    }

    /// <summary>The test that says the opposite, where there is one that is written as a negation.</summary>
    private static ConditionTest? Opposite(ConditionTest test) => test.Operator switch
    {
        ConditionOperator.In => test with { Operator = ConditionOperator.NotIn },
        ConditionOperator.Contains => test with { Operator = ConditionOperator.NotContains },
        ConditionOperator.Has => test with { Operator = ConditionOperator.HasNot },
        _ => null,
    };
}
