using System.Xml.Linq;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>A new element of a requirement graph.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Logic">How a decision's logic is written: a table, an expression or a context.</param>
/// <param name="Name">The name that expressions use.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Type">The name of its value's type.</param>
public sealed record NewElement(DocumentElementKind Kind, DocumentLogic Logic, string Name, string? Label = null, string? Type = null);

/// <summary>Changes of the elements of a requirement graph; each gives another document.</summary>
public static class ElementEdits
{
    /// <summary>The document with one more element; a decision begins empty.</summary>
    public static Result<DecisionDocument> WithElement(this DecisionDocument document, NewElement element) => document.Changed(root =>
    {
        if (NameProblem(root, element.Name, null) is { } problem)
        {
            return problem;
        }

        if (element.Kind == DocumentElementKind.Knowledge || (element.Kind == DocumentElementKind.Decision && element.Logic is DocumentLogic.None or DocumentLogic.Other))
        {
            return new Error("decisions.edit.kind");
        }

        var id = NewId(root, element.Name);
        var made = new XElement(
            root.Name.Namespace + (element.Kind == DocumentElementKind.InputData ? "inputData" : "decision"),
            new XAttribute("id", id), new XAttribute("name", element.Name),
            new XElement(root.Name.Namespace + "variable", new XAttribute("id", id + "_v"), new XAttribute("name", element.Name)));
        made.SetAttributeValue("label", Given(element.Label));
        made.Elements().First().SetAttributeValue("typeRef", Given(element.Type));
        if (element.Kind == DocumentElementKind.Decision)
        {
            made.Add(Logic(root.Name.Namespace, id, element));
        }

        var last = root.Elements().LastOrDefault(other => DocumentElements.KindOf(other) == element.Kind) ?? root.Elements().LastOrDefault(other => DocumentElements.KindOf(other) is not null);
        if (last is null)
        {
            root.Add(made);
        }
        else
        {
            last.AddAfterSelf(made);
        }

        XmlLayout.Indent(root);
        return null;
    });

    /// <summary>The document without an element, and without what others require of it.</summary>
    public static Result<DecisionDocument> WithoutElement(this DecisionDocument document, string nameOrId) => document.Changed(root =>
    {
        if (DecisionDocument.ElementOf(root, nameOrId) is not { } element)
        {
            return Unknown(document, nameOrId);
        }

        Requirements(root, DocumentElements.IdOf(element)).ToList().ForEach(requirement => Remove(requirement));
        Remove(element);
        return null;
    });

    /// <summary>
    /// The document with another name of an element, there and in the expressions of those that require it. Its id, and with it the
    /// requirements, stay.
    /// </summary>
    public static Result<DecisionDocument> WithName(this DecisionDocument document, string nameOrId, string name) => document.Changed(root =>
    {
        if (DecisionDocument.ElementOf(root, nameOrId) is not { } element)
        {
            return Unknown(document, nameOrId);
        }

        if (NameProblem(root, name, element) is { } problem)
        {
            return problem;
        }

        var old = DecisionDocument.NameOf(element);
        element.SetAttributeValue("name", name);
        element.One("variable")?.SetAttributeValue("name", name);
        foreach (var user in Requirements(root, DocumentElements.IdOf(element)).Select(requirement => requirement.Parent!).Distinct().ToList())
        {
            foreach (var text in user.Descendants().Where(inner => inner.Name.LocalName == "text" && inner.Parent!.Name.LocalName != "annotationEntry"))
            {
                text.Value = NameUse.Replaced(text.Value, old, name);
            }
        }

        return null;
    });

    /// <summary>The document with another label, type, description or question of an element; an empty text takes it away.</summary>
    public static Result<DecisionDocument> WithElementSetting(this DecisionDocument document, string nameOrId, string setting, string? text) => document.Changed(root =>
    {
        if (DecisionDocument.ElementOf(root, nameOrId) is not { } element)
        {
            return Unknown(document, nameOrId);
        }

        switch (setting)
        {
            case "label":
                element.SetAttributeValue("label", Given(text));
                return null;
            case "type":
                Variable(element).SetAttributeValue("typeRef", Given(text));
                return null;
            case "description" or "question":
                Set(element, setting, Given(text));
                return null;
            default:
                return new Error("decisions.edit.noSetting").With("setting", setting);
        }
    });

