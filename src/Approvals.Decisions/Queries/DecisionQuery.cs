using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>The kinds of element that can be asked for a value.</summary>
public enum InvocableKind
{
    /// <summary>A decision.</summary>
    Decision,

    /// <summary>A decision service (DMN 1.5, 10.4): a part of the graph as a function.</summary>
    DecisionService,

    /// <summary>A business knowledge model: a function of its parameters.</summary>
    BusinessKnowledgeModel,
}

/// <summary>What is asked of a model: decisions by name, or one decision, decision service or business knowledge model.</summary>
public sealed record DecisionQuery
{
    /// <summary>Names or ids of what is asked for; when there are none, every decision of the model.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>The kind of the elements; null finds a decision first, then a service, then a knowledge model.</summary>
    public InvocableKind? Kind { get; init; }

    /// <summary>
    /// Values of input data, of decisions that are not to be evaluated, and of parameters, by name. A string is taken for a number,
    /// boolean, date, time or duration where the model declares one and the string spells it.
    /// </summary>
    public FeelContext Inputs { get; init; } = FeelContext.Empty;

    /// <summary>The instant that <c>today()</c> and <c>now()</c> tell; null takes the inputs of these names.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>For an input that belongs to an imported model: the model's namespace by the input's name.</summary>
    public ImmutableDictionary<string, string> InputNamespaces { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>What a model answered.</summary>
/// <param name="Results">
/// The values by the names asked for. A decision service gives the values of its output decisions under their names, and its own
/// value under its name.
/// </param>
/// <param name="Matched">The rules that matched, in order of evaluation.</param>
/// <param name="Diagnostics">What went wrong in the evaluation.</param>
/// <param name="Problems">What is wrong with the elements that were needed, and the names that the model does not have.</param>
public sealed record DecisionAnswer(
    FeelContext Results, ImmutableArray<MatchedRule> Matched, ImmutableArray<FeelDiagnostic> Diagnostics, ImmutableArray<DecisionProblem> Problems);
