namespace Approvals.Workflows;

/// <summary>An activity as the definition holds it.</summary>
public sealed record ActivityDefinition
{
    /// <summary>Its id, unique in the definition.</summary>
    public required string Id { get; init; }

    /// <summary>Its type, such as <c>Elsa.Flowchart</c> or <c>Approvals.Review</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its technical name.</summary>
    public string? Name { get; init; }

    /// <summary>Children of a container, in order.</summary>
    public ImmutableArray<ActivityDefinition> Activities { get => field.IsDefault ? [] : field; init; }

    /// <summary>Children by the property that holds them, such as <c>then</c> or <c>body</c>.</summary>
    public ImmutableArray<NamedChild> Slots { get => field.IsDefault ? [] : field; init; }

    /// <summary>A flowchart's connections, in order.</summary>
    public ImmutableArray<Connection> Connections { get => field.IsDefault ? [] : field; init; }

    /// <summary>All other properties in their order: inputs, outputs, metadata, customProperties and unknown ones.</summary>
    public ImmutableArray<RawProperty> Properties { get => field.IsDefault ? [] : field; init; }

    /// <summary>Where it lies in the document, such as <c>root.activities[3]</c>.</summary>
    public string Path { get; init; } = "root";

    /// <summary>The id in its own document; the same as <see cref="Id"/> unless it lies inside a definition used as an activity.</summary>
    public string OwnId => Id[Prefix.Length..];

    /// <summary>What ids inside a definition used as an activity are led by; empty outside of one.</summary>
    internal string Prefix { get; init; } = "";

    /// <summary>What people call it: <c>customProperties.approvals.name</c>, else the designer's text, name or type.</summary>
    public LocalText DisplayName => ActivityTexts.Name(this);

    /// <summary>The case's shown state while a token waits here: <c>customProperties.approvals.state</c>.</summary>
    public string? ShownState => ActivityTexts.Own(this, "state");

    /// <summary>How the case ends here: <c>customProperties.approvals.result</c>.</summary>
    public string? Result => ActivityTexts.Own(this, "result");

    /// <summary>What people call an outcome here: <c>customProperties.approvals.outcomes</c>; null where the definition gives it no name.</summary>
    public LocalText? OutcomeName(string outcome) => ActivityTexts.Outcome(this, outcome);

    /// <summary>The outcomes that the definition gives names.</summary>
    public IEnumerable<string> NamedOutcomes => ActivityTexts.Outcomes(this) is { } names ? names.EnumerateObject().Select(n => n.Name) : [];

    /// <summary>Every child, in the order of the document.</summary>
    public IEnumerable<ActivityDefinition> Children => [.. Activities, .. Slots.Select(s => s.Activity)];

    /// <summary>This activity and everything in it.</summary>
    public IEnumerable<ActivityDefinition> WithDescendants() => [this, .. Children.SelectMany(c => c.WithDescendants())];

    /// <summary>The child that a property holds, by its name without regard to case; null when there is none.</summary>
    internal ActivityDefinition? Slot(string property)
    {
        foreach (var slot in Slots)
        {
            if (string.Equals(slot.Property, property, StringComparison.OrdinalIgnoreCase))
            {
                return slot.Activity;
            }
        }

        return null;
    }

    /// <summary>The same under other ids, as a part of another definition.</summary>
    internal ActivityDefinition Under(string prefix) => this with
    {
        Id = prefix + Id,
        Prefix = prefix,
        Activities = [.. Activities.Select(a => a.Under(prefix))],
        Slots = [.. Slots.Select(s => s with { Activity = s.Activity.Under(prefix) })],
        Connections = [.. Connections.Select(c => c with { Source = prefix + c.Source, Target = prefix + c.Target })],
    };

    /// <summary>A property by name, without regard to case; null when there is none.</summary>
    public JsonElement? Property(string name)
    {
        foreach (var property in Properties)
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return null;
    }
}

/// <summary>A child that a property holds.</summary>
/// <param name="Property">Name of the property, with the place in its list: <c>then</c>, <c>branches[0]</c>, <c>cases[0].activity</c>.</param>
/// <param name="Activity">The child.</param>
public sealed record NamedChild(string Property, ActivityDefinition Activity);

/// <summary>A connection of a flowchart.</summary>
/// <param name="Source">Id of the activity it leaves.</param>
/// <param name="Port">The outcome it follows.</param>
/// <param name="Target">Id of the activity it enters.</param>
/// <param name="TargetPort">The port it enters by.</param>
public sealed record Connection(string Source, string Port, string Target, string TargetPort = "In")
{
    /// <summary>All other properties in their order, such as <c>vertices</c>.</summary>
    public ImmutableArray<RawProperty> Properties { get => field.IsDefault ? [] : field; init; }
}
