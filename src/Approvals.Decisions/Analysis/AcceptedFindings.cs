using System.Collections.Immutable;
using System.Xml.Linq;

namespace Approvals.Decisions;

/// <summary>A finding that somebody has looked at and accepted; it stands beside the table, as an extension element.</summary>
/// <param name="Kind">The kind of finding.</param>
/// <param name="Rules">The rules it is about, by id or number; empty accepts the kind for the whole table.</param>
/// <param name="Example">The example of the finding as FEEL text; null accepts any.</param>
/// <param name="Reason">Why it is as it should be.</param>
public sealed record AcceptedFinding(FindingKind Kind, ImmutableArray<string> Rules, string? Example, string Reason);

/// <summary>Reads and applies accepted findings.</summary>
internal static class AcceptedFindings
{
    /// <summary>The namespace of the product's own extension elements.</summary>
    public const string Space = "urn:approvals:decisions";

    internal static readonly XName Name = XName.Get("accepted", Space);

    /// <summary>Those of a table; one without a known kind or without a reason accepts nothing.</summary>
    public static ImmutableArray<AcceptedFinding> Read(XElement table)
    {
        var found = ImmutableArray.CreateBuilder<AcceptedFinding>();
        foreach (var element in table.All("extensionElements").SelectMany(extensions => extensions.Elements(Name)))
        {
            var reason = element.Value.Trim();
            if (reason.Length > 0 && KindOf(element.Text("finding")) is { } kind)
            {
                var rules = element.Text("rules")?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
                found.Add(new AcceptedFinding(kind, [.. rules], element.Text("example"), reason));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The kind as the file spells it: <c>gap</c>, <c>outsideAllowed</c>.</summary>
    public static string NameOf(FindingKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    public static TableReport Apply(DecisionTable table, TableReport report)
    {
        var used = new HashSet<AcceptedFinding>();
        var findings = report.Findings.Select(finding =>
        {
            var accepted = table.Accepted.FirstOrDefault(accepted => Covers(accepted, finding, table));
            if (accepted is null)
            {
                return finding;
            }

            used.Add(accepted);
            return finding with { AcceptedBecause = accepted.Reason };
        }).ToImmutableArray();
        return report with { Findings = findings, Outdated = [.. table.Accepted.Where(accepted => !used.Contains(accepted))] };
    }

    public static FindingKind? KindOf(string? name)
    {
        foreach (var kind in Enum.GetValues<FindingKind>())
        {
            if (NameOf(kind) == name)
            {
                return kind;
            }
        }

        return null;
    }

    private static bool Covers(AcceptedFinding accepted, TableFinding finding, DecisionTable table) =>
        accepted.Kind == finding.Kind
        && (accepted.Example is null || accepted.Example == finding.ExampleText)
        && (accepted.Rules.IsEmpty || Numbers(accepted, table).SetEquals(finding.Rules));

    private static HashSet<int> Numbers(AcceptedFinding accepted, DecisionTable table) =>
        [.. table.Rules.Where(rule => accepted.Rules.Contains($"{rule.Number}") || (rule.Id is { } id && accepted.Rules.Contains(id))).Select(rule => rule.Number)];
}
