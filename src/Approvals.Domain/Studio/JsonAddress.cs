using System.Globalization;
using System.Text.Json.Nodes;

namespace Approvals.Domain.Studio;

/// <summary>
/// Where in a JSON file something is: steps parted by <c>/</c>, as in a JSON pointer (<c>~1</c> is a slash, <c>~0</c> a tilde). A step into
/// a list is its place from 0, or <c>[key=age]</c>: the element whose property has that value, which stays right when others are added.
/// </summary>
public sealed record JsonAddress(ImmutableArray<string> Steps)
{
    private const int MostSteps = 64;

    /// <summary>Reads an address; empty is the whole document.</summary>
    public static Result<JsonAddress> Read(string text)
    {
        if (text.Length == 0)
        {
            return new JsonAddress([]);
        }

        var steps = text.Split('/');
        return text[0] != '/' || steps.Length > MostSteps || text.Length > 2_000
            ? new Error("studio.address").With("at", text)
            : new JsonAddress([.. steps.Skip(1)]);
    }

    /// <summary>The address of what holds it.</summary>
    internal JsonAddress Parent => new(Steps[..^1]);

    /// <summary>The last step: a property's name, or a place in a list.</summary>
    internal string Last => Steps[^1];

    /// <inheritdoc />
    public override string ToString() => string.Concat(Steps.Select(s => "/" + s));

    /// <summary>What is there; null when a step leads nowhere.</summary>
    internal Found? Find(JsonNode root)
    {
        var found = new Found(root);
        foreach (var step in Steps)
        {
            if (found.Node is not { } node || Step(node, step) is not { } next)
            {
                return null;
            }

            found = next;
        }

        return found;
    }

    /// <summary>The place of a step in a list; -1 when it is not there.</summary>
    internal static int IndexOf(JsonArray list, string step)
    {
        if (int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return index < list.Count ? index : -1;
        }

        if (step is not ['[', .., ']'] || step.IndexOf('=', StringComparison.Ordinal) is not (> 1 and var equals))
        {
            return -1;
        }

        var (property, value) = (Unescaped(step[1..equals]), Unescaped(step[(equals + 1)..^1]));
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject element && element[property] is JsonValue known && known.ToString() == value)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A step as the name that it stands for.</summary>
    internal static string Unescaped(string step) => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static Found? Step(JsonNode node, string step) => node switch
    {
        JsonObject map when map.TryGetPropertyValue(Unescaped(step), out var value) => new Found(value),
        JsonArray list when IndexOf(list, step) is >= 0 and var index => new Found(list[index]),
        _ => null,
    };

    /// <summary>Something that is there, be it null.</summary>
    internal readonly record struct Found(JsonNode? Node);
}
