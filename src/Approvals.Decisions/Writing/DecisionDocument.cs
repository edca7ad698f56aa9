using System.Collections.Immutable;
using System.Xml.Linq;

namespace Approvals.Decisions;

/// <summary>
/// A DMN file that can be changed and written, as DMN 1.5. It keeps what it does not know: unknown elements and attributes,
/// extension elements, and diagrams. Immutable: a change gives another document.
/// </summary>
public sealed class DecisionDocument
{
    private readonly XElement _root;

    /// <summary>The definitions; whoever changes them changes a copy.</summary>
    internal XElement Root => _root;

    private DecisionDocument(XElement root) => _root = root;

    /// <summary>The model's name.</summary>
    public string Name => _root.NameOf();

    /// <summary>The model's namespace.</summary>
    public string Namespace => _root.Text("namespace") ?? "";

    /// <summary>The decisions and knowledge models whose logic is a table, by name, in the order of the file.</summary>
    public ImmutableArray<string> Tables => [.. _root.Elements().Where(element => TableOf(element) is not null).Select(NameOf)];

    /// <summary>Reads DMN 1.1 to 1.5 XML of at most 16 MiB; a document type is refused.</summary>
    public static Result<DecisionDocument> Read(ReadOnlyMemory<byte> xml) => DmnXml.Load(xml).Map(root => new DecisionDocument(DmnVersions.Upgraded(root)));

    /// <summary>A document of nothing yet.</summary>
    public static DecisionDocument Empty(string name, string space) => new(new XElement(
        XName.Get("definitions", DmnVersions.Model), new XAttribute("id", "model"), new XAttribute("name", name), new XAttribute("namespace", space),
        new XAttribute("expressionLanguage", DmnVersions.Feel), new XAttribute("typeLanguage", DmnVersions.Feel), "\n"));

    /// <summary>The document as DMN 1.5 XML in UTF-8.</summary>
    public byte[] Write() => XmlLayout.Bytes(_root);

    /// <summary>The document's model, compiled.</summary>
    /// <param name="importsByNamespace">Models that this one may import.</param>
    public Result<DecisionModel> Compile(IReadOnlyDictionary<string, DecisionModel>? importsByNamespace = null) =>
        DecisionModel.Read(Write(), importsByNamespace);

    /// <summary>The table of a decision or knowledge model.</summary>
    /// <returns>The table; an error when there is no such element or its logic is not a table.</returns>
    public Result<TableGrid> Table(string nameOrId) => Find(_root, nameOrId).Map(found => GridXml.Read(found.Table, NameOf(found.Owner)));

    /// <summary>
    /// The document with another table in a decision or knowledge model. Columns keep what the grid does not speak of by their
    /// expression or name, else by their place; rules by their id.
    /// </summary>
    /// <returns>The document; an error when there is no such table, or when a rule has not as many cells as there are columns.</returns>
    public Result<DecisionDocument> WithTable(string nameOrId, TableGrid table)
    {
        var uneven = table.Rules.IndexOf(table.Rules.FirstOrDefault(rule => rule.Cells.Length != table.Inputs.Length || rule.Results.Length != table.Outputs.Length)!);
        if (uneven >= 0)
        {
            return new DecisionProblem("decisions.wrongCellCount", table.Name, uneven + 1, null).ToError();
        }

        var copy = new XElement(_root);
        return Find(copy, nameOrId).Map(found =>
        {
            GridXml.Write(found.Table, table);
            return new DecisionDocument(copy);
        });
    }

    /// <summary>The document with its definitions changed; what the change refuses leaves it as it is.</summary>
    internal Result<DecisionDocument> Changed(Func<XElement, Error?> change)
    {
        var copy = new XElement(_root);
        return change(copy) is { } error ? error : new DecisionDocument(copy);
    }

    /// <summary>The element of a decision, knowledge model or input data by its name or id; null when there is none.</summary>
    internal static XElement? ElementOf(XElement root, string nameOrId) =>
        root.Elements().Where(element => DocumentElements.KindOf(element) is not null) is var known
        && known.FirstOrDefault(element => element.Text("id") == nameOrId) is { } byId ? byId
            : root.Elements().FirstOrDefault(element => DocumentElements.KindOf(element) is not null && NameOf(element) == Feel.FeelName.Normalize(nameOrId));

    internal static string NameOf(XElement element) => element.NameOf() is { Length: > 0 } name ? name : element.Text("id") ?? "";

    private static XElement? TableOf(XElement element) => element.Name.LocalName switch
    {
        "decision" => element.One("decisionTable"),
        "businessKnowledgeModel" => element.One("encapsulatedLogic")?.One("decisionTable"),
        _ => null,
    };

    private Result<(XElement Owner, XElement Table)> Find(XElement root, string nameOrId)
    {
        var name = Feel.FeelName.Normalize(nameOrId);
        var owner = root.Elements().FirstOrDefault(element => element.Name.LocalName is "decision" or "businessKnowledgeModel" && (NameOf(element) == name || element.Text("id") == nameOrId));
        if (owner is null)
        {
            return new Error("decisions.unknownDecision", ErrorKind.NotFound).With("decision", nameOrId).With("model", Name);
        }

        return TableOf(owner) is { } table ? (owner, table) : new Error("decisions.notTable").With("decision", NameOf(owner));
    }
}
