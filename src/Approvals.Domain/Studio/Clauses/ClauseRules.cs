using System.Xml;
using System.Xml.Linq;
using Approvals.Domain.Studio.Compare;

namespace Approvals.Domain.Studio.Clauses;

/// <summary>The texts of decisions: annotations of rules, questions and descriptions.</summary>
internal static class ClauseRules
{
    internal static IEnumerable<ClauseText> Of(string path, string text) => Parse(text) is { } document
        ? document.Descendants().Where(e => e.Name.LocalName is "annotationEntry" or "description" or "question").Select(e => Read(path, e))
        : [];

    private static ClauseText Read(string path, XElement element)
    {
        var decision = element.Ancestors().FirstOrDefault(a => DecisionXml.Is(a, "decision"));
        var rule = element.Ancestors().FirstOrDefault(a => DecisionXml.Is(a, "rule"));
        var use = new ClauseUse(ClauseArea.Rule, path, Id(rule ?? decision), element.Value.Trim())
        {
            Owner = decision is null ? null : CompareWords.Plain(decision.Attribute("label")?.Value ?? decision.Attribute("name")?.Value ?? Id(decision)),
            Decision = decision is null ? null : Id(decision),
            Row = rule?.ElementsBeforeSelf().Count(e => DecisionXml.Is(e, "rule")) + 1,
        };
        return new ClauseText(use, $"{Id(decision)}/{Id(rule)}/{(decision is null ? Id(element.Parent) : "")}", () => Said(element, decision, rule));
    }

    /// <summary>A rule says its cells; a decision all but its rules, which speak for themselves.</summary>
    private static string Said(XElement element, XElement? decision, XElement? rule)
    {
        if (rule is not null)
        {
            return string.Join('\n', rule.Elements().Select(e => e.Value.Trim()));
        }

        if (decision is null)
        {
            return element.Value.Trim();
        }

        var bare = new XElement(decision);
        bare.Descendants().Where(e => DecisionXml.Is(e, "rule")).Remove();
        return bare.ToString(SaveOptions.DisableFormatting);
    }

    private static string Id(XElement? element) => element?.Attribute("id")?.Value ?? "";

    private static XDocument? Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
