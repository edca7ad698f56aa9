namespace Approvals.Workflows;

/// <summary>A definition in what was handed over: its document, and the root activity in it.</summary>
/// <param name="Document">The document; an empty one where only the root activity was given.</param>
/// <param name="Root">The root activity.</param>
internal sealed record ElsaDocument(JsonElement Document, JsonElement Root)
{
    /// <summary>Where Elsa's own store keeps the root activity, as text.</summary>
    public const string RootAsText = "stringData";

    /// <summary>What a request to Elsa's API wraps a definition in.</summary>
    private static readonly ImmutableArray<string> Wrappers = ["model", "workflowDefinition", "definition"];

    /// <summary>
    /// Finds the definition: as Elsa exports it, as its API takes it, as its store keeps it, alone in a list, or only its root
    /// activity, as code shows one.
    /// </summary>
    public static Result<ElsaDocument> Find(JsonElement given) => given.ValueKind switch
    {
        JsonValueKind.Array when given.GetArrayLength() == 1 => Find(given[0]),
        JsonValueKind.Array when given.GetArrayLength() > 1 => new Error("workflow.read.several").With("path", "$"),
        JsonValueKind.Object => InObject(given),
        _ => new Error("workflow.read.notObject").With("path", "$"),
    };

    private static Result<ElsaDocument> InObject(JsonElement given)
    {
        if (Raw.Get(given, "root") is { ValueKind: JsonValueKind.Object } root)
        {
            return new ElsaDocument(given, root);
        }

        if (Raw.Get(given, "root") is not null and not { ValueKind: JsonValueKind.Null })
        {
            return new Error("workflow.read.noRoot").With("path", "root");
        }

        if (Raw.Text(given, RootAsText) is { } text && JsonText.Parse(text) is { ValueKind: JsonValueKind.Object } stored)
        {
            return new ElsaDocument(given, ElsaJson.Resolved(stored));
        }

        if (Wrapped(given) is { } inner)
        {
            return InObject(inner);
        }

        return Raw.Text(given, "type") is { Length: > 0 } ? new ElsaDocument(default, given)
            : IsOfElsa2(given) ? new Error("workflow.read.elsa2").With("path", "activities")
            : new Error("workflow.read.noRoot").With("path", "root");
    }

    private static JsonElement? Wrapped(JsonElement given)
    {
        foreach (var wrapper in Wrappers)
        {
            if (Raw.Get(given, wrapper) is { ValueKind: JsonValueKind.Object } inner && Raw.Get(inner, "root") is { ValueKind: JsonValueKind.Object })
            {
                return inner;
            }
        }

        return null;
    }

    private static bool IsOfElsa2(JsonElement given) => Raw.Items(Raw.Get(given, "activities")).Any(a => Raw.Text(a, "activityId") is not null);
}
