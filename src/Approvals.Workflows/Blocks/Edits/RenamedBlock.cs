using System.Text.Json.Nodes;

namespace Approvals.Workflows;

/// <summary>Gives an activity another id, and everything of the definition that means it.</summary>
internal static class RenamedBlock
{
    private static readonly ImmutableArray<string> Lists = ["returnTo", "distinctFrom"];
    private static readonly ImmutableArray<string> Participants = ["participants", "panel", "rulings", "who", "to"];

    public static ActivityDefinition Of(ActivityDefinition activity, string id, string name)
    {
        var changed = activity with
        {
            Activities = [.. activity.Activities.Select(a => Of(a, id, name))],
            Slots = [.. activity.Slots.Select(s => s with { Activity = Of(s.Activity, id, name) })],
            Connections = [.. activity.Connections.Select(c => c with { Source = c.Source == id ? name : c.Source, Target = c.Target == id ? name : c.Target })],
        };
        changed = Started(changed, id, name);
        changed = Lists.Aggregate(changed, (a, list) => Listed(a, list, item => item?.ToString() == id ? name : item));
        changed = Participants.Aggregate(changed, (a, list) => Listed(a, list, item => Actor(item, id, name)));
        return changed.Id == id ? Itself(changed, id, name) : changed;
    }

    private static ActivityDefinition Started(ActivityDefinition activity, string id, string name) =>
        activity.Property("start") is { ValueKind: JsonValueKind.String } start && start.GetString() == id ? activity.With("start", name) : activity;

    private static ActivityDefinition Itself(ActivityDefinition activity, string id, string name)
    {
        var renamed = activity with { Id = name, Name = activity.Name == id ? name : activity.Name };
        return renamed.Property("nodeId") is { ValueKind: JsonValueKind.String } node && node.GetString() is { } path && path.EndsWith(":" + id, StringComparison.Ordinal)
            ? renamed.With("nodeId", path[..^id.Length] + name)
            : renamed;
    }

    private static JsonNode? Actor(JsonNode? item, string id, string name)
    {
        if (item is JsonObject map && map["activity"] is JsonValue meant && meant.ToString() == id)
        {
            map["activity"] = name;
        }

        return item;
    }

    private static ActivityDefinition Listed(ActivityDefinition activity, string input, Func<JsonNode?, JsonNode?> change)
    {
        if (activity.Property(input) is not { } given || !given.GetRawText().Contains('[', StringComparison.Ordinal))
        {
            return activity;
        }

        var node = BlockJson.Node(activity, input);
        if (BlockJson.List(node) is not { } list)
        {
            return activity;
        }

        var before = list.ToJsonString();
        for (var i = 0; i < list.Count; i++)
        {
            if (change(list[i]) is var item && !ReferenceEquals(item, list[i]))
            {
                list[i] = item;
            }
        }

        return list.ToJsonString() == before ? activity : activity.With(input, BlockJson.WithList(node, list));
    }
}
