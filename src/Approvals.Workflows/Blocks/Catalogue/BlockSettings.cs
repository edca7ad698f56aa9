using System.Text.Json.Nodes;

namespace Approvals.Workflows;

/// <summary>Reads and writes the settings of the catalogue in an activity.</summary>
internal static class BlockSettings
{
    private static readonly ImmutableArray<string> Expressions = ["Literal", "Object", "Json", "FEEL", "Variable", "Input"];

    /// <summary>The activity with a setting written, or taken away.</summary>
    public static Result<ActivityDefinition> Write(ActivityDefinition activity, string name, JsonElement? value)
    {
        if (BlockCatalog.Of(activity.Type)?.Settings.FirstOrDefault(s => s.Name == name) is not { } setting)
        {
            return new Error("workflow.edit.noSetting", ErrorKind.NotFound).With("setting", name).With("activity", activity.Id);
        }

        if (setting.Kind == BlockSettingKind.Child)
        {
            return new Error("workflow.edit.childSetting").With("setting", name);
        }

        var given = value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } some ? JsonNode.Parse(some.GetRawText()) : null;
        if (!setting.Path.IsEmpty)
        {
            return Nested(activity, setting.Path, given);
        }

        return given is null ? activity.With(name, null) : Whole(activity, setting, given);
    }

    private static Result<ActivityDefinition> Whole(ActivityDefinition activity, BlockSetting setting, JsonNode given)
    {
        if (!setting.IsInput)
        {
            return setting.Kind == BlockSettingKind.Cases && given is not JsonArray ? Wrong(setting) : activity.With(setting.Name, given);
        }

        if (given is not JsonObject expression || expression["type"]?.ToString() is not { } type || !Expressions.Contains(type) || !expression.ContainsKey("value"))
        {
            return Wrong(setting);
        }

        if (type == "Literal" && setting.Options is { IsEmpty: false } options && setting.Kind == BlockSettingKind.Choice && !options.Contains(expression["value"]?.ToString() ?? ""))
        {
            return Wrong(setting);
        }

        var input = BlockJson.Node(activity, setting.Name) as JsonObject is { } known && known.ContainsKey("expression") ? known : new JsonObject { ["typeName"] = TypeName(setting.Kind) };
        input["expression"] = expression.DeepClone();
        return activity.With(setting.Name, input);
    }

    private static Result<ActivityDefinition> Nested(ActivityDefinition activity, ImmutableArray<string> path, JsonNode? given)
    {
        var root = BlockJson.Map(activity, path[0]);
        var map = root;
        foreach (var step in path[1..^1])
        {
            if (map[step] is not JsonObject inner)
            {
                map[step] = inner = [];
            }

            map = inner;
        }

        if (given is null)
        {
            map.Remove(path[^1]);
        }
        else
        {
            map[path[^1]] = given.DeepClone();
        }

        var changed = activity.With(path[0], root);
        return path is ["customProperties", "approvals", "name"] && given?["zh-CN"]?.ToString() is { Length: > 0 } shown ? Shown(changed, shown) : changed;
    }

    /// <summary>Elsa shows the designer's text: it follows the name.</summary>
    private static ActivityDefinition Shown(ActivityDefinition activity, string text)
    {
        var metadata = BlockJson.Map(activity, "metadata");
        metadata["displayText"] = text;
        return activity.With("metadata", metadata);
    }

    private static string TypeName(BlockSettingKind kind) => kind switch
    {
        BlockSettingKind.Text or BlockSettingKind.Choice or BlockSettingKind.Form or BlockSettingKind.Letter or BlockSettingKind.Decision => "String",
        BlockSettingKind.Flag or BlockSettingKind.Condition => "Boolean",
        BlockSettingKind.Number => "Int32",
        _ => "Object",
    };

    private static Error Wrong(BlockSetting setting) => new Error("workflow.edit.wrongSetting").With("setting", setting.Name);
}
