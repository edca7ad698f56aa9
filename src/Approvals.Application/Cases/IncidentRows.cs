using System.Text.Json;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Cases;

/// <summary>Keeps the rows of incidents in step with the state.</summary>
internal static class IncidentRows
{
    internal static async Task ApplyAsync(CaseWork work, WorkflowState before, CancellationToken cancellationToken)
    {
        var (now, then) = (work.State.Incidents.Select(i => i.Id).ToHashSet(), before.Incidents.Select(i => i.Id).ToHashSet());
        foreach (var incident in work.State.Incidents.Where(i => !then.Contains(i.Id)))
        {
            var id = work.Ids.Next();
            work.Context.Incidents.Add(Row(work, id, incident, await IncidentInputs.SealAsync(work, id, incident, cancellationToken)));
        }

        if (then.Except(now).Any())
        {
            await ResolveAsync(work, now, cancellationToken);
        }
    }

    private static Incident Row(CaseWork work, Guid id, Workflows.Incident incident, byte[]? inputs) => new()
    {
        Id = id,
        CaseId = work.Case.Id,
        IncidentId = incident.Id,
        ActivityId = incident.Activity,
        Code = incident.Code,
        Data = JsonSerializer.Serialize(
            incident.Data.SetItem("activity", incident.Activity).SetItem("input", incident.Input ?? "")
                .SetItem("expression", incident.Expression ?? "").SetItem("missing", string.Join(", ", incident.Missing)),
            JsonSerializerOptions.Web),
        Inputs = inputs,
        At = work.Now,
    };

    private static async Task ResolveAsync(CaseWork work, HashSet<string> open, CancellationToken cancellationToken)
    {
        var rows = await work.Context.Incidents
            .Where(i => i.CaseId == work.Case.Id && i.ResolvedAt == null).ToListAsync(cancellationToken);
        foreach (var row in rows.Concat(work.Context.Incidents.Local).Distinct().Where(i => i.ResolvedAt is null && !open.Contains(i.IncidentId)))
        {
            row.ResolvedAt = work.Now;
            row.ResolvedByUserId = work.By?.Id;
        }
    }
}
