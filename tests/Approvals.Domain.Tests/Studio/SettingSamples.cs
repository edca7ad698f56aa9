using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Catalogue;

namespace Approvals.Domain.Tests.Studio;

/// <summary>Writes every setting of a catalogue by commands, one after another, and finds each again in the file.</summary>
internal sealed class SettingSamples(DraftFiles files, string file)
{
    private static readonly Dictionary<string, JsonNode> Special = new(StringComparer.Ordinal)
    {
        ["service.code"] = "sample-service", ["service.number"] = "42", ["service.caseNumber"] = "{region:6}{date:yyyyMMdd}{service:2}{serial:5}{check}",
        ["entitlement.number"] = "{region:6}{date:yyyyMMdd}{service:2}{serial:5}{check}", ["reminder.unit"] = "days", ["yellow.share"] = 0.5m,
        ["reminder.id"] = "sample-id", ["component.key"] = "renamed", ["component.path"] = "renamed", ["clock.silence"] = "accepted",
        ["component.approvals/format"] = "mobile", ["component.validate/pattern"] = "^a$", ["quiet.to"] = "08:00",
        ["component.approvals/list"] = "regions", ["component.approvals/document"] = "photo", ["component.approvals/readers"] = new JsonArray("Reviewer"),
    };

    /// <summary>The files as they stand.</summary>
    internal DraftFiles Files { get; private set; } = files;

    /// <summary>What was sent, in order.</summary>
    internal List<CommandText> Commands { get; } = [];

    /// <summary>Addresses whose value was written and not found again.</summary>
    internal List<string> Lost { get; } = [];

    /// <summary>Writes a setting of the object at an address, with all that is inside it.</summary>
    internal void Write(string at, Setting setting)
    {
        var place = $"{at}/{setting.Name}";
        switch (setting.Kind)
        {
            case SettingKind.Components:
                break;
            case SettingKind.Record:
                Set(place, Filled(setting.Settings));
                foreach (var inner in setting.Settings) Write(place, inner);
                break;
            case SettingKind.Records:
                Run(new CommandText("value.insert", file, place, Index: 0, Value: Element(Filled(setting.Settings))));
                foreach (var inner in setting.Settings) Write($"{place}/0", inner);
                break;
            default:
                if (setting.Name.Contains('/', StringComparison.Ordinal)) Own($"{at}/{setting.Name.Split('/')[0]}");
                Set(place, Sample(setting));
                break;
        }
    }

    private void Own(string place)
    {
        if (Find(place) is null) Set(place, new JsonObject());
    }

    private void Set(string place, JsonNode value)
    {
        Run(new CommandText("value.set", file, place, Value: Element(value)));
        if (!JsonNode.DeepEquals(Find(place), value)) Lost.Add(place);
    }

    private void Run(CommandText text)
    {
        Commands.Add(text);
        var changed = DraftCommands.Read(text).Value.Apply(Files);
        if (changed.IsSuccess) Files = changed.Value;
        else Lost.Add($"{text.Kind} {text.At}: {changed.Error.Code}");
    }

    private JsonNode? Find(string place) => place.Split('/').Skip(1).Aggregate(
        JsonNode.Parse(Files.Text(file).Value),
        (node, step) => node switch
        {
            JsonObject map => map[step],
            JsonArray list => list[int.Parse(step, CultureInfo.InvariantCulture)],
            _ => null,
        });

    private static JsonObject Filled(IEnumerable<Setting> settings) =>
        new(settings.Where(s => s.IsRequired).Select(s => KeyValuePair.Create(s.Name, (JsonNode?)Sample(s))));

    private static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);

    private static JsonNode Sample(Setting setting) => Special.TryGetValue($"{setting.Scope}.{setting.Name}", out var special) ? special.DeepClone() : setting.Kind switch
    {
        SettingKind.LocalText or SettingKind.LocalLongText or SettingKind.LocalMarkdown => new JsonObject { ["zh-CN"] = "样例", ["en"] = "Sample" },
        SettingKind.Whole or SettingKind.Number => Math.Max(setting.Least ?? 0, 1),
        SettingKind.Flag or SettingKind.FlagOrFeel => true,
        SettingKind.Choice => setting.Options[^1],
        SettingKind.Choices => new JsonArray(setting.Options[^1]),
        SettingKind.Texts or SettingKind.References => new JsonArray("sample"),
        SettingKind.Wholes => new JsonArray(-30),
        SettingKind.Date or SettingKind.ValueOrFeel => "2026-01-01",
        SettingKind.Time => "09:00",
        SettingKind.DayOfYear => "01-01",
        SettingKind.Feel or SettingKind.Condition => "=true",
        SettingKind.NumberOrFeel => 1,
        SettingKind.Terms => new JsonObject { ["sample"] = new JsonObject { ["zh-CN"] = "样例", ["en"] = "Sample" } },
        SettingKind.Figures => new JsonObject { ["sample"] = new JsonObject { ["value"] = 5, ["note"] = "样例" } },
        SettingKind.Feels => new JsonObject { ["sample"] = "=true" },
        _ => "sample",
    };
}
