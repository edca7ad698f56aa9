namespace Approvals.Application.Jobs;

/// <summary>Reads cron expressions as the scheduler does, in Asia/Shanghai. The scheduler's adapter implements it.</summary>
public interface ICronTimes
{
    /// <summary>The next instant after one; null when the expression cannot be read or is never due again.</summary>
    public DateTimeOffset? NextAfter(string cron, DateTimeOffset after);
}

/// <summary>When a job runs.</summary>
/// <param name="Cron">Quartz's expression.</param>
/// <param name="OnWorkingDays">Whether days that are no working days are passed over.</param>
public readonly record struct JobTime(string Cron, bool OnWorkingDays);
