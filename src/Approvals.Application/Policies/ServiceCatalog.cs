using System.Collections.Concurrent;
using System.Collections.Immutable;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Domain.Packages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Policies;

/// <summary>
/// The services by version: which one is in force on a day, each loaded once and shared by all requests. Files of a version that binds
/// submissions never change, so its snapshot is never stale; one that is drafted, or may still be recalled and changed, is loaded anew when its files are others.
/// The list of versions is read anew after a publication, and now and then for those of other nodes.
/// </summary>
public sealed class ServiceCatalog(IServiceScopeFactory scopes, CalendarInForce calendar, TimeProvider time)
{
    /// <summary>How long another node's publication may stay unseen.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, Lazy<Task<Held>>> _snapshots = new();
    private volatile PublishedList? _published;
    private ImmutableArray<BrokenPackage> _broken = [];

    /// <summary>Packages that could not be loaded at the start, with what is wrong with them.</summary>
    public ImmutableArray<BrokenPackage> Broken => _broken;

    /// <summary>The version of a service that binds a submission of a day, or null when there is none.</summary>
    public async ValueTask<ServiceSnapshot?> InForceAsync(string service, DateOnly day, CancellationToken cancellationToken)
    {
        var version = (await PublishedAsync(cancellationToken)).Where(v => v.ServiceCode == service && v.EffectiveFrom <= day)
            .OrderByDescending(v => v.EffectiveFrom).ThenByDescending(v => v.Number).FirstOrDefault();
        return version is null ? null : await FindAsync(version.Id, cancellationToken);
    }

    /// <summary>Every service in force on a day, in the order they are shown.</summary>
    public async ValueTask<IReadOnlyList<ServiceSnapshot>> AllInForceAsync(DateOnly day, CancellationToken cancellationToken)
    {
        List<ServiceSnapshot> found = [];
        foreach (var code in (await PublishedAsync(cancellationToken)).Select(v => v.ServiceCode).Distinct())
        {
            if (await InForceAsync(code, day, cancellationToken) is { } snapshot)
            {
                found.Add(snapshot);
            }
        }

        return [.. found.OrderBy(s => s.Service.Order).ThenBy(s => s.Code, StringComparer.Ordinal)];
    }

    /// <summary>A version by its row.</summary>
    /// <exception cref="InvalidOperationException">Its files do not load: only a draft may be so.</exception>
    public async ValueTask<ServiceSnapshot> FindAsync(Guid version, CancellationToken cancellationToken) =>
        await FindSoundAsync(version, cancellationToken) ?? throw new InvalidOperationException($"The version {version} cannot be loaded.");

    /// <summary>A version by its row; null when its files do not load, as those of a draft need not.</summary>
    public async ValueTask<ServiceSnapshot?> FindSoundAsync(Guid version, CancellationToken cancellationToken)
    {
        while (true)
        {
            var loading = _snapshots.GetOrAdd(version, id => new Lazy<Task<Held>>(() => LoadAsync(id)));
            try
            {
                var held = await loading.Value.WaitAsync(cancellationToken);
                if (held.Binds || await IsFreshAsync(version, held, cancellationToken))
                {
                    return held.Snapshot;
                }

                _snapshots.TryRemove(KeyValuePair.Create(version, loading));
            }
            catch when (loading.Value.IsFaulted)
            {
                _snapshots.TryRemove(version, out _);
                throw;
            }
        }
    }

    /// <summary>Reads the list of versions anew at the next question.</summary>
    public void Forget() => _published = null;

    /// <summary>Remembers which packages could not be loaded.</summary>
    internal void Report(ImmutableArray<BrokenPackage> broken) => _broken = broken;

    private async ValueTask<ImmutableArray<PublishedVersion>> PublishedAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_published is { } known && now - known.ReadAt < Fresh)
        {
            return known.Versions;
        }

        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        var rows = await context.ServiceVersions.AsNoTracking()
            .Where(v => v.State == ServiceVersionState.Published && v.ServiceCode != ServiceVersion.SharedCode && v.EffectiveFrom != null)
            .Select(v => new PublishedVersion(v.Id, v.ServiceCode, v.Number, v.EffectiveFrom!.Value))
            .ToListAsync(cancellationToken);
        var read = new PublishedList([.. rows], now);
        _published = read;
        return read.Versions;
    }

    private async Task<bool> IsFreshAsync(Guid version, Held held, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        return await context.ServiceVersions.AsNoTracking()
            .AnyAsync(v => v.Id == version && v.Hash == held.Hash && v.State == held.State && v.EffectiveFrom == held.EffectiveFrom, cancellationToken);
    }

    private async Task<Held> LoadAsync(Guid version)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        var row = await context.ServiceVersions.AsNoTracking().SingleAsync(v => v.Id == version);
        var load = ServicePackage.Load(
            await PackageRows.FilesAsync(context, row.Id, CancellationToken.None), await PackageRows.FilesAsync(context, row.SharedVersionId, CancellationToken.None));
        var snapshot = load.Package is { } package
            ? new ServiceSnapshot(row.Id, row.Number, row.NumberCode ?? package.Service.Number, row.EffectiveFrom ?? DateOnly.MaxValue, package)
            : null;
        return new Held(snapshot, row.Hash, row.State, row.EffectiveFrom, row.State == ServiceVersionState.Retired || row.EffectiveFrom <= calendar.Today(time));
    }

    /// <summary>A snapshot and what its row said; one that does not bind yet may be changed, so it is asked for again each time.</summary>
    private sealed record Held(ServiceSnapshot? Snapshot, string Hash, ServiceVersionState State, DateOnly? EffectiveFrom, bool Binds);

    private sealed record PublishedList(ImmutableArray<PublishedVersion> Versions, DateTimeOffset ReadAt);

    private sealed record PublishedVersion(Guid Id, string ServiceCode, int Number, DateOnly EffectiveFrom);
}

/// <summary>A package that could not be loaded.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Problems">What is wrong, each with file, activity and reason.</param>
public sealed record BrokenPackage(string Folder, ImmutableArray<PackageProblem> Problems);