    /// <summary>The document in which a decision requires another element of the file, or does not.</summary>
    public static Result<DecisionDocument> WithRequirement(this DecisionDocument document, string decision, string required, bool isRequired) => document.Changed(root =>
    {
        if (DecisionDocument.ElementOf(root, decision) is not { Name.LocalName: not "inputData" } element)
        {
            return Unknown(document, decision);
        }

        if (DecisionDocument.ElementOf(root, required) is not { } other || other == element)
        {
            return Unknown(document, required);
        }

        var id = DocumentElements.IdOf(other);
        var known = Requirements(root, id).Where(requirement => requirement.Parent == element).ToList();
        if (!isRequired)
        {
            known.ForEach(Remove);
        }
        else if (known.Count == 0)
        {
            var (kind, reference) = other.Name.LocalName switch
            {
                "inputData" => ("informationRequirement", "requiredInput"),
                "decision" => ("informationRequirement", "requiredDecision"),
                _ => ("knowledgeRequirement", "requiredKnowledge"),
            };
            var made = new XElement(root.Name.Namespace + kind, new XElement(root.Name.Namespace + reference, new XAttribute("href", "#" + id)));
            (element.Elements().LastOrDefault(child => child.Name.LocalName.EndsWith("Requirement", StringComparison.Ordinal)) ?? Variable(element)).AddAfterSelf(made);
            XmlLayout.Indent(element);
        }

        return null;
    });

    private static Error Unknown(DecisionDocument document, string nameOrId) =>
        new Error("decisions.unknownDecision", ErrorKind.NotFound).With("decision", nameOrId).With("model", document.Name);

    private static Error? NameProblem(XElement root, string name, XElement? own) =>
        FeelName.Normalize(name) != name || name.Length is 0 or > 200 || !FeelExpression.Compile(name, FeelScope.Of(name)).IsSuccess ? new Error("decisions.edit.name").With("name", name)
        : DecisionDocument.ElementOf(root, name) is { } other && other != own ? new Error("decisions.edit.sameName").With("name", name)
        : null;

    private static string NewId(XElement root, string name)
    {
        var taken = root.Descendants().Select(element => element.Text("id")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var plain = new string([.. name.Select(c => char.IsLetterOrDigit(c) || c is '_' or '-' ? c : '_')]);
        plain = EditErrors.IsId(plain) ? plain : "d_" + plain;
        return taken.Contains(plain) ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{plain}_{n}").First(id => !taken.Contains(id)) : plain;
    }

    private static XElement Logic(XNamespace space, string id, NewElement element) => element.Logic switch
    {
        DocumentLogic.Table => new XElement(
            space + "decisionTable", new XAttribute("id", id + "_t"), new XAttribute("hitPolicy", "UNIQUE"),
            new XElement(space + "output", new XAttribute("id", id + "_o1"), Given(element.Type) is { } type ? new XAttribute("typeRef", type) : null),
            new XElement(space + "annotation", new XAttribute("name", "clause"))),
        DocumentLogic.Context => new XElement(
            space + "context", new XAttribute("id", id + "_c"),
            new XElement(space + "contextEntry", new XElement(space + "literalExpression", new XElement(space + "text", "null")))),
        _ => new XElement(space + "literalExpression", new XAttribute("id", id + "_e"), new XElement(space + "text", "null")),
    };

    private static IEnumerable<XElement> Requirements(XElement root, string id) => root.Elements().SelectMany(element => element.Elements())
        .Where(child => child.Name.LocalName.EndsWith("Requirement", StringComparison.Ordinal) && child.Elements().Any(reference => reference.Text("href") == "#" + id));

    private static XElement Variable(XElement element)
    {
        if (element.One("variable") is { } known)
        {
            return known;
        }

        var made = new XElement(element.Name.Namespace + "variable", new XAttribute("name", DecisionDocument.NameOf(element)));
        var before = element.Elements().LastOrDefault(child => child.Name.LocalName is "description" or "extensionElements" or "question" or "allowedAnswers");
        if (before is null)
        {
            element.AddFirst(made);
        }
        else
        {
            before.AddAfterSelf(made);
        }

        return made;
    }

    private static void Set(XElement element, string name, string? text)
    {
        var known = element.One(name);
        if (text is null)
        {
            known?.Remove();
        }
        else if (known is not null)
        {
            known.Value = text;
        }
        else if (name == "question" && element.Elements().LastOrDefault(child => child.Name.LocalName is "description" or "extensionElements") is { } before)
        {
            before.AddAfterSelf(new XElement(element.Name.Namespace + name, text));
        }
        else
        {
            element.AddFirst(new XElement(element.Name.Namespace + name, text));
        }

        XmlLayout.Indent(element);
    }

    /// <summary>An element with the space before it.</summary>
    private static void Remove(XElement element)
    {
        if (element.PreviousNode is XText space && string.IsNullOrWhiteSpace(space.Value))
        {
            space.Remove();
        }

        element.Remove();
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
