using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Notices;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WorkTasks;

/// <summary>The objections a ruling is about.</summary>
public sealed class WorkObjections(ApprovalsDbContext context, Vault vault)
{
    /// <summary>The objection of a ruling's task.</summary>
    public async Task<IReadOnlyList<ObjectionDto>> OfAsync(CaseWork work, string? subject, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(subject, out var id)
            || await context.Objections.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id && o.CaseId == work.Case.Id, cancellationToken) is not { } row)
        {
            return [];
        }

        var grounds = await vault.OpenJsonAsync<FileObjection.Grounds>(work.KeyId, row.Payload, FileObjection.Place(row.Id), cancellationToken);
        return grounds.IsSuccess
            ? [new ObjectionDto(row.Id.ToString(), $"{work.Case.Number}-{row.Id.ToString("N")[..6].ToUpperInvariant()}", grounds.Value.Name, grounds.Value.Contact, grounds.Value.Reason, row.FiledAt)]
            : [];
    }
}
