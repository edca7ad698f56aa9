using Approvals.Domain.Identifiers;
using Approvals.Domain.Json;
using Approvals.Domain.Packages;

namespace Approvals.Domain.Forms;

/// <summary>Reads the <c>approvals</c> of a component.</summary>
internal static class RulesReader
{
    internal static readonly ImmutableArray<string> Properties =
    [
        "format", "check", "sensitive", "identifying", "readers", "purpose", "consent", "searchable", "mask", "list", "document", "formats", "maxMegabytes",
        "template", "min", "max", "prefill", "unit", "help",
    ];

    internal static FieldRules Read(JsonPlace place)
    {
        place.Only(Properties);
        return new FieldRules
        {
            Format = ReadFormat(place),
            Checks = [.. place.List("check", ReadCheck).OfType<FieldCheck>()],
            Sensitive = place.Flag("sensitive") ?? false,
            Identifying = place.Flag("identifying") ?? false,
            Readers = place.Texts("readers"),
            Purpose = place.Local("purpose"),
            Consent = place.Choice("consent", ServiceWords.Words<ConsentNeed>()) ?? ConsentNeed.None,
            Searchable = ReadSearchable(place),
            Mask = place.Choice("mask", ServiceWords.Masks),
            List = place.Text("list"),
            Document = place.Text("document"),
            Formats = [.. place.Texts("formats").Select(f => f.TrimStart('.').ToLowerInvariant())],
            MaxMegabytes = place.Number("maxMegabytes"),
            Template = place.Text("template"),
            Min = place.NumberOrFeel("min"),
            Max = place.NumberOrFeel("max"),
            Prefill = place.Feel("prefill"),
            Unit = place.Local("unit"),
            Help = place.Local("help"),
        };
    }

    private static Searchable ReadSearchable(JsonPlace place) =>
        place.TryGet("searchable", out var value) && value.ValueKind is System.Text.Json.JsonValueKind.False ? Searchable.No
        : place.Choice("searchable", ServiceWords.Words<Searchable>()) ?? Searchable.No;

    private static FeelOr<string>? ReadFormat(JsonPlace place)
    {
        var format = place.TextOrFeel("format");
        if (format is { Expression: null, Constant: { } code } && !IdentifierKinds.TryParse(code, out _))
        {
            place.File.Add(place.At("format"), "package.json.choice", ("value", code), ("choices", string.Join(", ", IdentifierKinds.Codes)));
            return null;
        }

        return format;
    }

    private static FieldCheck? ReadCheck(JsonPlace place)
    {
        place.Only("rule", "message");
        if (!place.Has("rule")) place.Missing("rule", "");
        var message = place.RequiredLocal("message");
        return place.Feel("rule") is { } rule ? new FieldCheck(rule, message) : null;
    }
}
