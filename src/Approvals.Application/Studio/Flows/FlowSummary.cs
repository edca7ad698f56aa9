using System.Globalization;
using System.Text.Json;
using Approvals.Workflows;

namespace Approvals.Application.Studio.Flows;

/// <summary>Says in a few words what a block does: who acts and how many of them, which rule, which letter, how long.</summary>
internal sealed class FlowSummary(MessageCatalog texts, string language)
{
    internal static readonly Dictionary<string, string> None = [];

    private static readonly string[] People = ["participants", "panel", "rulings", "who", "to", "owner"];

    /// <summary>The line below the name.</summary>
    public string Of(ActivityDefinition activity)
    {
        var who = People.Select(name => Value(activity, name)).Where(v => v is { ValueKind: JsonValueKind.Array }).Take(1).SelectMany(v => v!.Value.EnumerateArray()).Select(Person).Distinct().ToList();
        string[] said =
        [
            string.Join(texts.Format("flow.and", None, language), who),
            who.Count > 0 && Text(activity, "mode") is { } mode ? Known($"blocks.option.mode.{mode}") : "",
            Of(activity, "decision", "flow.decision"), Of(activity, "kind", "flow.kind"), Of(activity, "service", "flow.service"),
            Of(activity, "workflowDefinitionId", "flow.subflow"), Of(activity, "template", "flow.letter"),
        ];
        return string.Join(" · ", said.Where(s => s.Length > 0));
    }

    /// <summary>The limit in words; null without one.</summary>
    public string? Limit(ActivityDefinition activity)
    {
        if (Number(Value(activity, "workingDays") ?? Value(activity, "days")) is { } days)
        {
            return texts.Format("flow.limit.workingDays", Data("length", days), language);
        }

        var limit = Value(activity, "limit") ?? Value(activity, "confirmLimit") ?? Value(activity, "offerLimit");
        return limit is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty("length", out var length) && Number(length) is { } number
            ? Known($"flow.limit.{(map.TryGetProperty("unit", out var unit) ? unit.ToString() : "workingDays")}", Data("length", number))
            : null;
    }

    /// <summary>A participant in words.</summary>
    public string Person(JsonElement person) => person.ValueKind != JsonValueKind.Object ? person.ToString() : Member(person, "kind") switch
    {
        "role" when Member(person, "level") is { } level => texts.Format(
            "flow.roleAt", new Dictionary<string, string> { ["level"] = Known($"flow.level.{level}"), ["role"] = Known($"role.{Member(person, "role")}") }, language),
        "role" => Known($"role.{Member(person, "role")}"),
        var kind => Known($"flow.person.{kind}"),
    };

    private string Of(ActivityDefinition activity, string input, string text) =>
        Text(activity, input) is { Length: > 0 and < 60 } said ? texts.Format(text, Data("name", said), language) : "";

    private string Known(string code, Dictionary<string, string>? data = null) =>
        texts.Texts.ContainsKey(code) ? texts.Format(code, data ?? None, language) : code[(code.LastIndexOf('.') + 1)..];

    private static string? Text(ActivityDefinition activity, string input) => Value(activity, input) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>What an input holds where no expression computes it.</summary>
    private static JsonElement? Value(ActivityDefinition activity, string input)
    {
        if (activity.Property(input) is not { ValueKind: JsonValueKind.Object } given || !given.TryGetProperty("expression", out var expression) || expression.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return Member(expression, "type") is "Literal" or "Object" or "Json" && expression.TryGetProperty("value", out var value) ? value : null;
    }

    private static string? Number(JsonElement? value) => value is { ValueKind: JsonValueKind.Number } number
        ? number.GetRawText()
        : value is { ValueKind: JsonValueKind.String } text && int.TryParse(text.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? text.GetString() : null;

    private static string? Member(JsonElement map, string name) => map.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Dictionary<string, string> Data(string name, string value) => new() { [name] = value };
}
