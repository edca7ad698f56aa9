using Approvals.Decisions;
using Approvals.Domain.Forms;
using Approvals.Domain.Letters;
using Approvals.Domain.Scenarios;

namespace Approvals.Domain.Packages;

/// <summary>A service package (事项包), loaded and compiled: everything a service is. Immutable.</summary>
public sealed class ServicePackage
{
    private TableWords? _words;

    /// <summary>What people call what the package's tables read.</summary>
    public TableWords Words => _words ??= DecisionVocabulary.Of(this);

    internal ServicePackage()
    {
    }

    public required ServiceInfo Service { get; init; }

    /// <summary>The main flow.</summary>
    public required WorkflowDefinition Workflow { get; init; }

    /// <summary>Child definitions by id.</summary>
    public required IReadOnlyDictionary<string, WorkflowDefinition> Flows { get; init; }

    /// <summary>Forms by id.</summary>
    public required IReadOnlyDictionary<string, Form> Forms { get; init; }

    /// <summary>The package's decisions and the shared ones.</summary>
    public required PackageDecisions Decisions { get; init; }

    /// <summary>Letters by name; the package's own go before shared ones of the same name.</summary>
    public required IReadOnlyDictionary<string, LetterPair> Letters { get; init; }

    /// <summary>Dictionaries by name, to choose from.</summary>
    public required IReadOnlyDictionary<string, ImmutableArray<FormOption>> Dictionaries { get; init; }

    /// <summary>What people call the dictionaries, by name.</summary>
    public IReadOnlyDictionary<string, LocalText> DictionaryNames { get; init; } = ImmutableSortedDictionary<string, LocalText>.Empty;

    /// <summary>What must hold for every service, from the shared files.</summary>
    public ImmutableArray<Guarantee> SharedGuarantees { get; init; } = [];

    public required ImmutableArray<Scenario> Scenarios { get; init; }

    /// <summary>SHA-256 over paths and bytes of the package's own files, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The same over the shared files that it was loaded with.</summary>
    public required string SharedHash { get; init; }

    /// <summary>Loads a package from its files.</summary>
    /// <param name="files">Content by path inside the package, with forward slashes.</param>
    /// <param name="shared">Content of the shared files, likewise.</param>
    /// <returns>The package, unless something is wrong with it; and all problems, warnings included.</returns>
    public static PackageLoad Load(
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> shared) =>
        new PackageLoader(files, shared).Load();

    /// <summary>Says of each rule of a decision whether it matched, and what failed in those that did not, in the package's words.</summary>
    public Result<DecisionExplanation> Explain(string decision, FeelContext inputs) =>
        Decisions.Explain(decision, inputs, Words);

    /// <summary>The rule of a decision that is nearest to a better answer, in the package's words; null when there is none.</summary>
    public Result<BetterAnswer?> NearestBetter(string decision, FeelContext inputs) =>
        Decisions.NearestBetter(decision, inputs, Words);

    /// <summary>The fields that feed an input of its decisions, or bear its name.</summary>
    public ImmutableArray<FormComponent> FieldsFeeding(string input) => DecisionVocabulary.Feeding(this, input);

    /// <summary>The activity of the main flow or a child flow by id.</summary>
    public ActivityDefinition? Activity(string id) =>
        Workflow.Activity(id) ?? Flows.Values.Select(f => f.Activity(id)).FirstOrDefault(a => a is not null);

    /// <summary>An id of this package as it is known outside: <c>&lt;service&gt;/&lt;id&gt;</c>.</summary>
    public string Scoped(string id) => $"{Service.Code}/{id}";
}

/// <summary>A loaded package and what is wrong with it.</summary>
/// <param name="Package">The package; null when a problem is an error.</param>
/// <param name="Problems">Everything found, in the order of the files.</param>
public sealed record PackageLoad(ServicePackage? Package, ImmutableArray<PackageProblem> Problems);
