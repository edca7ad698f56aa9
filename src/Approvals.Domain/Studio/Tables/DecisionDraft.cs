using System.Text.Json;
using Approvals.Decisions;

namespace Approvals.Domain.Studio.Tables;

/// <summary>Changes a decision file of a draft; what is not spoken of stays as it is.</summary>
internal static class DecisionDraft
{
    /// <summary>The steps of an address; an error names the one that is missing.</summary>
    internal static Result<ImmutableArray<string>> Steps(CommandText text, int count, params ReadOnlySpan<string> fixedSteps)
    {
        if (text.At is not { Length: > 0 })
        {
            return DraftCommands.Lacks(text, "at");
        }

        var address = JsonAddress.Read(text.At);
        if (!address.IsSuccess)
        {
            return address.Error;
        }

        var steps = address.Value.Steps.Select(JsonAddress.Unescaped).ToImmutableArray();
        var fits = steps.Length == count && (fixedSteps.IsEmpty || steps[1] == fixedSteps[0]);
        return fits ? steps : new Error("studio.address").With("at", text.At);
    }

    /// <summary>The files with one decision file changed.</summary>
    internal static Result<DraftFiles> Change(DraftFiles files, string file, Func<DecisionDocument, Result<DecisionDocument>> change) =>
        files.Read(file).Bind(DecisionDocument.Read).Bind(change).Bind(document => files.Write(file, document.Write()));

    /// <summary>The files with the table of a decision changed.</summary>
    internal static Result<DraftFiles> ChangeTable(DraftFiles files, string file, string decision, Func<TableGrid, Result<TableGrid>> change) =>
        Change(files, file, document => document.Table(decision).Bind(change).Bind(table => document.WithTable(decision, table)));

    /// <summary>What a change meets: the file and steps inside it.</summary>
    internal static string Target(string file, params ReadOnlySpan<string> steps)
    {
        var target = file + "#";
        foreach (var step in steps)
        {
            target += "/" + step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
        }

        return target;
    }

    /// <summary>A text of the value; null when it is not there.</summary>
    internal static string? Text(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    /// <summary>A list of texts; null when it is anything else.</summary>
    internal static ImmutableArray<string>? Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : null;

    /// <summary>Texts by name; null when it is anything else.</summary>
    internal static ImmutableSortedDictionary<string, string>? Map(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(item => item.Value.ValueKind == JsonValueKind.String)
            ? value.EnumerateObject().DistinctBy(item => item.Name).ToImmutableSortedDictionary(item => item.Name, item => item.Value.GetString()!, StringComparer.Ordinal)
            : null;

    /// <summary>Whether every text of a value can be kept in a file; numbers, names and nesting do not matter.</summary>
    internal static Error? Unwritable(JsonElement? value) => value is { } given && !Holds(given) ? new Error("decisions.edit.text") : null;

    private static bool Holds(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Plain(value) is { } text && WritableText.Holds(text),
        JsonValueKind.Array => value.EnumerateArray().All(Holds),
        JsonValueKind.Object => value.EnumerateObject().All(item => WritableText.Holds(item.Name) && Holds(item.Value)),
        _ => true,
    };

    /// <summary>The text, or nothing where it has half a character.</summary>
    private static string? Plain(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
