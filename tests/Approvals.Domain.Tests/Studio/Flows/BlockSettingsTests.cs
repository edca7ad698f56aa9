using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Domain.Studio;
using Approvals.Workflows;

namespace Approvals.Domain.Tests.Studio.Flows;

/// <summary>Every setting of every kind of block is written by a command and found again in the file.</summary>
public sealed class BlockSettingsTests
{
    private const string File = "workflow.json";

    public static TheoryData<string, string> Settings()
    {
        var data = new TheoryData<string, string>();
        foreach (var kind in BlockCatalog.Kinds)
        {
            foreach (var setting in kind.Settings.Where(s => s.Kind != BlockSettingKind.Child))
            {
                data.Add(kind.Kind, setting.Name);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Set_EverySetting_StandsInTheFile(string kind, string name)
    {
        var setting = BlockCatalog.Of(kind)!.Settings.Single(s => s.Name == name);
        var value = Sample(setting);
        var files = Apply(Draft(kind), new CommandText("flow.set", File, "block", name, Value: JsonSerializer.SerializeToElement(value))).Value;

        Assert.True(JsonNode.DeepEquals(value, Found(files, setting)));
        var without = Apply(files, new CommandText("flow.set", File, "block", name)).Value;
        Assert.Null(Found(without, setting));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Set_ByAnExpression_StandsInTheFile(string kind, string name)
    {
        var setting = BlockCatalog.Of(kind)!.Settings.Single(s => s.Name == name);
        if (!setting.IsInput)
        {
            return;
        }

        var formula = new JsonObject { ["type"] = "FEEL", ["value"] = "case.region" };
        var files = Apply(Draft(kind), new CommandText("flow.set", File, "block", name, Value: JsonSerializer.SerializeToElement(formula))).Value;

        Assert.True(JsonNode.DeepEquals(formula, Found(files, setting)));
    }

    [Theory]
    [InlineData("flow.set", "block", "nothing", "1", "workflow.edit.noSetting")]
    [InlineData("flow.set", "block", "limit", "5", "workflow.edit.wrongSetting")]
    [InlineData("flow.set", "block", "mode", """{ "type": "Literal", "value": "Nobody" }""", "workflow.edit.wrongSetting")]
    [InlineData("flow.set", "nobody", "limit", "null", "workflow.edit.noActivity")]
    [InlineData("flow.delete", "nobody", null, null, "workflow.edit.noActivity")]
    [InlineData("flow.insert", "block", null, """{ "kind": "Approvals.Nothing", "after": "block" }""", "workflow.edit.unknownKind")]
    [InlineData("flow.insert", "block", null, "{}", "studio.command.lacks")]
    [InlineData("flow.move", "block", null, "{}", "studio.command.lacks")]
    [InlineData("flow.branch.add", "block", null, null, "studio.command.lacks")]
    [InlineData("flow.place", "block", null, """{ "x": "far" }""", "studio.command.lacks")]
    [InlineData("flow.connect", "block", "block", """{ "port": "Done" }""", "workflow.edit.toItself")]
    public void Command_ThatCannotBeMade_SaysWhy(string kind, string at, string? to, string? value, string code) => Assert.Equal(
        code, Apply(Draft("Approvals.Review"), new CommandText(kind, File, at, to, Value: value is null ? null : JsonSerializer.Deserialize<JsonElement>(value))).Error!.Code);

    [Fact]
    public void Command_OnWhatIsNoFlow_IsRefused() => Assert.Equal(
        "studio.flow.notAFlow", Apply(Draft("Approvals.Review"), new CommandText("flow.delete", "service.json", "block")).Error!.Code);

    [Fact]
    public void Targets_OfDifferentSteps_AreApart()
    {
        var one = DraftCommands.Read(new CommandText("flow.set", File, "a", "limit")).Value.Targets.Single();
        var other = DraftCommands.Read(new CommandText("flow.set", File, "ab", "limit")).Value.Targets.Single();

        Assert.Equal("workflow.json#/root/activities/[id=a]/limit", one);
        Assert.NotEqual(one, other);
    }

    private static JsonNode Sample(BlockSetting setting)
    {
        JsonNode plain = setting.Kind switch
        {
            BlockSettingKind.Number => 7,
            BlockSettingKind.Share => "2/3",
            BlockSettingKind.Flag => true,
            BlockSettingKind.Choice => setting.Options[^1],
            BlockSettingKind.Choices => new JsonArray(setting.Options[0]),
            BlockSettingKind.Participants => JsonNode.Parse("""[{ "kind": "role", "role": "Reviewer", "level": "city" }]""")!,
            BlockSettingKind.Limit => JsonNode.Parse("""{ "length": 3, "unit": "workingDays", "yellow": { "days": 1 } }""")!,
            BlockSettingKind.Timeout => JsonNode.Parse("""{ "act": "remind" }""")!,
            BlockSettingKind.Names or BlockSettingKind.Steps => new JsonArray("one", "two"),
            BlockSettingKind.Permissions => JsonNode.Parse("""{ "editable": ["a"], "readOnly": [], "hidden": ["b"] }""")!,
            BlockSettingKind.Map or BlockSettingKind.Letters => JsonNode.Parse("""{ "name": "=1 + 1" }""")!,
            BlockSettingKind.Words => JsonNode.Parse("""{ "zh-CN": "名", "en": "Name" }""")!,
            BlockSettingKind.Outcomes => JsonNode.Parse("""{ "Done": { "zh-CN": "好", "en": "Done" } }""")!,
            BlockSettingKind.Cases => JsonNode.Parse("""[{ "label": "a", "condition": { "type": "FEEL", "value": "x = 1" } }]""")!,
            BlockSettingKind.Variable => JsonNode.Parse("""{ "id": "v", "name": "v" }""")!,
            BlockSettingKind.Output => JsonNode.Parse("""{ "typeName": "Object", "memoryReference": { "id": "v" } }""")!,
            _ => "text",
        };
        return setting.IsInput ? new JsonObject { ["type"] = plain is JsonValue ? "Literal" : "Object", ["value"] = plain } : plain;
    }

    private static JsonNode? Found(DraftFiles files, BlockSetting setting)
    {
        var block = JsonNode.Parse(files.Read(File).Value.Span)!["root"]!["activities"]!.AsArray().Single(a => a!["id"]!.ToString() == "block")!;
        var names = setting.Path.IsEmpty ? [setting.Name] : setting.Path;
        var value = names.Aggregate((JsonNode?)block, (node, name) => node?[name]);
        return setting.IsInput ? value?["expression"] : value;
    }

    private static DraftFiles Draft(string type) => DraftFiles.Of(new Dictionary<string, ReadOnlyMemory<byte>>
    {
        [File] = Encoding.UTF8.GetBytes($$"""
            { "definitionId": "d", "root": { "id": "flow", "type": "Elsa.Flowchart", "activities": [
              { "id": "block", "type": "{{type}}" }, { "id": "after", "type": "Elsa.End" } ],
              "connections": [{ "source": { "activity": "block", "port": "Done" }, "target": { "activity": "after", "port": "In" } }] } }
            """),
        ["service.json"] = "{}"u8.ToArray(),
    });

    private static Result<DraftFiles> Apply(DraftFiles files, CommandText text) => DraftCommands.Read(text).Bind(command => command.Apply(files));
}
