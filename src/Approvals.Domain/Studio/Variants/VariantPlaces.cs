using System.Text.Json.Nodes;

namespace Approvals.Domain.Studio.Variants;

/// <summary>Looks whether a place that is counted from 0 is still the same element: a base that got another in front would have it changed in silence.</summary>
internal static class VariantPlaces
{
    /// <summary>The first place among targets that is another element now; null when there is none.</summary>
    internal static string? Moved(ImmutableArray<string> targets, DraftFiles was, DraftFiles now)
    {
        foreach (var target in targets)
        {
            var (file, steps) = DraftTargets.Split(target);
            if (file.EndsWith(".json", StringComparison.Ordinal) && steps.Any(DraftTargets.IsCounted) && IsMoved(file, steps, was, now))
            {
                return $"/{string.Join('/', steps)}";
            }
        }

        return null;
    }

    private static bool IsMoved(string file, string[] steps, DraftFiles was, DraftFiles now)
    {
        var (one, other) = (Document(file, was), Document(file, now));
        foreach (var step in steps)
        {
            var isPlace = one is JsonArray && DraftTargets.IsCounted(step);
            (one, other) = (Into(one, step), Into(other, step));
            if (isPlace && one is not null && (other is null || Name(one) != Name(other)))
            {
                return true;
            }
        }

        return false;
    }

    private static JsonNode? Document(string file, DraftFiles files) =>
        files.Read(file).Bind(content => JsonDraft.Parse(file, content)) is { IsSuccess: true } read ? read.Value : null;

    private static JsonNode? Into(JsonNode? node, string step) => node is null ? null : new JsonAddress([step]).Find(node)?.Node;

    private static string Name(JsonNode element) => JsonNames.NameOf(element) ?? element.ToJsonString();
}
