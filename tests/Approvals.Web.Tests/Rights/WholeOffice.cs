using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Approvals.Application.Policies;
using Approvals.TestKit.Cases;

namespace Approvals.Web.Tests.Rights;

/// <summary>A service whose cases lie at once with everybody who ever has one in hand: each step of a case that the matrix needs is open.</summary>
internal static class WholeOffice
{
    public const string Code = "whole-office";

    private static readonly string[] Steps = ["recommend", "accept", "review", "approve", "panel", "fill", "hear", "notice", "ask", "tell", "list", "book", "stuck", "grant", "draw"];

    public static PackageTree Tree
    {
        get
        {
            var folder = Flow().Letter("told", "page, pickup").Folder;
            var files = folder.Files
                .SetItem("forms/application.json", Encoding.UTF8.GetBytes(Form))
                .SetItem("service.json", Service(folder.Files["service.json"]));
            return new PackageTree([new PackageFolder(Code, files)], ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty);
        }
    }

    private static FlowPackage Flow() => FlowPackage.Begin(Code)
        .Step("recommend", "Approvals.Review", ("participants", JsonNode.Parse("""[{ "kind": "employerAgent" }]""")))
        .Step("accept", "Approvals.Review", ("participants", Role("IntakeOfficer", "county")))
        .Review("review", ("allowed", JsonNode.Parse("""["transfer", "delegate", "addSigner", "askOpinion", "copy", "batch"]""")))
        .Step("approve", "Approvals.Review", ("participants", Role("Approver", "city")))
        .Step("panel", "Approvals.Vote", ("panel", Role("Expert", "province")), ("quorum", "2/3"), ("pass", "1/2"))
        .Step("draw", "Approvals.Vote", ("draw", JsonNode.Parse(
            """{ "number": 1, "by": [{ "kind": "role", "role": "Lead", "level": "county" }, { "kind": "role", "role": "Lead", "level": "province" }] }""")), ("quorum", "2/3"), ("pass", "1/2"))
        .Step("fill", "Approvals.Fill", ("form", "application"))
        .Step("hear", "Approvals.Defence", ("limit", new { length = 5, unit = "workingDays" }))
        .Step("notice", "Approvals.PublicNotice", ("template", "told"), ("fields", new JsonArray()), ("workingDays", 5), ("rulings", Role("Lead", "county")))
        .Step("ask", "Elsa.RunTask", ("taskName", "print"))
        .Step("tell", "Approvals.Notify", ("to", JsonNode.Parse("""[{ "kind": "applicant" }]""")), ("template", "told"), ("channels", new[] { "page", "pickup" }))
        .Step("list", "Approvals.JoinWaitingList", ("list", "=\"things-\" + case.city"), ("orderKey", "=[case.submittedOn]"),
            ("offerLimit", new { length = 5, unit = "workingDays" }), ("refusalsAllowed", 1), ("onRefusal", "end"), ("onLapse", "refusal"))
        .Step("book", "Approvals.Book", ("owner", JsonNode.Parse(
            $$"""[{ "kind": "role", "role": "Provider", "organisation": "=if case.city = \"220100\" then \"{{Place.Here.ProviderUscc}}\" else \"{{Place.There.ProviderUscc}}\"" }]""")),
            ("resource", "=\"desk-\" + case.city"), ("window", "=today"), ("details", new { }), ("confirmLimit", new { length = 1, unit = "workingDays" }), ("untilAttended", true))
        .Step("stuck", "Approvals.Review", ("participants", JsonNode.Parse("""[{ "kind": "role", "role": "PolicyApprover", "region": "220204" }]""")), ("whenNobody", "incident"))
        .Step("grant", "Approvals.Grant", ("kind", "grant"), ("validFrom", "=today"))
        .End("yes", "granted").End("no", "refused")
        .Ways([.. Steps.Select(s => $"apply>{s}"), "recommend:Approved>yes", "recommend:Rejected>no"]);

    private static JsonNode Role(string role, string level) => JsonNode.Parse($$"""[{ "kind": "role", "role": "{{role}}", "level": "{{level}}" }]""")!;

    private static ReadOnlyMemory<byte> Service(ReadOnlyMemory<byte> small)
    {
        var service = JsonNode.Parse(small.Span)!.AsObject();
        service["sameThing"] = "none";
        service["onBehalf"] = new JsonArray("employer", "counter");
        service["documents"] = JsonNode.Parse(
            """[{ "type": "paper", "name": { "zh-CN": "材料", "en": "Paper" }, "required": false, "formats": ["pdf"], "maxMegabytes": 10, "maxCount": 4 }]""");
        return Encoding.UTF8.GetBytes(service.ToJsonString());
    }

    private const string Form = """
        { "id": "application", "type": "default", "schemaVersion": 16, "components": [
          { "key": "name", "type": "textfield", "label": { "zh-CN": "姓名", "en": "Name" }, "validate": { "required": true }, "approvals": { "prefill": "=applicant.name" } },
          { "key": "idNumber", "type": "textfield", "label": { "zh-CN": "证件号码", "en": "Document number" }, "approvals": { "sensitive": true, "mask": "identifier" } },
          { "key": "uscc", "type": "textfield", "label": { "zh-CN": "单位代码", "en": "Employer" }, "validate": { "required": true }, "approvals": { "format": "uscc" } },
          { "key": "papers", "type": "filepicker", "label": { "zh-CN": "材料", "en": "Papers" }, "approvals": { "document": "paper", "min": 0, "max": 4 } } ] }
        """;
}

/// <summary>A place with an employer, a provider and an office.</summary>
/// <param name="City">The city's code.</param>
/// <param name="County">The county of it whose office has the cases.</param>
/// <param name="EmployerUscc">An employer of the county.</param>
/// <param name="Agent">The employer's agent.</param>
/// <param name="Provider">A provider's demo person.</param>
/// <param name="ProviderUscc">The provider.</param>
/// <param name="Clerk">A clerk at the county's counter.</param>
/// <param name="Expert">Somebody who becomes an expert of the pool that the county keeps.</param>
internal sealed record Place(string City, string County, string EmployerUscc, string Agent, string Provider, string ProviderUscc, string Clerk, string Expert)
{
    public static Place Here { get; } = new("220100", "220104", "91220104MA99A00145", "wang.fang", "homes.ge", "91220100MA99A0065K", "liu.ying", "yu.hang");

    public static Place There { get; } = new("220200", "220204", "91220204MA99A00300", "ma.chao", "homes.fu", "91220200MA99A0073K", "song.bin", "shen.qing");
}
