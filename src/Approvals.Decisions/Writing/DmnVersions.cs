using System.Collections.Frozen;
using System.Xml.Linq;

namespace Approvals.Decisions;

/// <summary>Turns the XML of DMN 1.1 to 1.4 into that of 1.5: namespaces, languages, and names of types that were qualified by a prefix.</summary>
internal static class DmnVersions
{
    public const string Model = "https://www.omg.org/spec/DMN/20230324/MODEL/";
    public const string Feel = "https://www.omg.org/spec/DMN/20230324/FEEL/";
    private const string Diagram = "https://www.omg.org/spec/DMN/20230324/DMNDI/";

    /// <summary>Every older namespace with that of 1.5; those of shapes and points (DC, DI) are the same since 1.2.</summary>
    private static readonly FrozenDictionary<string, string> Newer = new Dictionary<string, string>
    {
        ["http://www.omg.org/spec/DMN/20151101/dmn.xsd"] = Model,
        ["http://www.omg.org/spec/DMN/20151101/dmn11.xsd"] = Model,
        ["http://www.omg.org/spec/DMN/20180521/MODEL/"] = Model,
        ["https://www.omg.org/spec/DMN/20191111/MODEL/"] = Model,
        ["https://www.omg.org/spec/DMN/20211108/MODEL/"] = Model,
        ["http://www.omg.org/FEEL/20140401"] = Feel,
        ["http://www.omg.org/spec/FEEL/20140401"] = Feel,
        ["http://www.omg.org/spec/DMN/20180521/FEEL/"] = Feel,
        ["https://www.omg.org/spec/DMN/20191111/FEEL/"] = Feel,
        ["https://www.omg.org/spec/DMN/20211108/FEEL/"] = Feel,
        ["http://www.omg.org/spec/DMN/20180521/DMNDI/"] = Diagram,
        ["https://www.omg.org/spec/DMN/20191111/DMNDI/"] = Diagram,
        ["https://www.omg.org/spec/DMN/20211108/DMNDI/"] = Diagram,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The same definitions in DMN 1.5; everything that is not DMN's stays as it is.</summary>
    public static XElement Upgraded(XElement definitions)
    {
        var root = new XElement(definitions);
        foreach (var element in root.DescendantsAndSelf().Where(element => IsOfDmn(element.Name)))
        {
            Unqualify(element, root);
        }

        foreach (var element in root.DescendantsAndSelf().ToList())
        {
            Rename(element);
        }

        return root;
    }

    private static bool IsOfDmn(XName name) => name.NamespaceName == Model || Newer.GetValueOrDefault(name.NamespaceName) == Model;

    private static void Rename(XElement element)
    {
        var isOfDmn = IsOfDmn(element.Name);
        if (Newer.TryGetValue(element.Name.NamespaceName, out var space))
        {
            element.Name = XName.Get(element.Name.LocalName, space);
        }

        foreach (var attribute in element.Attributes().ToList())
        {
            var names = attribute.IsNamespaceDeclaration || (isOfDmn && attribute.Name.LocalName is "expressionLanguage" or "typeLanguage" or "importType");
            if (names && Newer.TryGetValue(attribute.Value, out var newer))
            {
                attribute.Value = newer;
            }
        }
    }

    private static void Unqualify(XElement element, XElement root)
    {
        foreach (var attribute in element.Attributes().Where(attribute => attribute.Name.LocalName is "typeRef" or "outputTypeRef"))
        {
            attribute.Value = Unqualified(attribute.Value, element, root);
        }

        if (element.Name.LocalName == "typeRef" && !element.HasElements)
        {
            element.Value = Unqualified(element.Value.Trim(), element, root);
        }
    }

    /// <summary>Since 1.2 a type is named plainly, an imported one behind the import's name.</summary>
    private static string Unqualified(string type, XElement element, XElement root)
    {
        var colon = type.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || type.AsSpan(0, colon).ContainsAny(' ', '<') || element.GetNamespaceOfPrefix(type[..colon]) is not { } space)
        {
            return type;
        }

        var local = type[(colon + 1)..];
        var import = root.All("import").FirstOrDefault(import => import.Text("namespace") == space.NamespaceName)?.NameOf();
        return string.IsNullOrEmpty(import) ? local : $"{import}.{local}";
    }
}
