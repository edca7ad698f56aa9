using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Application.Policies;

namespace Approvals.TestKit.Cases;

/// <summary>A service of what is scarce: one waits in a list for it, then books a time to fetch it.</summary>
public static class AllotmentPackage
{
    public const string Code = "small-allotment";
    public const string List = "things";
    public const string Desk = "desk-1";

    /// <summary>The code of the organisation that answers bookings.</summary>
    public const string Owner = "91220101MA0Y4K5Q2X";

    /// <summary>The package; inputs of its two steps can be given otherwise.</summary>
    public static PackageTree Tree(string code = Code, bool booking = true, string owner = Owner, string desk = Desk, params (string Input, object Value)[] inputs) => new(
        [new PackageFolder(code, Files(code, booking, owner, desk, inputs))], ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty);

    private static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files(string code, bool booking, string owner, string desk, (string Input, object Value)[] inputs) =>
        new Dictionary<string, string>
        {
            ["service.json"] = Service.Replace(Code, code, StringComparison.Ordinal),
            ["workflow.json"] = Flow(code, booking, owner, desk, inputs),
            ["forms/application.json"] = Form,
        }.ToImmutableSortedDictionary(f => f.Key, f => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(f.Value)), StringComparer.Ordinal);

    private static string Flow(string code, bool booking, string owner, string desk, (string Input, object Value)[] inputs)
    {
        var given = inputs.ToDictionary(i => i.Input, i => i.Value);
        object Given(string input, object otherwise) => given.GetValueOrDefault(input, otherwise);
        var list = Step("list", "JoinWaitingList", ("list", List), ("orderKey", "=[form.application.rank, case.submittedOn]"),
            ("offerLimit", new { length = 5, unit = "workingDays" }), ("refusalsAllowed", Given("refusalsAllowed", 1)),
            ("onRefusal", Given("onRefusal", "end")), ("onLapse", Given("onLapse", "refusal")));
        var book = Step("book", "Book", ("owner", new object[] { new { kind = "role", role = "Provider", organisation = owner } }), ("resource", desk),
            ("window", "=form.application.wanted"), ("details", new { trouble = "=form.application.trouble" }), ("confirmLimit", new { length = 1, unit = "workingDays" }),
            ("untilAttended", Given("untilAttended", true)));
        var flow = new JsonObject
        {
            ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["start"] = "apply",
            ["activities"] = new JsonArray(
            [
                Step("apply", "Fill", ("form", "application"), ("who", new object[] { new { kind = "applicant" } })), list,
                .. booking ? new JsonNode[] { book } : [], End("granted", "granted"), End("refused", "refused"), End("ended", "terminated"),
            ]),
            ["connections"] = new JsonArray([.. Ways(booking).Select(w => (JsonNode)new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = w.From, ["port"] = w.Port }, ["target"] = new JsonObject { ["activity"] = w.To, ["port"] = "In" },
            })]),
        };
        return new JsonObject { ["definitionId"] = code, ["name"] = code, ["variables"] = new JsonArray(), ["root"] = flow }.ToJsonString();
    }

    private static IEnumerable<(string From, string Port, string To)> Ways(bool booking) =>
    [
        ("apply", "Done", "list"), ("list", "Taken", booking ? "book" : "granted"), ("list", "Removed", "refused"),
        .. booking
            ? new[] { ("book", "Confirmed", "granted"), ("book", "Refused", "refused"), ("book", "NoShow", "ended"), ("book", "Cancelled", "ended") }
            : [],
    ];

    private static JsonObject Step(string id, string type, params (string Name, object Value)[] inputs)
    {
        var step = new JsonObject
        {
            ["id"] = id, ["type"] = $"Approvals.{type}",
            ["customProperties"] = new JsonObject { ["approvals"] = new JsonObject { ["name"] = new JsonObject { ["zh-CN"] = id, ["en"] = id }, ["state"] = "UnderReview" } },
        };
        foreach (var (name, value) in inputs)
        {
            var kind = value is not string text ? "Object" : text.StartsWith('=') ? "FEEL" : "Literal";
            step[name] = new JsonObject
            {
                ["typeName"] = "Object",
                ["expression"] = new JsonObject { ["type"] = kind, ["value"] = value is string plain ? plain.TrimStart('=') : JsonSerializer.SerializeToNode(value) },
            };
        }

        return step;
    }

    private static JsonObject End(string id, string result) => new()
    {
        ["id"] = id, ["type"] = "Elsa.End",
        ["customProperties"] = new JsonObject { ["approvals"] = new JsonObject { ["state"] = result == "granted" ? "Finished" : "Terminated", ["result"] = result } },
    };

    private const string Service = """
        {
          "code": "small-allotment", "number": "92", "name": { "zh-CN": "小额配给", "en": "Small allotment" }, "nature": "publicService",
          "applicants": ["person"], "limits": { "promised": { "length": 20, "unit": "workingDays" } }, "clock": { "startsOn": "receipt" },
          "regions": { "roots": ["220000"], "levels": ["county", "city", "province"] }, "sameThing": "none", "effectiveFrom": "2026-01-01"
        }
        """;

    private const string Form = """
        { "id": "application", "type": "default", "schemaVersion": 16, "components": [
          { "key": "rank", "type": "number", "label": { "zh-CN": "层次", "en": "Rank" }, "validate": { "required": true } },
          { "key": "wanted", "type": "date", "label": { "zh-CN": "期望日期", "en": "Wanted" } },
          { "key": "trouble", "type": "textfield", "label": { "zh-CN": "情况", "en": "Trouble" }, "approvals": { "sensitive": true } } ] }
        """;
}
