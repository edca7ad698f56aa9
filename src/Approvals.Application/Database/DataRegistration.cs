using Approvals.Application.Audit;
using Approvals.Application.Documents;
using Approvals.Application.Jobs;
using Approvals.Application.News;
using Approvals.Application.Outbox;
using Approvals.Application.People;
using Approvals.Application.Policies;
using Approvals.Application.Projections;
using Approvals.Application.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Approvals.Application.Database;

public static class DataRegistration
{
    /// <summary>
    /// Registers what every use case writes through. The host adds a database, <see cref="ICryptography"/>,
    /// <see cref="IMasterKeys"/>, <see cref="IFileStore"/> and <see cref="IAuditHeads"/>.
    /// </summary>
    public static IServiceCollection AddApprovalsData(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIdSource, IdSource>();
        services.TryAddSingleton(provider => NodeName.Unique(provider.GetRequiredService<IIdSource>()));
        services.TryAddSingleton<PumpSignals>();
        services.TryAddSingleton<NewsBell>();
        services.TryAddSingleton<Calendars.CalendarInForce>();
        services.TryAddSingleton<IMalwareScanner, NoScanner>();
        return services
            .AddScoped<WriteTransaction>()
            .AddScoped<Election>()
            .AddScoped<Vault>()
            .AddScoped<AuditLog>()
            .AddScoped<AuditSealer>()
            .AddScoped<AuditVerifier>()
            .AddScoped<SealCheck>()
            .AddScoped<CaseEventCheck>()
            .AddScoped<OutboxWriter>()
            .AddScoped<DocumentStore>()
            .AddScoped<RemoveOrphanFiles>()
            .AddScoped<JobRunner>()
            .AddScoped<JobLease>()
            .AddSingleton<JobHeart>()
            .AddScoped<JobPlan>()
            .AddScoped<Nodes.NodeRegister>()
            .AddScoped<SettingsInForce>()
            .AddScoped<IJob, ForgetRunsJob>()
            .AddScoped<IJob, RemoveOrphanFilesJob>()
            .AddScoped<IJob, VerifyAuditJob>()
            .AddScoped<IJob, ForgetSignInsJob>()
            .AddScoped<IJob, ForgetNewsSignalsJob>()
            .AddScoped<ProjectionCheck>()
            .AddScoped<IJob, CompareProjectionsJob>();
    }
}
