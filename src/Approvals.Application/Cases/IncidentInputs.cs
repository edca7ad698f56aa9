using System.Text.Json.Nodes;
using Approvals.Feel;

namespace Approvals.Application.Cases;

/// <summary>What the expression of an incident read, kept encrypted under the case's key for whoever mends it.</summary>
internal static class IncidentInputs
{
    private const int LongestValue = 2_000;

    /// <summary>Where they belong; they open nowhere else.</summary>
    internal static string Place(Guid incident) => $"incident:{incident:N}";

    /// <summary>The values of the names it read, sealed; null when it read none.</summary>
    internal static async Task<byte[]?> SealAsync(CaseWork work, Guid id, Workflows.Incident incident, CancellationToken cancellationToken)
    {
        if (incident.Missing.IsEmpty)
        {
            return null;
        }

        var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var name in incident.Missing)
        {
            var json = FeelJson.ToJson(Value(work, incident.Execution, name));
            values[name] = json.Length <= LongestValue ? JsonNode.Parse(json) : $"{json[..LongestValue]}…";
        }

        return await work.Vault.SealJsonAsync(work.KeyId, values, Place(id), cancellationToken);
    }

    private static FeelValue Value(CaseWork work, string execution, string name)
    {
        var parts = name.Split('.');
        var value = Variable(work, execution, parts[0]) ?? work.Data[parts[0]];
        foreach (var part in parts.Skip(1))
        {
            value = value.TryGetContext(out var inner) ? inner[part] : FeelValue.Null;
        }

        return value;
    }

    /// <summary>A variable of the nearest container that has it, else of the flow.</summary>
    private static FeelValue? Variable(CaseWork work, string? execution, string name)
    {
        for (var at = Find(work, execution); at is not null; at = Find(work, at.Scope))
        {
            if (at.Variables?.TryGetValue(name, out var own) == true)
            {
                return own;
            }
        }

        return work.State.Variables.TryGetValue(name, out var variable) ? variable : null;
    }

    private static Workflows.Execution? Find(CaseWork work, string? id) => work.State.Executions.FirstOrDefault(e => e.Id == id);
}
