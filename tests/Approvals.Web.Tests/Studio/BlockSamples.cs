using System.Text.Json.Nodes;
using Approvals.Workflows;

namespace Approvals.Web.Tests.Studio;

/// <summary>A value for every setting of every block that a flow around it can do with.</summary>
internal static class BlockSamples
{
    private static readonly Dictionary<string, string> Special = new(StringComparer.Ordinal)
    {
        ["form"] = "\"check\"", ["state"] = "\"UnderReview\"", ["onSkip"] = "\"Waived\"", ["decision"] = "\"fee\"", ["inputs"] = """{ "age": "=30" }""", ["into"] = """{ "answer": "fee" }""",
        ["result"] = "\"granted\"", ["fields"] = """["facts"]""", ["where"] = """["hall"]""", ["conditional"] = """["photo"]""", ["returnTo"] = """["applicant"]""", ["distinctFrom"] = """["review"]""",
        ["outcomes"] = """["Approved", "Rejected"]""", ["kind"] = "\"card\"", ["level"] = "\"A\"", ["number"] = "\"K-{serial:5}\"", ["service"] = "\"talent-classification\"",
        ["draw"] = """{ "field": "medicine", "number": 3, "minimum": 2 }""", ["recusal"] = """{ "employer": "=case.employer.uscc" }""", ["relative"] = """{ "name": "facts" }""",
        ["workflowDefinitionId"] = "\"sub\"", ["cronExpression"] = "\"0 9 * * 1\"", ["timeSpan"] = "\"1.00:00:00\"", ["interval"] = "\"1.00:00:00\"", ["url"] = "\"https://example.org/a\"",
        ["expectedStatusCodes"] = "[200]", ["to"] = """["a@example.org"]""", ["cc"] = """["b@example.org"]""", ["bcc"] = """["c@example.org"]""", ["correlationId"] = "\"one\"",
        ["onTimeout"] = """{ "act": "remind" }""", ["letters"] = """{ "Done": "decision" }""", ["dateTime"] = "\"2027-01-01T09:00:00Z\"", ["requestHeaders"] = """{ "X-One": "1" }""",
        ["branches"] = """["one", "two"]""", ["start"] = "1", ["end"] = "7", ["step"] = "2",
    };

    /// <summary>A setting's value as a command writes it.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="outcome">An outcome that the block may leave by.</param>
    public static JsonNode Of(BlockSetting setting, string outcome)
    {
        var plain = setting.Kind is BlockSettingKind.Participants || (setting.Kind is BlockSettingKind.Choice or BlockSettingKind.Output or BlockSettingKind.Permissions) ? ByKind(setting, outcome)
            : setting.Kind is BlockSettingKind.Value or BlockSettingKind.Condition ? ByKind(setting, outcome)
            : Special.TryGetValue(setting.Name, out var special) ? JsonNode.Parse(special)! : ByKind(setting, outcome);
        return !setting.IsInput ? plain : setting.Kind is BlockSettingKind.Value or BlockSettingKind.Condition
            ? new JsonObject { ["type"] = "FEEL", ["value"] = plain }
            : new JsonObject { ["type"] = plain is JsonValue ? "Literal" : "Object", ["value"] = plain };
    }

    private static JsonNode ByKind(BlockSetting setting, string outcome) => setting.Kind switch
    {
        BlockSettingKind.Number => 7,
        BlockSettingKind.Share => "2/3",
        BlockSettingKind.Flag => true,
        BlockSettingKind.Choice => setting.Options[^1],
        BlockSettingKind.Choices => new JsonArray(setting.Options[0]),
        BlockSettingKind.Date => "2027-01-01",
        BlockSettingKind.Condition => "case.region = \"220000\"",
        BlockSettingKind.Value => setting.Name == "items" ? "[1, 2]" : "\"A\"",
        BlockSettingKind.Letter => "decision",
        BlockSettingKind.Participants => JsonNode.Parse("""[{ "kind": "role", "role": "Reviewer", "level": "city", "organisationKind": "hr" }]""")!,
        BlockSettingKind.Limit => JsonNode.Parse("""{ "length": 3, "unit": "workingDays", "yellow": { "days": 1 } }""")!,
        BlockSettingKind.Permissions => JsonNode.Parse("""{ "readOnly": ["facts"] }""")!,
        BlockSettingKind.Map => JsonNode.Parse("""{ "name": "=1 + 1" }""")!,
        BlockSettingKind.Words => JsonNode.Parse("""{ "zh-CN": "样例", "en": "Sample" }""")!,
        BlockSettingKind.Outcomes => new JsonObject { [outcome] = JsonNode.Parse("""{ "zh-CN": "好", "en": "Good" }""") },
        BlockSettingKind.Cases => JsonNode.Parse("""[{ "label": "branch1", "condition": { "type": "FEEL", "value": "case.region = \"220000\"" } }]""")!,
        BlockSettingKind.Variable => JsonNode.Parse("""{ "id": "answer", "name": "answer" }""")!,
        BlockSettingKind.Output => JsonNode.Parse("""{ "typeName": "Object", "memoryReference": { "id": "answer" } }""")!,
        _ => "text",
    };
}
