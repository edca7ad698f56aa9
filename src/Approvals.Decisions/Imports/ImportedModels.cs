using System.Xml.Linq;

namespace Approvals.Decisions;

/// <summary>The models that a model imports: those with a name, by it, and those without.</summary>
internal sealed record ImportedModels(IReadOnlyDictionary<string, DecisionModel> Named, IReadOnlyList<DecisionModel> Unnamed)
{
    public static ImportedModels Of(XElement root, IReadOnlyDictionary<string, DecisionModel> byNamespace, Problems problems)
    {
        var named = new Dictionary<string, DecisionModel>(StringComparer.Ordinal);
        var unnamed = new List<DecisionModel>();
        foreach (var import in root.All("import").Where(import => import.Text("importType")?.Contains("DMN", StringComparison.OrdinalIgnoreCase) != false))
        {
            var (name, space) = (import.NameOf(), import.Text("namespace") ?? "");
            if (name.Length == 0 && space == root.Text("namespace"))
            {
                continue;
            }

            if (!byNamespace.TryGetValue(space, out var model))
            {
                problems.Add("decisions.unknownImport", name, ("namespace", space));
            }
            else if (name.Length == 0)
            {
                unnamed.Add(model);
            }
            else if (!named.TryAdd(name, model))
            {
                problems.Add("decisions.duplicateImport", name);
            }
        }

        return new ImportedModels(named, unnamed);
    }

    /// <summary>With the named imports of the merged models.</summary>
    public IReadOnlyDictionary<string, DecisionModel> All()
    {
        var all = new Dictionary<string, DecisionModel>(Named, StringComparer.Ordinal);
        foreach (var (name, model) in Unnamed.SelectMany(model => model.Imports))
        {
            all.TryAdd(name, model);
        }

        return all;
    }
}
