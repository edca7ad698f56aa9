using System.Globalization;
using Approvals.Application.Cases;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>What somebody is told who acts on a task that is not open any more: what happened meanwhile, and when.</summary>
internal static class ClosedTasks
{
    internal const string ActedFirst = "tasks.actedFirst";

    internal static Error Of(CaseWork work, TaskItem row)
    {
        var code = row.ClosedByUserId is not null ? ActedFirst
            : work.Case.Result == "withdrawn" || Is(row, CloseReason.Withdrawn) ? "tasks.withdrawn"
            : Is(row, CloseReason.TimedOut) ? "tasks.timedOut"
            : Is(row, CloseReason.SiblingReturned) ? "tasks.returnedElsewhere"
            : Is(row, CloseReason.DecidedByOther) ? "tasks.decidedElsewhere"
            : "tasks.closed";
        return row.ClosedAt is { } at
            ? new Error(code, ErrorKind.Conflict).With("at", TimeZoneInfo.ConvertTime(at, work.Calendar.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))
            : new Error("tasks.closed", ErrorKind.Conflict);
    }

    private static bool Is(TaskItem row, CloseReason reason) => row.Outcome == reason.ToString();
}
