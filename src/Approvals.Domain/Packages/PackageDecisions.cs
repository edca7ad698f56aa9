using System.Collections.Frozen;
using Approvals.Decisions;

namespace Approvals.Domain.Packages;

/// <summary>The decisions of a package by name or id; its own go before shared ones.</summary>
public sealed class PackageDecisions : IDecisions
{
    private readonly FrozenDictionary<string, DecisionModel> _byName;

    internal PackageDecisions(ImmutableArray<(string Path, DecisionModel Model)> files)
    {
        Files = files;
        _byName = Models.SelectMany(m => m.Decisions.SelectMany(d => new[] { (d.Name, Model: m), (Name: d.Id, Model: m) }))
            .Where(d => !string.IsNullOrEmpty(d.Name)).GroupBy(d => d.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.First().Model, StringComparer.Ordinal);
    }

    /// <summary>The models, the package's own first.</summary>
    public IEnumerable<DecisionModel> Models => Files.Select(file => file.Model);

    /// <summary>The models with their files; those of shared ones begin with <c>_shared/</c>.</summary>
    public ImmutableArray<(string Path, DecisionModel Model)> Files { get; }

    /// <summary>Whether there is a decision of this name or id.</summary>
    public bool Has(string decision) => _byName.ContainsKey(decision);

    /// <summary>What a decision needs and gives; null when there is none.</summary>
    public DecisionInfo? Find(string decision) =>
        _byName.GetValueOrDefault(decision)?.Decisions.FirstOrDefault(d => d.Name == decision || d.Id == decision);

    /// <inheritdoc />
    public Result<DecisionResult> Evaluate(string decision, FeelContext inputs) =>
        _byName.TryGetValue(decision, out var model) ? model.Evaluate(decision, inputs) : Unknown(decision);

    /// <summary>Says of each rule of a decision whether it matched, and what failed in those that did not.</summary>
    public Result<DecisionExplanation> Explain(string decision, FeelContext inputs, TableWords words) =>
        _byName.TryGetValue(decision, out var model) ? model.Explain(decision, inputs, words) : Unknown(decision);

    /// <summary>Finds the rule that is nearest to a better answer; null when there is none.</summary>
    public Result<BetterAnswer?> NearestBetter(string decision, FeelContext inputs, TableWords words) =>
        _byName.TryGetValue(decision, out var model) ? model.NearestBetter(decision, inputs, words) : Unknown(decision);

    /// <summary>All that an output of a decision can be; null where that is not known before.</summary>
    public ImmutableArray<FeelValue>? Answers(string decision, string output) => _byName.GetValueOrDefault(decision)?.Answers(decision, output);

    private static Error Unknown(string decision) => new Error("package.decision.unknown", ErrorKind.NotFound).With("decision", decision);
}
