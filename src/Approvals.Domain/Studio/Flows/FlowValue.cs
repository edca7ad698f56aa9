using System.Text.Json;

namespace Approvals.Domain.Studio.Flows;

/// <summary>Reads the value of a change of a flow.</summary>
internal static class FlowValue
{
    /// <summary>A text in an object; null when it is not there.</summary>
    public static string? Text(JsonElement? value, string name) =>
        Member(value, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>Whether an object says yes to something.</summary>
    public static bool Flag(JsonElement? value, string name) => Member(value, name) is { ValueKind: JsonValueKind.True };

    /// <summary>A place on the canvas; null when it is none.</summary>
    public static BlockPosition? Position(JsonElement? value) =>
        Number(Member(value, "x")) is { } x && Number(Member(value, "y")) is { } y ? new BlockPosition(x, y) : null;

    /// <summary>Where a block goes: <c>{ after, port, target }</c>.</summary>
    public static BlockPlace Place(JsonElement? value) => new(Filled(Text(value, "after")), Filled(Text(value, "port")), Filled(Text(value, "target")));

    /// <summary>What an object holds under a name.</summary>
    public static JsonElement? Member(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var member) ? member : null;

    private static decimal? Number(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var read) && Math.Abs(read) < 1_000_000 ? read : null;

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
