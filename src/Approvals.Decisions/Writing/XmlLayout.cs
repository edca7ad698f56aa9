using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Approvals.Decisions;

/// <summary>How written XML looks: the layout of the file that was read, and the usual one where something changed.</summary>
internal static class XmlLayout
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static byte[] Bytes(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            new XDocument(new XDeclaration("1.0", "utf-8", null), new XText("\n"), root, new XText("\n")).Save(writer);
        }

        return stream.ToArray();
    }

    /// <summary>Lays out an element and what is in it, two spaces a level; texts stay as they are.</summary>
    public static void Indent(XElement element) => Indent(element, element.Ancestors().Count());

    private static void Indent(XElement element, int depth)
    {
        if (!element.HasElements || element.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value)))
        {
            return;
        }

        element.Nodes().OfType<XText>().Remove();
        foreach (var child in element.Nodes().ToList())
        {
            child.AddBeforeSelf(new XText("\n" + new string(' ', (depth + 1) * 2)));
            if (child is XElement inner)
            {
                Indent(inner, depth + 1);
            }
        }

        element.Add(new XText("\n" + new string(' ', depth * 2)));
    }
}
