using System.Collections.Concurrent;

namespace Approvals.Infrastructure.Pumps;

/// <summary>Rows that a pump holds a lease on, and which of them are still to be settled.</summary>
internal sealed class Claimed(IReadOnlyList<Guid> ids, DateTimeOffset beginBefore)
{
    private readonly ConcurrentDictionary<Guid, bool> _open = new(ids.Select(id => KeyValuePair.Create(id, true)));

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<Guid> Ids => ids;

    /// <summary>Those that were not settled.</summary>
    public IReadOnlyCollection<Guid> Open => [.. _open.Keys];

    /// <summary>Whether the lease lasts long enough to begin with a row.</summary>
    public bool MayBegin(DateTimeOffset now) => now < beginBefore;

    public void Settled(Guid id) => _open.TryRemove(id, out _);
}
