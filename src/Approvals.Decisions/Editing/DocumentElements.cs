using System.Collections.Immutable;
using System.Xml.Linq;

namespace Approvals.Decisions;

/// <summary>What an element of a requirement graph is.</summary>
public enum DocumentElementKind
{
    /// <summary>Data that comes from outside.</summary>
    InputData,

    /// <summary>A decision.</summary>
    Decision,

    /// <summary>A function that decisions call.</summary>
    Knowledge,
}

/// <summary>How the logic of an element is written.</summary>
public enum DocumentLogic
{
    /// <summary>It has none, as input data.</summary>
    None,

    /// <summary>A decision table.</summary>
    Table,

    /// <summary>One expression.</summary>
    Literal,

    /// <summary>Named entries, each an expression.</summary>
    Context,

    /// <summary>Another boxed expression, which is shown and kept.</summary>
    Other,
}

/// <summary>An element of a requirement graph as its author sees it.</summary>
/// <param name="Id">Its id in the file, else its name.</param>
/// <param name="Name">The name that expressions use.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Logic">How its logic is written.</param>
public sealed record DocumentElement(string Id, string Name, DocumentElementKind Kind, DocumentLogic Logic)
{
    /// <summary>What people call it; null when it is the name.</summary>
    public string? Label { get; init; }

    /// <summary>The name of its value's type; null when it is not given.</summary>
    public string? Type { get; init; }

    /// <summary>What it is about; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>The question that it answers; null for none.</summary>
    public string? Question { get; init; }

    /// <summary>The ids of what it requires directly; those of other files with their namespace in front.</summary>
    public ImmutableArray<string> Requires { get; init; } = [];

    /// <summary>How many rules its table has; 0 for another logic.</summary>
    public int Rules { get; init; }

    /// <summary>The hit policy of its table; null for another logic.</summary>
    public string? HitPolicy { get; init; }
}

/// <summary>An entry of a context, or the one expression of a decision.</summary>
/// <param name="Name">The entry's name; empty for the result, which stands last, and for a decision's one expression.</param>
/// <param name="Type">The name of its type; null when it is not given.</param>
/// <param name="Text">The expression; null where another boxed expression stands.</param>
public sealed record DocumentEntry(string Name, string? Type, string? Text);

/// <summary>Reads the elements of a document for those who edit them.</summary>
public static class DocumentElements
{
    /// <summary>The input data, decisions and knowledge models of a document in the order of the file.</summary>
    public static ImmutableArray<DocumentElement> Elements(this DecisionDocument document) =>
        [.. document.Root.Elements().Where(element => KindOf(element) is not null).Select(Of)];

    /// <summary>One element by name or id; an error when there is none.</summary>
    public static Result<DocumentElement> Element(this DecisionDocument document, string nameOrId) => DecisionDocument.ElementOf(document.Root, nameOrId) is { } element
        ? Of(element)
        : new Error("decisions.unknownDecision", ErrorKind.NotFound).With("decision", nameOrId).With("model", document.Name);

    /// <summary>What a decision requires directly, within the document.</summary>
    public static ImmutableArray<DocumentElement> Required(this DecisionDocument document, string nameOrId)
    {
        if (document.Element(nameOrId) is not { IsSuccess: true } element)
        {
            return [];
        }

        var all = document.Elements();
        return [.. element.Value.Requires.Select(id => all.FirstOrDefault(other => other.Id == id)).OfType<DocumentElement>()];
    }

    /// <summary>The entries of a context, or the one expression of a decision that is one; an error for another logic.</summary>
    public static Result<ImmutableArray<DocumentEntry>> Entries(this DecisionDocument document, string nameOrId) =>
        DecisionDocument.ElementOf(document.Root, nameOrId) is not { } element
            ? new Error("decisions.unknownDecision", ErrorKind.NotFound).With("decision", nameOrId).With("model", document.Name)
            : LogicOf(element) switch
            {
                { Name.LocalName: "literalExpression" } literal => ImmutableArray.Create(new DocumentEntry("", literal.Text("typeRef"), literal.Content() ?? "")),
                { Name.LocalName: "context" } context => context.All("contextEntry").Select(EntryOf).ToImmutableArray(),
                _ => new Error("decisions.edit.notText").With("decision", DecisionDocument.NameOf(element)),
            };

    internal static DocumentElementKind? KindOf(XElement element) => element.Name.LocalName switch
    {
        "inputData" => DocumentElementKind.InputData,
        "decision" => DocumentElementKind.Decision,
        "businessKnowledgeModel" => DocumentElementKind.Knowledge,
        _ => null,
    };

    /// <summary>The boxed expression of an element; of knowledge what its function gives.</summary>
    internal static XElement? LogicOf(XElement element) => BoxReader.ExpressionOf(element.Name.LocalName == "businessKnowledgeModel" ? element.One("encapsulatedLogic") : element);

    internal static string IdOf(XElement element) => element.Text("id") ?? DecisionDocument.NameOf(element);

    private static DocumentEntry EntryOf(XElement entry)
    {
        var variable = entry.One("variable");
        var literal = BoxReader.ExpressionOf(entry) is { Name.LocalName: "literalExpression" } found ? found : null;
        return new DocumentEntry(variable?.NameOf() ?? "", variable?.Text("typeRef") ?? literal?.Text("typeRef"), literal is null ? null : literal.Content() ?? "");
    }

    private static DocumentElement Of(XElement element)
    {
        var logic = LogicOf(element);
        var isTable = logic?.Name.LocalName == "decisionTable";
        return new DocumentElement(IdOf(element), DecisionDocument.NameOf(element), KindOf(element)!.Value, Logic(logic))
        {
            Label = Given(element.Text("label")),
            Type = Given(element.One("variable")?.Text("typeRef")),
            Description = Given(element.One("description")?.Value.Trim()),
            Question = Given(element.One("question")?.Value.Trim()),
            Requires = [.. References(element)],
            Rules = isTable ? logic!.All("rule").Count() : 0,
            HitPolicy = isTable ? logic!.Text("hitPolicy") ?? "UNIQUE" : null,
        };
    }

    private static DocumentLogic Logic(XElement? logic) => logic?.Name.LocalName switch
    {
        null => DocumentLogic.None,
        "decisionTable" => DocumentLogic.Table,
        "literalExpression" => DocumentLogic.Literal,
        "context" => DocumentLogic.Context,
        _ => DocumentLogic.Other,
    };

    private static IEnumerable<string> References(XElement element) => element.Elements()
        .Where(child => child.Name.LocalName.EndsWith("Requirement", StringComparison.Ordinal)).SelectMany(requirement => requirement.Elements())
        .Select(reference => reference.Text("href")).OfType<string>().Select(href => href.TrimStart('#'));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
