using Approvals.Application.Cases;

namespace Approvals.Application.Audit;

/// <summary>What a case's state says about its events.</summary>
internal sealed record CaseHead(Guid CaseId, int EventCount, byte[] Hash);

/// <summary>One case's events beside what its state and the audit entries say of them.</summary>
/// <param name="head">What its state says.</param>
/// <param name="events">Its events that can be read.</param>
/// <param name="unreadable">Numbers of its events whose row is there and cannot be read.</param>
/// <param name="audited">The hashes that audit entries repeat.</param>
internal sealed class CaseProof(
    CaseHead head, IReadOnlyList<CaseEvent> events, IReadOnlyList<int> unreadable, IReadOnlyList<(int Number, byte[] Hash)> audited)
{
    private readonly SortedDictionary<int, string> _named = [];

    /// <summary>Names each event that is not as it was written, once.</summary>
    public IEnumerable<AuditFinding> Check()
    {
        var last = Math.Max(head.EventCount, audited.Select(a => a.Number).DefaultIfEmpty().Max());
        var end = Walk(last);
        foreach (var extra in events.Where(e => e.Number < 1 || e.Number > last))
        {
            _named.TryAdd(extra.Number, "audit.eventInserted");
        }

        foreach (var silent in events.Where(e => Audited(e.Number) is null))
        {
            _named.TryAdd(silent.Number, "audit.eventNotAudited");
        }

        if (_named.Count == 0 && head.EventCount > 0 && !Same(end, head.Hash))
        {
            _named.Add(head.EventCount, "audit.headEdited");
        }

        return _named.Select(n => new AuditFinding(n.Value, $"{head.CaseId}/{n.Key}").With("case", head.CaseId).With("number", n.Key));
    }

    /// <summary>
    /// Walks the chain and returns its last hash. The audited hash leads on, so that one edited event does not make
    /// its followers look edited.
    /// </summary>
    private byte[] Walk(int last)
    {
        var byNumber = events.ToDictionary(e => e.Number);
        byte[] previous = [];
        for (var number = 1; number <= last; number++)
        {
            var written = Audited(number);
            var @event = byNumber.GetValueOrDefault(number);
            if (@event is null)
            {
                _named.Add(number, unreadable.Contains(number) ? "audit.eventEdited" : "audit.eventRemoved");
            }
            else if (!IsAsWritten(@event, written, previous))
            {
                _named.Add(number, "audit.eventEdited");
            }

            previous = written ?? @event?.Hash ?? previous;
        }

        return previous;
    }

    private static bool IsAsWritten(CaseEvent @event, byte[]? written, byte[] previous) =>
        Same(CaseEventHash.Of(@event), @event.Hash)
        && (written is null || Same(written, @event.Hash))
        && Same(@event.PreviousHash, previous);

    private byte[]? Audited(int number) => audited.FirstOrDefault(a => a.Number == number).Hash;

    private static bool Same(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => one.SequenceEqual(other);
}
