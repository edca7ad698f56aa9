using Approvals.Application.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Upkeep;

internal static class UpkeepRegistration
{
    /// <summary>Registers what operators see and do.</summary>
    internal static IServiceCollection AddUpkeep(this IServiceCollection services) => services
        .AddScoped<JobList>().AddScoped<RunJobNow>().AddScoped<StopRun>().AddScoped<ChangeSchedule>()
        .AddScoped<QueueCounts>().AddScoped<ReadUpkeep>();
}
