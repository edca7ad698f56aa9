using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Approvals.Infrastructure.Jobs;

public static class JobRegistration
{
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    /// <summary>Runs the jobs with Quartz: one process on SQLite, a cluster on the server databases.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="store">Where Quartz keeps its triggers.</param>
    /// <param name="connectionString">The database of the store; unused in memory.</param>
    public static IServiceCollection AddApprovalsJobs(this IServiceCollection services, SchedulerStore store, string? connectionString = null)
    {
        services.AddQuartz(quartz =>
        {
            // The instance id stays unset: Quartz 4 takes "AUTO" literally, and nodes would collide.
            quartz.ConfigureScheduler(o => o.InstanceName = "approvals");
            if (store != SchedulerStore.Memory)
            {
                quartz.UsePersistentStore(persistent => Configure(persistent, store, connectionString!));
            }
        });
        services.AddSingleton<JobScheduling>(provider => ActivatorUtilities.CreateInstance<JobScheduling>(provider, new StoreChoice(store)));
        services.AddHostedService(provider => provider.GetRequiredService<JobScheduling>());
        services.AddSingleton<JobWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<JobWatch>());
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        return services;
    }

    private static void Configure(IPersistentStoreBuilder persistent, SchedulerStore store, string connectionString)
    {
        persistent.ProvisionSchema();
        if (store == SchedulerStore.PostgreSql)
        {
            persistent.UsePostgres(connectionString);
        }
        else
        {
            persistent.UseSqlServer(connectionString);
        }

        persistent.UseClustering(cluster => cluster.CheckinInterval = CheckIn);
        persistent.UseSystemTextJsonSerializer();
    }
}

/// <summary>The store that was chosen.</summary>
internal sealed record StoreChoice(SchedulerStore Store);
