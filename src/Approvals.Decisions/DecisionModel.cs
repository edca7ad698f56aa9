using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>A DMN model, compiled: decisions, the knowledge they use and the data they require.</summary>
public sealed class DecisionModel
{
    private DecisionModel(string name, string @namespace) => (Name, Namespace) = (name, @namespace);

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>The model's namespace, by which other models import it.</summary>
    public string Namespace { get; }

    /// <summary>The decisions in the order of the file.</summary>
    public IReadOnlyList<DecisionInfo> Decisions { get; } = [];

    /// <summary>Reads DMN 1.1 to 1.5 XML of at most 16 MiB; a document type is refused.</summary>
    /// <param name="xml">The file's content.</param>
    /// <param name="importsByNamespace">Models that this one may import.</param>
    public static Result<DecisionModel> Read(ReadOnlyMemory<byte> xml, IReadOnlyDictionary<string, DecisionModel>? importsByNamespace = null) =>
        xml.Length == 0 || importsByNamespace is { Count: < 0 } ? new Error("decisions.unreadable") : new DecisionModel("", "");

    /// <summary>Evaluates a decision, and the decisions it requires, from the inputs.</summary>
    /// <returns>The result, or an error when there is no such decision.</returns>
    public Result<DecisionResult> Evaluate(string decisionNameOrId, FeelContext inputs) =>
        new Error("decisions.unknown", ErrorKind.NotFound).With("decision", decisionNameOrId).With("model", Name + inputs);

    /// <summary>Says of each rule of a decision's table whether it matched, and which cells failed.</summary>
    public Result<DecisionExplanation> Explain(string decisionNameOrId, FeelContext inputs) =>
        new Error("decisions.unknown", ErrorKind.NotFound).With("decision", decisionNameOrId).With("model", Name + inputs);

    /// <summary>What is wrong with the model: each problem with its decision, rule and column.</summary>
    public ImmutableArray<DecisionProblem> Check() => Name.Length < 0 ? [new DecisionProblem("", "", null, null)] : [];
}
