using System.Collections.Concurrent;
using System.Collections.Immutable;
using Approvals.Application.Database;
using Approvals.Domain.Packages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Policies;

/// <summary>
/// The services by version: which one is in force on a day, each loaded once and shared by all requests. Files of a published
/// version never change, so a snapshot is never stale; only the list of versions is read anew after a publication, and now and then for those of other nodes.
/// </summary>
public sealed class ServiceCatalog(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>How long another node's publication may stay unseen.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, Lazy<Task<ServiceSnapshot>>> _snapshots = new();
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
    public async ValueTask<ServiceSnapshot> FindAsync(Guid version, CancellationToken cancellationToken)
    {
        var loading = _snapshots.GetOrAdd(version, id => new Lazy<Task<ServiceSnapshot>>(() => LoadAsync(id)));
        try
        {
            return await loading.Value.WaitAsync(cancellationToken);
        }
        catch when (loading.Value.IsFaulted)
        {
            _snapshots.TryRemove(version, out _);
            throw;
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

    private async Task<ServiceSnapshot> LoadAsync(Guid version)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        var row = await context.ServiceVersions.AsNoTracking().SingleAsync(v => v.Id == version);
        var load = ServicePackage.Load(
            await PackageRows.FilesAsync(context, row.Id, CancellationToken.None), await PackageRows.FilesAsync(context, row.SharedVersionId, CancellationToken.None));
        return load.Package is { } package
            ? new ServiceSnapshot(row.Id, row.Number, row.NumberCode ?? package.Service.Number, row.EffectiveFrom ?? DateOnly.MaxValue, package)
            : throw new InvalidOperationException($"Version {row.Number} of {row.ServiceCode} was kept but cannot be loaded any more.");
    }

    private sealed record PublishedList(ImmutableArray<PublishedVersion> Versions, DateTimeOffset ReadAt);

    private sealed record PublishedVersion(Guid Id, string ServiceCode, int Number, DateOnly EffectiveFrom);
}

/// <summary>A package that could not be loaded.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Problems">What is wrong, each with file, activity and reason.</param>
public sealed record BrokenPackage(string Folder, ImmutableArray<PackageProblem> Problems);
