using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Experts;

/// <summary>Whether somebody who was drawn may take the seat.</summary>
internal static class PanelSeat
{
    /// <summary>Why not: the pool says that the expert is away today; null when nothing stands against it.</summary>
    public static async Task<Error?> RefusalAsync(TaskWork task, CancellationToken cancellationToken)
    {
        var today = task.Work.Today;
        return Guid.TryParse(task.By.User, out var user)
            && await task.Work.Context.Experts.AnyAsync(e => e.UserId == user && e.Absences.Any(a => a.From <= today && today <= a.To), cancellationToken)
            ? new Error("experts.awayNow", ErrorKind.Conflict)
            : null;
    }
}
