using System.Text.Json.Nodes;

namespace Approvals.Workflows;

/// <summary>The branches of a parting: its ways on by name, and for a fork or a choice the list of them in its settings.</summary>
internal static class Branches
{
    private const string Default = "Default";

    /// <summary>A case of a choice that has no condition yet.</summary>
    public static JsonObject Case(string label) => new() { ["label"] = label, ["condition"] = new JsonObject { ["type"] = "FEEL", ["value"] = "" } };

    /// <summary>One branch more, that leads straight to where the others meet.</summary>
    public static Result<ActivityDefinition> Add(ActivityDefinition flowchart, string split, string label)
    {
        var (found, _, error) = Find(flowchart, split);
        if (found is null)
        {
            return error!;
        }

        var labels = Labels(found);
        if (label.Length == 0 || labels.Contains(label) || flowchart.Connections.Any(c => c.Source == split && c.Port == label))
        {
            return new Error("workflow.edit.branchExists", ErrorKind.Conflict).With("branch", label).With("activity", split);
        }

        if (new FlowPieces(flowchart).Meeting(split) is not { } meeting)
        {
            return new Error("workflow.edit.noMeeting").With("activity", split);
        }

        var changed = Listed(found, list => list.Add(found.Type == "Elsa.FlowSwitch" ? Case(label) : JsonValue.Create(label)));
        return Replaced(flowchart, changed) with { Connections = flowchart.Connections.Add(new Connection(split, label, meeting)) };
    }

    /// <summary>A branch less, with the blocks that only it led to.</summary>
    public static Result<ActivityDefinition> Remove(ActivityDefinition flowchart, string split, string label)
    {
        var (found, branch, error) = Find(flowchart, split, label);
        if (found is null)
        {
            return error!;
        }

        var changed = branch < 0 ? found : Listed(found, list => list.RemoveAt(branch));
        var before = new FlowGraph(flowchart);
        var cut = Replaced(flowchart, changed) with { Connections = [.. flowchart.Connections.Where(c => c.Source != split || c.Port != label)] };
        var after = new FlowGraph(cut);
        return Without(cut, cut.Activities.Select(a => a.Id).Where(id => before.IsReachable(id) && !after.IsReachable(id)).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Another name for a branch; its way, its condition and what people call it stay.</summary>
    public static Result<ActivityDefinition> Rename(ActivityDefinition flowchart, string split, string label, string name)
    {
        var (found, branch, error) = Find(flowchart, split, label);
        if (found is null)
        {
            return error!;
        }

        if (name.Length == 0 || branch < 0 || label == Default)
        {
            return new Error("workflow.edit.branchFixed").With("branch", label).With("activity", split);
        }

        if (Labels(found).Contains(name) || name == Default)
        {
            return new Error("workflow.edit.branchExists", ErrorKind.Conflict).With("branch", name).With("activity", split);
        }

        var changed = Named(Listed(found, list => Relabel(list, branch, name)), label, name);
        return Replaced(flowchart, changed) with { Connections = [.. flowchart.Connections.Select(c => c.Source == split && c.Port == label ? c with { Port = name } : c)] };
    }

    /// <summary>A branch at another place among its sisters; the first of a choice that holds is taken, so this may change what happens.</summary>
    public static Result<ActivityDefinition> Move(ActivityDefinition flowchart, string split, string label, int index)
    {
        var (found, branch, error) = Find(flowchart, split, label);
        if (found is null)
        {
            return error!;
        }

        var ways = flowchart.Connections.Where(c => c.Source == split).ToList();
        if (index < 0 || index >= Math.Max(ways.Count, Labels(found).Length))
        {
            return new Error("workflow.edit.noPlace").With("activity", split);
        }

        var changed = branch < 0 ? found : Listed(found, list =>
        {
            var item = list[branch];
            list.RemoveAt(branch);
            list.Insert(Math.Min(index, list.Count), item);
        });
        var moved = ways.Where(c => c.Port == label).ToList();
        var sorted = ways.Where(c => c.Port != label).ToList();
        sorted.InsertRange(Math.Min(index, sorted.Count), moved);
        var next = new Queue<Connection>(sorted);
        return Replaced(flowchart, changed) with { Connections = [.. flowchart.Connections.Select(c => c.Source == split ? next.Dequeue() : c)] };
    }

    /// <summary>The flowchart with an activity written over.</summary>
    public static ActivityDefinition Replaced(ActivityDefinition flowchart, ActivityDefinition activity) =>
        flowchart with { Activities = [.. flowchart.Activities.Select(a => a.Id == activity.Id ? activity : a)] };

    /// <summary>The flowchart without activities and the connections from and to them.</summary>
    public static ActivityDefinition Without(ActivityDefinition flowchart, HashSet<string> gone) => flowchart with
    {
        Activities = [.. flowchart.Activities.Where(a => !gone.Contains(a.Id))],
        Connections = [.. flowchart.Connections.Where(c => !gone.Contains(c.Source) && !gone.Contains(c.Target))],
    };

    private static (ActivityDefinition? Split, int Branch, Error? Error) Find(ActivityDefinition flowchart, string split, string? label = null)
    {
        if (flowchart.Activities.FirstOrDefault(a => a.Id == split) is not { } found)
        {
            return (null, -1, FlowWeave.Nowhere(split));
        }

        var branch = label is null ? -1 : Labels(found).IndexOf(label);
        return label is not null && branch < 0 && !flowchart.Connections.Any(c => c.Source == split && c.Port == label)
            ? (null, -1, new Error("workflow.edit.noBranch", ErrorKind.NotFound).With("branch", label).With("activity", split))
            : (found, branch, null);
    }

    private static string? ListName(ActivityDefinition split) => split.Type switch { "Elsa.FlowFork" => "branches", "Elsa.FlowSwitch" => "cases", _ => null };

    private static ImmutableArray<string> Labels(ActivityDefinition split) => ListName(split) is { } name && BlockJson.List(BlockJson.Node(split, name)) is { } list
        ? [.. list.Select(i => i is JsonObject map ? (map["label"] ?? map["Label"])?.ToString() ?? "" : i?.ToString() ?? "")]
        : [];

    private static ActivityDefinition Listed(ActivityDefinition split, Action<JsonArray> change)
    {
        if (ListName(split) is not { } name)
        {
            return split;
        }

        var input = BlockJson.Node(split, name);
        var list = BlockJson.List(input) ?? [];
        change(list);
        return split.With(name, BlockJson.WithList(input, list));
    }

    private static void Relabel(JsonArray list, int branch, string name)
    {
        if (list[branch] is JsonObject map)
        {
            map[map.ContainsKey("Label") ? "Label" : "label"] = name;
        }
        else
        {
            list[branch] = name;
        }
    }

    private static ActivityDefinition Named(ActivityDefinition split, string label, string name)
    {
        var custom = BlockJson.Map(split, "customProperties");
        if (custom["approvals"] is not JsonObject own || own["outcomes"] is not JsonObject names || !names.ContainsKey(label))
        {
            return split;
        }

        own["outcomes"] = new JsonObject(names.ToList().Select(n => KeyValuePair.Create(n.Key == label ? name : n.Key, n.Value?.DeepClone())));
        return split.With("customProperties", custom);
    }
}
