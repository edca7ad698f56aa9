namespace Approvals.Workflows;

/// <summary>What the names in a rule mean.</summary>
internal sealed class PathNames(ImmutableArray<string> names)
{
    private const string PersonName = "person";

    public bool IsEmpty => names.IsEmpty;

    /// <summary>Whether a step of any person is meant.</summary>
    public bool Person { get; } = names.Contains(PersonName);

    public bool Has(string name) => names.Contains(name);

    public bool Match(ActivityNode node) => names.Contains(node.Id) || names.Contains(node.Definition.Type) || names.Contains(node.Definition.Type.Split('.')[^1]);

    /// <summary>Whether leaving by these outcomes is meant: an activity or type with its outcome, as in <c>list:Removed</c>.</summary>
    public bool MatchLeft(ActivityNode node, ImmutableArray<string> outcomes) => names.Any(name => name.Split(':') is [var of, var outcome] &&
        outcomes.Contains(outcome) && (of == node.Id || of == node.Definition.Type || of == node.Definition.Type.Split('.')[^1]));

    public bool MatchEnd(string? result, string? by) => (result is not null && names.Contains(result)) || (by is not null && names.Contains(by));

    /// <summary>Whether a person, and neither a table nor the clock, led to these outcomes.</summary>
    public static bool IsByPerson(ActivityNode node, ImmutableArray<string> outcomes) => node.Activity switch
    {
        Accept accept => outcomes is ["Declined"] || (outcomes is ["Accepted"] && (accept.Silence.Constant != "accepted" || accept.Limit.Expression is null)),
        Review => outcomes is not ["TimedOut"],
        Vote => outcomes is not ["NoQuorum"],
        _ => false,
    };

    /// <summary>Whether a table or the clock decided.</summary>
    public static bool IsAutomatic(ActivityNode node, ImmutableArray<string> outcomes) =>
        node.Activity is Decide || (node.Activity.IsStep && !IsByPerson(node, outcomes));
}
