using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Signals;

/// <summary>A signal on its way to whoever waits for it.</summary>
/// <param name="Sender">The case that sends it.</param>
/// <param name="Key">The engine's id of the sending within that case.</param>
/// <param name="Name">Name of the event.</param>
/// <param name="Correlation">Only cases with this word, or of this number; null means every one.</param>
/// <param name="Event">The event as the engine writes it.</param>
/// <param name="After">The last case that was told; null at the beginning.</param>
public sealed record Broadcast(Guid Sender, string Key, string Name, string? Correlation, string Event, Guid? After = null);

/// <summary>Writes an inbound event for each case that hears a signal; however many there are, a transaction stays short.</summary>
internal static class SignalHearers
{
    /// <summary>The kind of the message that carries on where a transaction stopped.</summary>
    internal const string MessageKind = "signal";

    private const int Most = 500;

    internal static async Task SendAsync(ApprovalsDbContext context, OutboxWriter outbox, Broadcast signal, CancellationToken cancellationToken)
    {
        var (name, word) = (AwaitedSignals.Short(signal.Name), AwaitedSignals.Short(signal.Correlation));
        var waiting = context.AwaitedSignals.AsNoTracking().Where(s => s.Name == name && s.CaseId != signal.Sender);
        waiting = word is null ? waiting : waiting.Where(s => s.Correlation == word || s.CaseNumber == word);
        waiting = signal.After is { } after ? waiting.Where(s => s.CaseId.CompareTo(after) > 0) : waiting;
        var hearers = await waiting.Select(s => s.CaseId).Distinct().OrderBy(id => id).Take(Most).ToListAsync(cancellationToken);
        foreach (var hearer in hearers)
        {
            outbox.Send(hearer, signal.Event, $"signal:{signal.Sender:N}:{signal.Key}:{hearer:N}");
        }

        if (hearers.Count == Most)
        {
            outbox.Add(MessageKind, $"signal:{signal.Sender:N}:{signal.Key}:{hearers[^1]:N}", signal with { After = hearers[^1] }, signal.Sender);
        }
    }
}

/// <summary>Carries a signal on to the cases that the transaction before did not reach; done twice it changes nothing.</summary>
public sealed class SignalSender(ApprovalsDbContext context, OutboxWriter outbox, WriteTransaction transaction) : IOutboxSender
{
    /// <inheritdoc />
    public bool Handles(string kind) => kind == SignalHearers.MessageKind;

    /// <inheritdoc />
    public async Task<PumpOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var signal = JsonSerializer.Deserialize<Broadcast>(message.Payload, JsonSerializerOptions.Web)!;
        await SignalHearers.SendAsync(context, outbox, signal, cancellationToken);
        return await transaction.CommitAsync(cancellationToken) switch
        {
            // All of a transaction's rows are there or none: a key that is taken means that it was done.
            CommitOutcome.Committed or CommitOutcome.Duplicate => PumpOutcome.Done,
            _ => PumpOutcome.Retry("signal"),
        };
    }
}
