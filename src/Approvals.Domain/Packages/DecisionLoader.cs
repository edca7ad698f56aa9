using Approvals.Decisions;

namespace Approvals.Domain.Packages;

/// <summary>Loads decision models; one may import another of the package or of the shared ones, in any order.</summary>
internal sealed class DecisionLoader(PackageFiles files, PackageFiles shared, List<PackageProblem> problems)
{
    private readonly Dictionary<string, DecisionModel> _byNamespace = new(StringComparer.Ordinal);

    internal PackageDecisions Load()
    {
        var common = Load(shared, "_shared/");
        var own = Load(files, "");
        Twice(own);
        return new PackageDecisions([.. own, .. common]);
    }

    private List<DecisionModel> Load(PackageFiles from, string prefix)
    {
        var models = new List<DecisionModel>();
        var waiting = from.In("decisions", ".dmn").Select(p => (Path: p, Error: (Error?)null)).ToList();
        for (var before = -1; waiting.Count > 0 && waiting.Count != before;)
        {
            before = waiting.Count;
            waiting = [.. waiting.Select(w => (w.Path, Error: Read(from[w.Path], prefix + w.Path, models))).Where(w => w.Error is not null)];
        }

        problems.AddRange(waiting.Select(w => new PackageProblem(prefix + w.Path, "package.decisions")
        {
            Cause = w.Error, Data = w.Error!.Data, Place = w.Error.Data.GetValueOrDefault("line") is { } line ? $"line {line}" : null,
        }));
        return models;
    }

    private Error? Read(ReadOnlyMemory<byte> xml, string path, List<DecisionModel> models)
    {
        var read = DecisionModel.Read(xml, _byNamespace);
        if (read.Error is { } error) return error;
        models.Add(read.Value);
        if (!_byNamespace.TryAdd(read.Value.Namespace, read.Value))
        {
            problems.Add(new PackageProblem(path, "package.namespaceTwice").With("namespace", read.Value.Namespace));
        }

        problems.AddRange(read.Value.Check().Select(p => new PackageProblem(path, p.Code) { Place = Place(p), Data = p.Data }));
        return null;
    }

    private static string Place(DecisionProblem problem) =>
        string.Join(", ", new[] { problem.Element, problem.Rule is { } rule ? $"#{rule}" : null, problem.Column }.Where(p => !string.IsNullOrEmpty(p)));

    private void Twice(List<DecisionModel> models) => problems.AddRange(models.SelectMany(m => m.Decisions).GroupBy(d => d.Name)
        .Where(g => g.Count() > 1).Select(g => new PackageProblem("decisions", "package.decisionTwice").With("decision", g.Key)));
}
