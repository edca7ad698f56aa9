using Approvals.Application.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Approvals.Infrastructure.Jobs;

/// <summary>Lets Quartz run a job of the platform; the job's name is the key's.</summary>
[DisallowConcurrentExecution]
internal sealed class QuartzJob(IServiceScopeFactory scopes) : Quartz.IJob
{
    public const string Due = "due";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var due = context.MergedJobDataMap.TryGetString(Due, out var text) && text is not null
            ? DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : context.ScheduledFireTimeUtc ?? context.FireTimeUtc;
        var name = context.JobDetail.Key.Name;
        await using var scope = scopes.CreateAsyncScope();
        var plan = scope.ServiceProvider.GetRequiredService<JobPlan>();
        if (text is not null || await plan.IsDueAsync(name, due, cancellationToken))
        {
            await scope.ServiceProvider.GetRequiredService<JobRunner>().RunAsync(name, due, cancellationToken);
        }

        await plan.RememberAsync(name, due, cancellationToken);
    }
}
