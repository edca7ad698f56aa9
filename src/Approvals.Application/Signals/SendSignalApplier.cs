using Approvals.Application.Cases;
using Approvals.Application.Effects;
using Approvals.Workflows;

namespace Approvals.Application.Signals;

/// <summary>
/// Tells other cases that wait for an event of this name: all of them, those with the given word, or the one whose number it is.
/// </summary>
internal sealed class SendSignalApplier : EffectApplier<SendSignal>
{
    protected override Task ApplyAsync(SendSignal effect, CaseWork work, CancellationToken cancellationToken) => SignalHearers.SendAsync(
        work.Context,
        work.Outbox,
        new Broadcast(work.Case.Id, effect.Key, effect.Name, effect.Correlation, new SignalReceived(effect.Name, effect.Payload).ToJson()),
        cancellationToken);
}
