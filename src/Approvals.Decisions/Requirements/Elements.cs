using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>An element of a requirement graph (DMN 1.5, 6.3).</summary>
internal abstract class GraphElement(DecisionModel model, string id, string name, ItemType type)
{
    public DecisionModel Model => model;

    public string Id => id;

    public string Name => name;

    public ItemType Type => type;

    /// <summary>As what it can be asked for; null when it cannot.</summary>
    public InvocableKind? Invocable => this switch
    {
        Decision => InvocableKind.Decision,
        Service => InvocableKind.DecisionService,
        Knowledge => InvocableKind.BusinessKnowledgeModel,
        _ => null,
    };
}

/// <summary>Data that comes from outside.</summary>
internal sealed class InputData(DecisionModel model, string id, string name, ItemType type) : GraphElement(model, id, name, type);

/// <summary>An element with a logic that requires others.</summary>
internal abstract class LogicElement(DecisionModel model, string id, string name, ItemType type) : GraphElement(model, id, name, type)
{
    public ImmutableArray<Requirement> Requirements
    {
        get;
        set
        {
            field = value;
            var names = value.Select(requirement => requirement.Element.Name).Distinct(StringComparer.Ordinal).ToArray();
            Names = names.Length == value.Length && value.All(requirement => requirement.Import.Length == 0) ? names : null;
        }
    }

    = [];

    /// <summary>The names of what is required, when all are distinct and the model's own.</summary>
    public string[]? Names { get; private set; } = [];

    public Box Logic { get; set; } = new BrokenBox();

    /// <summary>The decision table, when the logic is one.</summary>
    public DecisionTable? Table => Logic as DecisionTable ?? (Logic is TypedBox { Parts: var parts } ? parts.Single() as DecisionTable : null);
}

/// <summary>A decision.</summary>
internal sealed class Decision(DecisionModel model, string id, string name, ItemType type) : LogicElement(model, id, name, type)
{
    /// <summary>What people call it; null or empty where its name is all there is.</summary>
    public string? Label { get; init; }
}

/// <summary>A business knowledge model: a function that decisions and others call.</summary>
internal sealed class Knowledge(DecisionModel model, string id, string name, ItemType type) : LogicElement(model, id, name, type);

/// <summary>A decision service: a function whose body is a part of the graph.</summary>
internal sealed class Service(DecisionModel model, string id, string name, ItemType type) : GraphElement(model, id, name, type)
{
    public ImmutableArray<Requirement> InputDecisions { get; set; } = [];

    public ImmutableArray<Requirement> Inputs { get; set; } = [];

    public ImmutableArray<Requirement> Outputs { get; set; } = [];
}

/// <summary>A required element and the import under whose name it is known, which is empty for the model's own and for an import without a name.</summary>
internal sealed record Requirement(string Import, GraphElement Element)
{
    /// <summary>The name by which the one who requires it knows it.</summary>
    public string Name => Import.Length == 0 ? Element.Name : $"{Import}.{Element.Name}";
}

/// <summary>Puts values under the names by which expressions find them.</summary>
internal static class Scoping
{
    /// <summary>An imported element's value is a member of a context with the import's name.</summary>
    public static FeelContext With(this FeelContext scope, Requirement requirement, FeelValue value)
    {
        if (requirement.Import.Length == 0)
        {
            return scope.With(requirement.Element.Name, value);
        }

        var members = scope[requirement.Import].TryGetContext(out var known) ? known : FeelContext.Empty;
        return scope.With(requirement.Import, FeelValue.Of(members.With(requirement.Element.Name, value)));
    }

    public static FeelScope With(this FeelScope scope, Requirement requirement, FeelType type)
    {
        if (requirement.Import.Length == 0)
        {
            return scope.With(requirement.Element.Name, type);
        }

        var members = scope.Names.GetValueOrDefault(requirement.Import)?.Members ?? [];
        return scope.With(requirement.Import, FeelType.ContextOf([.. members, KeyValuePair.Create(requirement.Element.Name, type)]));
    }
}
