using System.Collections.Concurrent;
using System.Collections.Immutable;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Dictionaries;

/// <summary>
/// The dictionaries of packages together with what administrators keep beside them. The kept choices are held in memory, read again when
/// somebody changes one here, and after a moment because somebody may have on another node.
/// </summary>
public sealed class DictionariesInForce(TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private volatile Kept _kept = new([], DateTimeOffset.MinValue);

    /// <summary>The dictionaries of a version on a day, as last read.</summary>
    public ImmutableDictionary<string, ImmutableArray<FormOption>> Of(ServiceSnapshot service, DateOnly day)
    {
        var kept = _kept;
        return kept.Lists.GetOrAdd((service.VersionId, day), static (key, from) => DictionaryChoices.Of(from.service.Package.Dictionaries, from.kept.Entries, key.Day), (service, kept));
    }

    /// <summary>The dictionaries of a version on a day, read again where that was too long ago.</summary>
    public async Task<ImmutableDictionary<string, ImmutableArray<FormOption>>> OfAsync(
        ServiceSnapshot service, DateOnly day, ApprovalsDbContext context, CancellationToken cancellationToken)
    {
        await RefreshAsync(context, cancellationToken);
        return Of(service, day);
    }

    /// <summary>Reads what is kept where it was read too long ago.</summary>
    public async ValueTask RefreshAsync(ApprovalsDbContext context, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - _kept.ReadAt is var age && (age < TimeSpan.Zero || age > Fresh))
        {
            await ReadAsync(context, cancellationToken);
        }
    }

    /// <summary>Reads what is kept now.</summary>
    public async Task ReadAsync(ApprovalsDbContext context, CancellationToken cancellationToken)
    {
        var rows = await context.DictionaryEntries.AsNoTracking().OrderBy(e => e.Code).ToListAsync(cancellationToken);
        _kept = new Kept([.. rows], clock.GetUtcNow());
    }

    private sealed record Kept(ImmutableArray<DictionaryEntry> Entries, DateTimeOffset ReadAt)
    {
        public ConcurrentDictionary<(Guid Version, DateOnly Day), ImmutableDictionary<string, ImmutableArray<FormOption>>> Lists { get; } = new();
    }
}
