using System.Collections.Immutable;
using System.Text;
using Approvals.Application.Policies;

namespace Approvals.TestKit.Cases;

/// <summary>The smallest service that has everything a step writes: fill in, review, grant, end.</summary>
public static class SmallPackage
{
    public const string Code = "small-grant";

    /// <summary>At the end of a mode: who approves finds the same review again.</summary>
    public const string Endless = " again and again";

    /// <summary>The package with a mode of review.</summary>
    public static PackageTree Tree(string mode = "AnyOf", string code = Code, Func<string, string>? change = null) => new(
        [new PackageFolder(code, Files(mode, code, change))], ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty);

    /// <summary>The files of the package.</summary>
    /// <param name="mode">The mode of its review.</param>
    /// <param name="code">Its code.</param>
    /// <param name="change">Changes the text of its flow.</param>
    public static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files(string mode = "AnyOf", string code = Code, Func<string, string>? change = null) =>
        new Dictionary<string, string>
        {
            ["service.json"] = Service.Replace("small-grant", code, StringComparison.Ordinal),
            ["workflow.json"] = (change ?? (text => text))(Flow(mode).Replace("small-grant", code, StringComparison.Ordinal)),
            ["forms/application.json"] = Form,
        }.ToImmutableSortedDictionary(f => f.Key, f => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(f.Value)), StringComparer.Ordinal);

    /// <summary>The flow with a mode of review, or with a panel's secret vote in its place.</summary>
    private static string Flow(string mode) => mode.EndsWith(Endless, StringComparison.Ordinal)
        ? Flow(mode[..^Endless.Length])
            .Replace("""Approved" }, "target": { "activity": "grant""", """Approved" }, "target": { "activity": "review""", StringComparison.Ordinal)
            .Replace("\"allowed\":", """ "allowSuccessive": { "typeName": "Boolean", "expression": { "type": "Literal", "value": true } }, "allowed":""", StringComparison.Ordinal)
        : mode == "Vote"
        ? Workflow.Replace("Approvals.Review", "Approvals.Vote", StringComparison.Ordinal).Replace("\"participants\"", "\"panel\"", StringComparison.Ordinal)
            .Replace("\"Approved\"", "\"Passed\"", StringComparison.Ordinal).Replace("\"Rejected\"", "\"Failed\"", StringComparison.Ordinal)
            .Replace("\"TimedOut\" }, \"target\"", "\"NoQuorum\" }, \"target\"", StringComparison.Ordinal)
        : Workflow.Replace("AnyOf", mode, StringComparison.Ordinal);

    private const string Service = """
        {
          "code": "small-grant", "number": "91", "name": { "zh-CN": "小额补助", "en": "Small grant" }, "nature": "payment",
          "applicants": ["person"], "limits": { "statutory": { "length": 12, "unit": "workingDays" }, "promised": { "length": 10, "unit": "workingDays" } }, "clock": { "startsOn": "receipt" },
          "regions": { "roots": ["220000"], "levels": ["county", "city", "province"] },
          "entitlements": [{ "kind": "grant", "name": { "zh-CN": "补助凭证", "en": "Grant" }, "number": "XB{region:6}{date:yyyy}{serial:6}", "validity": { "years": 1 } }],
          "effectiveFrom": "2026-01-01"
        }
        """;

    private const string Form = """
        { "id": "application", "type": "default", "schemaVersion": 16, "components": [
          { "key": "name", "type": "textfield", "label": { "zh-CN": "姓名", "en": "Name" }, "validate": { "required": true }, "approvals": { "prefill": "=applicant.name", "searchable": "text" } },
          { "key": "amount", "type": "number", "label": { "zh-CN": "金额", "en": "Amount" }, "validate": { "required": true, "min": 1, "max": 1000 } },
          { "key": "account", "type": "textfield", "label": { "zh-CN": "账号", "en": "Account" }, "validate": { "required": true }, "approvals": { "sensitive": true } } ] }
        """;

    private const string Workflow = """
        { "id": "small-grant-1", "definitionId": "small-grant", "name": "small-grant", "version": 1, "isLatest": true, "isPublished": true,
          "variables": [], "inputs": [], "outputs": [], "outcomes": [], "customProperties": {}, "options": {},
          "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "start": "apply", "activities": [
            { "id": "apply", "type": "Approvals.Fill", "version": 1, "customProperties": { "approvals": { "name": { "zh-CN": "申请", "en": "Application" } } },
              "form": { "typeName": "String", "expression": { "type": "Literal", "value": "application" } },
              "who": { "typeName": "Object", "expression": { "type": "Object", "value": [{ "kind": "applicant" }] } } },
            { "id": "review", "type": "Approvals.Review", "version": 1,
              "customProperties": { "approvals": { "name": { "zh-CN": "审核", "en": "Review" }, "state": "UnderReview" } },
              "participants": { "typeName": "Object", "expression": { "type": "Object", "value": [{ "kind": "role", "role": "Reviewer", "level": "county" }] } },
              "mode": { "typeName": "String", "expression": { "type": "Literal", "value": "AnyOf" } },
              "allowed": { "typeName": "Object", "expression": { "type": "Object", "value": ["transfer", "delegate", "addSigner", "askOpinion", "copy", "extend", "stopClock", "batch"] } },
              "returnTo": { "typeName": "Object", "expression": { "type": "Object", "value": ["applicant", "apply"] } },
              "limit": { "typeName": "Object", "expression": { "type": "Object", "value": { "length": 3, "unit": "workingDays" } } },
              "onTimeout": { "typeName": "Object", "expression": { "type": "Object", "value": { "act": "outcome", "outcome": "TimedOut" } } } },
            { "id": "grant", "type": "Approvals.Grant", "version": 1, "customProperties": { "approvals": { "name": { "zh-CN": "发放", "en": "Grant" } } },
              "kind": { "typeName": "String", "expression": { "type": "Literal", "value": "grant" } },
              "validFrom": { "typeName": "Object", "expression": { "type": "FEEL", "value": "today" } } },
            { "id": "granted", "type": "Elsa.End", "version": 1, "customProperties": { "approvals": { "state": "Finished", "result": "granted" } } },
            { "id": "refused", "type": "Elsa.End", "version": 1, "customProperties": { "approvals": { "state": "Refused", "result": "refused" } } },
            { "id": "lapsed", "type": "Elsa.End", "version": 1, "customProperties": { "approvals": { "state": "Terminated", "result": "terminated" } } } ],
          "connections": [
            { "source": { "activity": "apply", "port": "Done" }, "target": { "activity": "review", "port": "In" } },
            { "source": { "activity": "review", "port": "Approved" }, "target": { "activity": "grant", "port": "In" } },
            { "source": { "activity": "review", "port": "Rejected" }, "target": { "activity": "refused", "port": "In" } },
            { "source": { "activity": "review", "port": "TimedOut" }, "target": { "activity": "lapsed", "port": "In" } },
            { "source": { "activity": "grant", "port": "Done" }, "target": { "activity": "granted", "port": "In" } } ] } }
        """;
}
