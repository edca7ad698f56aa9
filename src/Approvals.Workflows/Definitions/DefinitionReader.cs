using System.Globalization;

namespace Approvals.Workflows;

/// <summary>Reads definitions in every shape Elsa 3 exported, within bounds, and says where it cannot.</summary>
internal static class DefinitionReader
{
    private const int MaximumDepth = 200;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaximumDepth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static Result<WorkflowDefinition> Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > WorkflowDefinition.MaximumBytes)
        {
            return new Error("workflow.read.tooLarge", ErrorKind.TooLarge).With("limit", $"{WorkflowDefinition.MaximumBytes / 1024 / 1024} MiB");
        }

        try
        {
            using var document = JsonDocument.Parse(WithoutByteOrderMark(json), Options);
            TextGuard.Ensure(document.RootElement);
            return Document(ElsaJson.Resolved(document.RootElement.Clone()));
        }
        catch (JsonException broken)
        {
            return new Error("workflow.read.json")
                .With("line", Place(broken.LineNumber)).With("column", Place(broken.BytePositionInLine)).With("limit", Place(MaximumDepth - 1));
        }
    }

    private static string Place(long? zeroBased) => ((zeroBased ?? 0) + 1).ToString(CultureInfo.InvariantCulture);

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> json) =>
        json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? json[3..] : json;

    private static Result<WorkflowDefinition> Document(JsonElement given)
    {
        if (ElsaDocument.Find(given) is var found && !found.IsSuccess)
        {
            return found.Error;
        }

        var (document, root) = found.Value;
        var reading = new ActivityReading(root);
        var activity = reading.Activity(root, "root", 1);
        if (activity is null)
        {
            return reading.Error!;
        }

        var variables = Variables(Raw.Get(document, "variables"));
        string[] taken = ["definitionId", "name", "root", .. Raw.Get(document, "root") is null ? (string[])[ElsaDocument.RootAsText] : [], .. variables.IsEmpty ? (string[])[] : ["variables"]];
        return new WorkflowDefinition
        {
            DefinitionId = Raw.Text(document, "definitionId") ?? Raw.Text(document, "id") ?? activity.Id,
            Name = Raw.Text(document, "name"),
            Root = activity,
            Variables = variables,
            Inputs = [.. Raw.Items(Raw.Get(document, "inputs")).Select(i => Raw.Text(i, "name")).OfType<string>()],
            Outputs = [.. Raw.Items(Raw.Get(document, "outputs")).Select(i => Raw.Text(i, "name")).OfType<string>()],
            Outcomes = [.. Raw.Items(Raw.Get(document, "outcomes")).Where(o => o.ValueKind == JsonValueKind.String).Select(o => o.GetString()!)],
            Properties = [.. Raw.Others(document, taken)],
        };
    }

    /// <summary>The variables that a document or a container declares; the first of a name counts.</summary>
    public static ImmutableArray<VariableDefinition> Variables(JsonElement? declared) =>
        [.. Raw.Items(declared).Where(v => v.ValueKind == JsonValueKind.Object).Select(Variable).DistinctBy(v => v.Name)];

    private static VariableDefinition Variable(JsonElement variable)
    {
        var name = Raw.Text(variable, "name") ?? Raw.Text(variable, "id") ?? "";
        var isArray = Raw.Get(variable, "isArray")?.ValueKind == JsonValueKind.True;
        var value = Raw.Get(variable, "value") is { } given ? LiteralValue.Of(given, Raw.Text(variable, "typeName"), isArray) : FeelValue.Null;
        return new VariableDefinition(Raw.Text(variable, "id") ?? name, name, value, variable);
    }
}

/// <summary>JSON may hold half a surrogate pair, which no string can: such a text is refused at once.</summary>
internal static class TextGuard
{
    public static void Ensure(JsonElement element)
    {
        try
        {
            Walk(element);
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException("The text is not valid Unicode.", broken);
        }
    }

    private static void Walk(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Walk(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    Walk(property.Value);
                }

                break;
        }
    }
}
