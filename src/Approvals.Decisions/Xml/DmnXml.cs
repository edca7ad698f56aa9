using System.Xml;
using System.Xml.Linq;

namespace Approvals.Decisions;

/// <summary>Loads DMN XML and finds elements by their local names, whatever the version's namespace.</summary>
internal static class DmnXml
{
    public const int MostBytes = 16 * 1024 * 1024;
    private const int MostDepth = 300;

    public static Result<XElement> Load(ReadOnlyMemory<byte> xml)
    {
        if (xml.Length > MostBytes)
        {
            return new Error("decisions.tooLarge", ErrorKind.TooLarge);
        }

        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostBytes };
        try
        {
            using var stream = new MemoryStream(xml.ToArray(), writable: false);
            using var depthCheck = XmlReader.Create(stream, settings);
            while (depthCheck.Read())
            {
                if (depthCheck.Depth > MostDepth)
                {
                    return new Error("decisions.tooDeep");
                }
            }

            stream.Position = 0;
            using var reader = XmlReader.Create(stream, settings);
            var root = XElement.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
            return root.Name.LocalName == "definitions" ? root : new Error("decisions.notDefinitions").With("element", root.Name.LocalName);
        }
        catch (XmlException exception)
        {
            return new Error("decisions.notXml").With("line", $"{exception.LineNumber}").With("column", $"{exception.LinePosition}");
        }
    }

    public static IEnumerable<XElement> All(this XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    public static XElement? One(this XElement element, string name) => element.All(name).FirstOrDefault();

    public static string? Text(this XElement element, string attribute) => element.Attribute(attribute)?.Value;

    /// <summary>The content of the <c>text</c> child, without the whitespace around it; null when there is none.</summary>
    public static string? Content(this XElement element) => element.One("text")?.Value.Trim();

    /// <summary>A name with its whitespace normalised, as expressions spell it.</summary>
    public static string NameOf(this XElement element) => Feel.FeelName.Normalize(element.Text("name") ?? "");
}
