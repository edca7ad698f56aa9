using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Approvals.Workflows.Tests;

/// <summary>docs/schemas/workflow.schema.json and the engine name the same activities and inputs.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement Definitions =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(IncidentTests.SourceFolder(), "..", "..", "docs", "schemas", "workflow.schema.json"))).RootElement.GetProperty("$defs");

    private static IEnumerable<string> Names => Definitions.EnumerateObject().Select(d => d.Name).Where(n => n.StartsWith("Approvals.", StringComparison.Ordinal));

    public static TheoryData<string> Types() => new(Names);

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryInputOfTheSchema_IsReadByTheEngine(string type)
    {
        var inputs = Definitions.GetProperty(type).GetProperty("properties").EnumerateObject().Select(p => p.Name).ToList();
        var activity = new JsonObject { ["id"] = "a", ["type"] = type };
        foreach (var input in inputs)
        {
            activity[input] = new JsonObject { ["expression"] = new JsonObject { ["type"] = "Python", ["value"] = "1" } };
        }

        var read = WorkflowDefinition.Read(Encoding.UTF8.GetBytes(new JsonObject { ["root"] = activity }.ToJsonString())).Value;

        Assert.Equal(inputs.Order(), read.Check().Where(p => p.Code == "workflow.check.unsupportedExpression").Select(p => p.Data["input"]).Order());
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void RequiredInputsOfTheSchema_AreRequiredByTheEngine(string type)
    {
        var required = Definitions.GetProperty(type).TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()!) : [];
        var read = WorkflowDefinition.Read(Encoding.UTF8.GetBytes($$"""{ "root": { "id": "a", "type": "{{type}}" } }""")).Value;

        Assert.Equal(required.Order(), read.Check().Where(p => p.Code == "workflow.check.inputMissing").Select(p => p.Data["input"]).Order());
    }

    [Fact]
    public void EveryApprovalActivity_IsInTheSchema() => Assert.Equal(
        ["Accept", "Book", "ChangeEntitlement", "Copy", "Decide", "Defence", "Fill", "Grant", "JoinWaitingList", "Notify", "PublicNotice", "RegisterRelative", "Review", "StartCase", "Vote",
            "WaitUntil", "WaitWorkingDays"],
        Names.Select(n => n["Approvals.".Length..]).Order(StringComparer.Ordinal));
}
