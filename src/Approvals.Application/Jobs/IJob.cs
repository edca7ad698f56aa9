namespace Approvals.Application.Jobs;

/// <summary>
/// Work that comes round. It goes in chunks, saves its cursor after each, is safe to kill anywhere and harmless to repeat.
/// </summary>
public interface IJob
{
    /// <summary>Its name for ever, such as <c>documents.removeOrphans</c>; its title is the text <c>jobs.name.</c> with the name.</summary>
    public string Name { get; }

    /// <summary>Quartz's cron expression in Asia/Shanghai, unless staff set another.</summary>
    public string DefaultCron { get; }

    /// <summary>Whether it passes over days that are no working days, unless staff set another plan.</summary>
    public bool OnWorkingDays => false;

    public Task RunAsync(JobContext context, CancellationToken cancellationToken);
}
