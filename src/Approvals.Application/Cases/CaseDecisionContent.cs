using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Approvals.Application.Cases;

/// <summary>What the payload of a <see cref="CaseDecision"/> holds.</summary>
/// <param name="Inputs">What it was asked, as FEEL writes JSON.</param>
/// <param name="Value">What it said, as FEEL writes JSON.</param>
/// <param name="Outcome">The outcome the flow took.</param>
/// <param name="Rules">The rules that matched.</param>
public sealed record CaseDecisionContent(JsonNode? Inputs, JsonNode? Value, string Outcome, ImmutableArray<CaseDecisionRule> Rules)
{
    /// <summary>Where a payload belongs; it opens nowhere else.</summary>
    public static string Place(Guid decision) => $"decision:{decision:N}";
}

/// <summary>A rule that matched, with its clause and source.</summary>
public sealed record CaseDecisionRule(string Decision, int Number, string? Id, ImmutableSortedDictionary<string, string> Annotations);
