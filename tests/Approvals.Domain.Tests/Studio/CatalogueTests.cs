using System.Text.Json;
using Approvals.Domain.Studio.Catalogue;

namespace Approvals.Domain.Tests.Studio;

/// <summary>The catalogue names what the schemas allow, no less and no more, in both languages.</summary>
public sealed class CatalogueTests
{
    private const string Kept = "Kept for other editors; not read.";

    private static readonly string[] Flattened = ["conditional", "validate", "approvals"];

    [Fact]
    public void Service_AgainstItsSchema_HasEverySetting() =>
        Assert.Equal(Properties("service", ""), Names(ServiceSettings.Sections.SelectMany(s => s.Settings)));

    [Fact]
    public void Dictionary_AgainstItsSchema_HasEverySetting() => Assert.Equal(Properties("dictionary", ""), Names(ServiceSettings.Dictionary));

    [Fact]
    public void Form_AgainstItsSchema_HasEverySetting() =>
        Assert.Equal(Schema("form").GetProperty("properties").EnumerateObject().Where(IsRead).Select(p => p.Name).Order(StringComparer.Ordinal), FormSettings.Form.Select(s => s.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Components_AgainstTheSchema_HaveEverySetting()
    {
        var kinds = FormSettings.Kinds.SelectMany(k => FormSettings.Of(k)).ToList();
        var component = Definition("form", "component").GetProperty("properties");
        var expected = component.EnumerateObject().Where(IsRead).SelectMany(p => Flattened.Contains(p.Name)
            ? Resolve("form", p.Value).GetProperty("properties").EnumerateObject().Where(IsRead).Select(inner => $"{p.Name}/{inner.Name}")
            : [p.Name]);

        Assert.Equal(expected.Order(StringComparer.Ordinal), kinds.Select(s => s.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Inside("form", component.GetProperty("values")), Names(kinds.First(s => s.Name == "values").Settings));
        Assert.Equal(Inside("form", component.GetProperty("columns")), Names(kinds.First(s => s.Name == "columns").Settings));
    }

    [Fact]
    public void Words_OfEverySettingAndOption_StandInTheTexts()
    {
        var texts = MessageCatalog.Load(typeof(Setting).Assembly).Texts;
        var settings = ServiceSettings.Sections.SelectMany(s => s.Settings).Concat(ServiceSettings.Dictionary).Concat(FormSettings.Form)
            .Concat(FormSettings.Kinds.SelectMany(k => FormSettings.Of(k))).SelectMany(All).ToList();
        var keys = settings.SelectMany(s => new[] { s.Label, s.Label + ".help" }.Concat(s.Options.Select(s.OptionLabel)))
            .Concat(ServiceSettings.Sections.SelectMany(s => new[] { s.Label, s.Label + ".help" }))
            .Concat(settings.Select(s => s.Group).OfType<string>().Select(g => $"catalogue.group.{g}"));

        Assert.All(keys.Distinct(), key => Assert.True(texts.ContainsKey(key), key));
    }

    private static IEnumerable<Setting> All(Setting setting) => setting.Settings.SelectMany(All).Prepend(setting);

    private static IEnumerable<string> Names(IEnumerable<Setting> settings) =>
        settings.SelectMany(s => Names(s.Settings).Select(n => $"{s.Name}.{n}").Prepend(s.Name)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Properties(string schema, string path) => Walk(schema, Schema(schema), path).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Inside(string schema, JsonElement node) => Walk(schema, node.GetProperty("items"), "").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Walk(string schema, JsonElement node, string path)
    {
        var described = Resolve(schema, node);
        if (described.TryGetProperty("items", out var items))
        {
            described = Resolve(schema, items);
        }

        if (!described.TryGetProperty("properties", out var properties))
        {
            yield break;
        }

        foreach (var property in properties.EnumerateObject().Where(IsRead))
        {
            var at = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            yield return at;
            foreach (var inner in Walk(schema, property.Value, at))
            {
                yield return inner;
            }
        }
    }

    private static bool IsRead(JsonProperty property) => property.Name != "$schema"
        && !(property.Value.ValueKind == JsonValueKind.Object && property.Value.TryGetProperty("description", out var told) && told.GetString() == Kept);

    private static JsonElement Resolve(string schema, JsonElement node) =>
        node.TryGetProperty("$ref", out var reference) && reference.GetString() is { } name ? Definition(schema, name["#/$defs/".Length..]) : node;

    private static JsonElement Definition(string schema, string name) => Schema(schema).GetProperty("$defs").GetProperty(name);

    private static JsonElement Schema(string schema) => TestData.Json($"schemas/{schema}.schema.json");
}
