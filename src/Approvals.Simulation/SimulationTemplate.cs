using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Regions;
using Approvals.Application.Replay;
using Approvals.Simulation.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation;

/// <summary>
/// A database in memory with schema, regions, calendars and packages, from which each simulator begins as a copy: scenarios never
/// see each other, and packages are compiled once.
/// </summary>
public sealed class SimulationTemplate : IAsyncDisposable
{
    private static int _count;

    private readonly string _database;
    private readonly ServiceProvider _services;

    private SimulationTemplate(string database, ServiceProvider services, PackageImport import) =>
        (_database, _services, Import) = (database, services, import);

    /// <summary>Which packages were loaded, and what is wrong with the others.</summary>
    public PackageImport Import { get; }

    /// <summary>Prepares the packages of a tree.</summary>
    public static async Task<SimulationTemplate> CreateAsync(PackageTree packages, ReferenceData reference, CancellationToken cancellationToken = default)
    {
        var database = Name("template");
        var services = SimulatedPlatform.Build(database, new SimulatedClock(DateTimeOffset.UnixEpoch));
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        await services.GetRequiredService<IDatabase>().MigrateAsync(context, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<LoadRegions>().HandleAsync(reference.Regions, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<LoadCalendars>().HandleAsync(reference.Calendars, cancellationToken);
        var import = await scope.ServiceProvider.GetRequiredService<ImportPackages>().HandleAsync(packages, cancellationToken);
        return new SimulationTemplate(database, services, import);
    }

    /// <summary>Lets every version bind submissions of any day: what is played may be older than its version.</summary>
    public async Task PutInForceAsync(CancellationToken cancellationToken = default)
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>().ServiceVersions.Where(v => v.EffectiveFrom != null)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.EffectiveFrom, DateOnly.MinValue), cancellationToken);
        _services.GetRequiredService<ServiceCatalog>().Forget();
    }

    /// <summary>A simulator whose clock begins at an instant.</summary>
    public Task<Simulator> StartAsync(DateTimeOffset start, CancellationToken cancellationToken = default) => StartAsync(start, RecordedFacts.None, cancellationToken);

    /// <summary>The same, where steps are told what a past case was told.</summary>
    public async Task<Simulator> StartAsync(DateTimeOffset start, RecordedFacts told, CancellationToken cancellationToken = default)
    {
        var database = Name("run");
        var clock = new SimulatedClock(start);
        var services = SimulatedPlatform.Build(database, clock, shared => shared
            .AddSingleton(told)
            .AddSingleton(_services.GetRequiredService<ServiceCatalog>())
            .AddSingleton(_services.GetRequiredService<CalendarInForce>()));
        services.GetRequiredService<IDatabase>();
        await using var source = new SqliteConnection(SimulatedPlatform.ConnectionString(_database));
        await using var target = new SqliteConnection(SimulatedPlatform.ConnectionString(database));
        await source.OpenAsync(cancellationToken);
        await target.OpenAsync(cancellationToken);
        source.BackupDatabase(target);
        return new Simulator(services, clock);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static string Name(string kind) => $"simulation-{Environment.ProcessId}-{kind}-{Interlocked.Increment(ref _count)}";
}
