using System.Xml.Linq;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Changes of literal expressions and of the entries of contexts. The entry of an empty name is the one expression, or a context's result.</summary>
public static class EntryEdits
{
    private const int MostEntries = 200;

    /// <summary>The document with another expression of an entry; an entry that is not there yet is made before the result.</summary>
    /// <param name="document">The document.</param>
    /// <param name="decision">The decision by name or id.</param>
    /// <param name="entry">The entry's name.</param>
    /// <param name="text">The expression.</param>
    public static Result<DecisionDocument> WithEntry(this DecisionDocument document, string decision, string entry, string text) => Changed(document, decision, logic =>
    {
        if (text.Length > TableSheet.MostCharacters)
        {
            return new Error("decisions.edit.text");
        }

        if (logic.Name.LocalName == "literalExpression")
        {
            return entry.Length == 0 ? Write(logic, text) : NoEntry(entry);
        }

        if (Find(logic, entry) is { } known)
        {
            return BoxReader.ExpressionOf(known) is { } inner
                ? inner.Name.LocalName == "literalExpression" ? Write(inner, text) : new Error("decisions.edit.notText").With("decision", entry)
                : Added(known, text);
        }

        return Made(logic, entry, text);
    });

    /// <summary>The document with another name or type of an entry.</summary>
    public static Result<DecisionDocument> WithEntrySetting(this DecisionDocument document, string decision, string entry, string setting, string? text) => Changed(document, decision, logic =>
    {
        if (logic.Name.LocalName != "context" || entry.Length == 0 || Find(logic, entry) is not { } known)
        {
            return NoEntry(entry);
        }

        if (setting == "type")
        {
            known.One("variable")!.SetAttributeValue("typeRef", string.IsNullOrWhiteSpace(text) ? null : text.Trim());
            return null;
        }

        if (setting != "name" || text is null || !IsName(text) || Find(logic, text) is not null)
        {
            return setting == "name" ? new Error("decisions.edit.name").With("name", text ?? "") : new Error("decisions.edit.noSetting").With("setting", setting);
        }

        known.One("variable")!.SetAttributeValue("name", text);
        foreach (var use in logic.Descendants().Where(inner => inner.Name.LocalName == "text").ToList())
        {
            use.Value = NameUse.Replaced(use.Value, entry, text);
        }

        return null;
    });

    /// <summary>The document without an entry of a context.</summary>
    public static Result<DecisionDocument> WithoutEntry(this DecisionDocument document, string decision, string entry) => Changed(document, decision, logic =>
    {
        if (logic.Name.LocalName != "context" || Find(logic, entry) is not { } known)
        {
            return NoEntry(entry);
        }

        known.Remove();
        XmlLayout.Indent(logic);
        return null;
    });

    /// <summary>The document with an entry of a context at another place, from 0; the result stays last.</summary>
    public static Result<DecisionDocument> WithEntryAt(this DecisionDocument document, string decision, string entry, int index) => Changed(document, decision, logic =>
    {
        if (logic.Name.LocalName != "context" || entry.Length == 0 || Find(logic, entry) is not { } known)
        {
            return NoEntry(entry);
        }

        known.Remove();
        var named = logic.All("contextEntry").Where(other => NameOf(other).Length > 0).ToList();
        if (index < 0 || index > named.Count)
        {
            return new Error("decisions.edit.noPlace");
        }

        if (index < named.Count)
        {
            named[index].AddBeforeSelf(known);
        }
        else if (named.Count > 0)
        {
            named[^1].AddAfterSelf(known);
        }
        else
        {
            logic.AddFirst(known);
        }

        XmlLayout.Indent(logic);
        return null;
    });

    private static Result<DecisionDocument> Changed(DecisionDocument document, string decision, Func<XElement, Error?> change) => document.Changed(root =>
        DecisionDocument.ElementOf(root, decision) is not { } element
            ? new Error("decisions.unknownDecision", ErrorKind.NotFound).With("decision", decision).With("model", document.Name)
            : DocumentElements.LogicOf(element) is { Name.LocalName: "literalExpression" or "context" } logic
                ? change(logic)
                : new Error("decisions.edit.notText").With("decision", DecisionDocument.NameOf(element)));

    private static Error NoEntry(string entry) => new Error("decisions.edit.noEntry", ErrorKind.NotFound).With("entry", entry);

    private static bool IsName(string text) => text.Length is > 0 and <= 200 && FeelName.Normalize(text) == text && FeelExpression.Compile(text, FeelScope.Of(text)).IsSuccess;

    private static string NameOf(XElement entry) => entry.One("variable")?.NameOf() ?? "";

    private static XElement? Find(XElement context, string name) => context.All("contextEntry").FirstOrDefault(entry => NameOf(entry) == name);

    /// <summary>Puts a new entry before the result.</summary>
    private static Error? Made(XElement context, string name, string text)
    {
        if (name.Length > 0 && !IsName(name))
        {
            return new Error("decisions.edit.name").With("name", name);
        }

        if (context.All("contextEntry").Count() >= MostEntries)
        {
            return new Error("decisions.tooMany").With("most", $"{MostEntries}");
        }

        var made = new XElement(context.Name.Namespace + "contextEntry", name.Length == 0 ? null : new XElement(context.Name.Namespace + "variable", new XAttribute("name", name)));
        if (Find(context, "") is { } result && name.Length > 0)
        {
            result.AddBeforeSelf(made);
        }
        else
        {
            context.Add(made);
        }

        _ = Added(made, text);
        XmlLayout.Indent(context);
        return null;
    }

    private static Error? Added(XElement entry, string text)
    {
        entry.Add(new XElement(entry.Name.Namespace + "literalExpression", new XElement(entry.Name.Namespace + "text", text)));
        return null;
    }

    private static Error? Write(XElement literal, string text)
    {
        if (literal.One("text") is { } known)
        {
            known.Value = text;
        }
        else
        {
            literal.Add(new XElement(literal.Name.Namespace + "text", text));
        }

        return null;
    }
}
