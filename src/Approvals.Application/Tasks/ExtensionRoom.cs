using Approvals.Application.Cases;
using Approvals.Domain.Calendars;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>How far a task's limit may be made longer: to the end of the service's statutory limit, never beyond.</summary>
/// <param name="Limit">The limit as it is.</param>
/// <param name="Most">The greatest length, in the limit's own unit; the present one where there is no room.</param>
/// <param name="Until">The last day of that length; null where a clock stands still.</param>
/// <param name="Latest">The last day of the statutory limit; null where the service states none, or its clock stands.</param>
internal sealed record ExtensionRoom(Limit Limit, int Most, DateOnly? Until, DateOnly? Latest)
{
    /// <summary>Where a service states no statutory limit, or its clock stands, a limit is at most doubled.</summary>
    private const int Unbounded = 2;

    /// <summary>The last day of the statutory limit, for people to read.</summary>
    internal string LastDay => ExtendLimit.Day(Latest);

    internal bool IsNone => Most <= Limit.Length;

    /// <summary>The room of a task; null when it has no limit of its own.</summary>
    internal static ExtensionRoom? Of(CaseWork work, TaskBookmark task)
    {
        if (task.Limit is not { } pending)
        {
            return null;
        }

        var (most, statutory) = (pending.Limit.Length, CaseDue.Statutory(work));
        var end = statutory?.At;
        while (most < Math.Max(pending.Limit.Length, 1) * (end is null ? Unbounded : 366) && Fits(work, pending, most + 1, end))
        {
            most++;
        }

        return new ExtensionRoom(pending.Limit, most, Resolve(work, pending, most).On, statutory?.On);
    }

    /// <summary>A clock that stands still says nothing yet of when it ends, so no length is known to fit.</summary>
    private static bool Fits(CaseWork work, PendingLimit pending, int length, DateTimeOffset? end) =>
        end is null || (Resolve(work, pending, length).At is { } at && at <= end);

    private static DueDate Resolve(CaseWork work, PendingLimit pending, int length) =>
        work.Calendar.Resolve(pending with { Limit = pending.Limit with { Length = length } });
}
