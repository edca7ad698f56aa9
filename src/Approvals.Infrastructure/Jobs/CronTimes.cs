using Approvals.Application.Jobs;
using Quartz;

namespace Approvals.Infrastructure.Jobs;

/// <summary>Cron as Quartz reads it, in Asia/Shanghai.</summary>
internal sealed class CronTimes : ICronTimes
{
    internal static TimeZoneInfo Shanghai { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public DateTimeOffset? NextAfter(string cron, DateTimeOffset after) =>
        CronExpression.TryParse(cron, out _) ? new CronExpression(cron, Shanghai).GetNextValidTimeAfter(after) : null;
}
