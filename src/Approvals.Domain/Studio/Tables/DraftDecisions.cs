using Approvals.Decisions;
using Approvals.Domain.Packages;

namespace Approvals.Domain.Studio.Tables;

/// <summary>The decision models of a draft, as far as they can be read; a draft may be broken.</summary>
public sealed class DraftDecisions
{
    private readonly ServicePackage? _package;

    private DraftDecisions(PackageDecisions decisions, ServicePackage? package) => (Models, _package) = (decisions, package);

    /// <summary>The models.</summary>
    public PackageDecisions Models { get; }

    /// <summary>What people call what the tables read; only their own labels where the package does not load.</summary>
    public TableWords Words => _package?.Words ?? TableWords.None;

    /// <summary>Loads the models of a draft.</summary>
    /// <param name="files">The draft's files.</param>
    /// <param name="shared">The shared files that it is checked with.</param>
    public static DraftDecisions Load(DraftFiles files, DraftFiles shared) => ServicePackage.Load(files.Files, shared.Files).Package is { } package
        ? new DraftDecisions(package.Decisions, package)
        : new DraftDecisions(new DecisionLoader(new PackageFiles(files.Files), new PackageFiles(shared.Files), []).Load(), null);

    /// <summary>The model of a file; null when it cannot be read.</summary>
    public DecisionModel? Model(string file) => Models.Files.FirstOrDefault(known => known.Path == file).Model;

    /// <summary>The models by namespace, but for that of a file.</summary>
    public IReadOnlyDictionary<string, DecisionModel> Others(string file) => Models.Files.Where(known => known.Path != file)
        .DistinctBy(known => known.Model.Namespace).ToImmutableDictionary(known => known.Model.Namespace, known => known.Model, StringComparer.Ordinal);
}
