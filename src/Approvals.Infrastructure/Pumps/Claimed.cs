using System.Collections.Concurrent;

namespace Approvals.Infrastructure.Pumps;

/// <summary>Rows that a pump holds a lease on, which of them were begun and which are still to be settled.</summary>
internal sealed class Claimed(IReadOnlyList<Guid> ids, DateTimeOffset until)
{
    private readonly ConcurrentDictionary<Guid, bool> _open = new(ids.Select(id => KeyValuePair.Create(id, false)));

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<Guid> Ids => ids;

    /// <summary>When others may claim them.</summary>
    public DateTimeOffset Until => until;

    /// <summary>Those that were not settled.</summary>
    public IReadOnlyCollection<Guid> Open => [.. _open.Keys];

    /// <summary>Those that nothing was tried with.</summary>
    public IReadOnlyCollection<Guid> Untried => [.. _open.Where(o => !o.Value).Select(o => o.Key)];

    /// <summary>Begins with a row, if the lease lasts long enough for that.</summary>
    public bool Begin(Guid id, DateTimeOffset now) => now < until - HoldTimes.Least && _open.TryUpdate(id, true, false);

    public void Settled(Guid id) => _open.TryRemove(id, out _);
}
