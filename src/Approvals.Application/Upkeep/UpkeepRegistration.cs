using Approvals.Application.Jobs;
using Approvals.Application.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Upkeep;

internal static class UpkeepRegistration
{
    /// <summary>Registers what operators see and do.</summary>
    internal static IServiceCollection AddUpkeep(this IServiceCollection services) => services
        .AddScoped<JobList>().AddScoped<RunJobNow>().AddScoped<StopRun>().AddScoped<ChangeSchedule>()
        .AddScoped<QueueCounts>().AddScoped<RunsByHour>().AddSingleton<OutsideMachines>().AddScoped<ReadInterfaces>().AddScoped<ReadUpkeep>()
        .AddScoped<RetentionRules>().AddScoped<RetentionBarriers>().AddScoped<RetentionCases>().AddScoped<RetentionPreview>().AddScoped<CaseBundle>().AddScoped<EraseCases>().AddScoped<HoldCase>()
        .AddScoped<IJob, ArchiveCasesJob>().AddScoped<IJob, EraseCasesJob>();
}
