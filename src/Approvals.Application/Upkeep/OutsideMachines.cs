using System.Collections.Concurrent;

namespace Approvals.Application.Upkeep;

/// <summary>A machine that the product talks to: the mail server, the gateway of text messages, the scanner of files.</summary>
public interface IOutsideMachine
{
    /// <summary><c>mail</c>, <c>sms</c> or <c>scanner</c>.</summary>
    public string Code { get; }

    /// <summary>Whether this installation has one.</summary>
    public bool IsUsed { get; }

    /// <summary>Whether it answers now. Nothing is sent, posted or scanned by asking.</summary>
    public Task<bool> AnswersAsync(CancellationToken cancellationToken);
}

/// <summary>Keeps for a while whether machines answer, so that a page that is open does not knock at them every few seconds.</summary>
public sealed class OutsideMachines(IEnumerable<IOutsideMachine> machines, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, bool Answers)> _known = [];

    /// <summary>All machines, in the order of their codes; null where there is none, else whether it answered and when that was asked.</summary>
    public async Task<IReadOnlyList<(string Code, (DateTimeOffset At, bool Answers)? Found)>> AskAsync(CancellationToken cancellationToken)
    {
        var all = machines.OrderBy(m => m.Code, StringComparer.Ordinal).ToList();
        return await Task.WhenAll(all.Select(async m => (m.Code, m.IsUsed ? await AskAsync(m, cancellationToken) : ((DateTimeOffset, bool)?)null)));
    }

    private async Task<(DateTimeOffset, bool)> AskAsync(IOutsideMachine machine, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!_known.TryGetValue(machine.Code, out var known) || now - known.At >= Kept || now < known.At)
        {
            _known[machine.Code] = known = (now, await machine.AnswersAsync(cancellationToken));
        }

        return known;
    }
}
