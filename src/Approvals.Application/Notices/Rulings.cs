using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Notices;

/// <summary>Keeps how an objection was ruled on.</summary>
internal static class Rulings
{
    internal static async Task RecordAsync(TaskWork task, bool upheld, string? ruling, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(task.Task.Subject!);
        var row = await task.Work.Context.Objections.SingleAsync(o => o.Id == id, cancellationToken);
        row.Upheld = upheld;
        row.Ruling = ruling;
        row.RuledAt = task.Work.Now;
        row.RuledByUserId = task.Work.By?.Id;
    }
}
