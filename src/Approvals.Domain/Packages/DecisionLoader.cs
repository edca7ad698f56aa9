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

    private List<(string Path, DecisionModel Model)> Load(PackageFiles from, string prefix)
    {
        var models = new List<(string Path, DecisionModel Model)>();
        foreach (var path in ImportedFirst(from))
        {
            if (Read(from[path], prefix + path, models) is { } error)
            {
                problems.Add(new PackageProblem(prefix + path, "package.decisions")
                {
                    Cause = error, Data = error.Data, Place = error.Data.GetValueOrDefault("line") is { } line ? $"line {line}" : null,
                });
            }
        }

        return models;
    }

    /// <summary>Each model after those of the folder that it imports; those that import each other in a circle stay in the order of their paths.</summary>
    private static List<string> ImportedFirst(PackageFiles from)
    {
        var headers = from.In("decisions", ".dmn").Select(path => (Path: path, Header: ModelHeader.Read(from[path]) is { IsSuccess: true } read ? read.Value : null)).ToList();
        var ordered = new List<string>();
        while (headers.Count > 0)
        {
            var open = headers.Select(h => h.Header?.Namespace).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var ready = headers.FindAll(h => h.Header?.Imports.Any(i => i != h.Header.Namespace && open.Contains(i)) != true);
            ordered.AddRange((ready.Count > 0 ? ready : headers).Select(h => h.Path));
            headers = ready.Count > 0 ? headers.FindAll(h => !ordered.Contains(h.Path)) : [];
        }

        return ordered;
    }

    private Error? Read(ReadOnlyMemory<byte> xml, string path, List<(string Path, DecisionModel Model)> models)
    {
        var read = DecisionModel.Read(xml, _byNamespace);
        if (read.Error is { } error) return error;
        models.Add((path, read.Value));
        if (!_byNamespace.TryAdd(read.Value.Namespace, read.Value))
        {
            problems.Add(new PackageProblem(path, "package.namespaceTwice").With("namespace", read.Value.Namespace));
        }

        problems.AddRange(read.Value.Check().Select(p => new PackageProblem(path, p.Code) { Place = Place(p), Data = p.Data }));
        return null;
    }

    private static string Place(DecisionProblem problem) =>
        string.Join(", ", new[] { problem.Element, problem.Rule is { } rule ? $"#{rule}" : null, problem.Column }.Where(p => !string.IsNullOrEmpty(p)));

    private void Twice(List<(string Path, DecisionModel Model)> models) => problems.AddRange(models.SelectMany(m => m.Model.Decisions).GroupBy(d => d.Name)
        .Where(g => g.Count() > 1).Select(g => new PackageProblem("decisions", "package.decisionTwice").With("decision", g.Key)));
}
