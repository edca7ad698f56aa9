using System.Xml.Linq;

namespace Approvals.Decisions;

/// <summary>
/// A model's elements with those of the models that it imports without a name (DMN 1.5, 6.3.3): these belong to the model as if they
/// stood in it. Of two elements of one name the model's own counts, then that of the earlier import; whoever refers to the
/// other finds the one that counts.
/// </summary>
internal sealed class MergedModel
{
    private static readonly string[] Referring = ["requiredInput", "requiredDecision", "requiredKnowledge", "inputData", "inputDecision", "outputDecision", "encapsulatedDecision"];

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public MergedModel(XElement root, string space, IEnumerable<DecisionModel> unnamed)
    {
        Root = root;
        var merged = unnamed.Where(model => model.Namespace != space).Select(model => model.Merged).ToList();
        if (merged.Count == 0)
        {
            return;
        }

        Root = new XElement(root);
        var names = Root.Elements().Select(Key).ToHashSet(StringComparer.Ordinal);
        var ids = Root.Elements().Select(element => element.Text("id")).ToHashSet(StringComparer.Ordinal);
        foreach (var (model, source) in unnamed.Where(model => model.Namespace != space).Zip(merged))
        {
            foreach (var element in source.Root.Elements())
            {
                Add(element, model.Namespace, names, ids);
            }

            foreach (var (reference, name) in source._names)
            {
                _names.TryAdd(reference, name);
            }
        }
    }

    /// <summary>The definitions with all elements that belong to the model.</summary>
    public XElement Root { get; }

    /// <summary>The namespaces that were merged.</summary>
    public bool Has(string space) => _names.Keys.Any(reference => reference.StartsWith(space + "#", StringComparison.Ordinal));

    /// <summary>The name of a merged element, by <c>namespace#id</c>.</summary>
    public string? NameOf(string reference) => _names.GetValueOrDefault(reference);

    /// <summary>A type may have the name of a decision, but not of another type; imports have names of their own.</summary>
    private static string Key(XElement element) => element.Name.LocalName switch
    {
        "itemDefinition" => "type " + element.NameOf(),
        "import" => "import " + element.NameOf(),
        _ => element.NameOf(),
    };

    private void Add(XElement element, string space, HashSet<string> names, HashSet<string?> ids)
    {
        var reference = $"{space}#{element.Text("id") ?? element.NameOf()}";
        if (element.NameOf().Length > 0 && element.Name.LocalName is not ("itemDefinition" or "import"))
        {
            _names.TryAdd(reference, element.NameOf());
        }

        if (element.NameOf().Length == 0 || !names.Add(Key(element)))
        {
            return;
        }

        var copy = new XElement(element);
        foreach (var inner in copy.DescendantsAndSelf().Where(inner => Referring.Contains(inner.Name.LocalName) && inner.Text("href")?.StartsWith('#') == true))
        {
            inner.SetAttributeValue("href", space + inner.Text("href"));
        }

        if (element.Text("id") is { } id && !ids.Add(id))
        {
            copy.SetAttributeValue("id", reference);
        }

        Root.Add(copy);
    }
}
