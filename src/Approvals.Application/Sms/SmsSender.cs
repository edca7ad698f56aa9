using Approvals.Application.Database;
using Approvals.Application.Outbox;

namespace Approvals.Application.Sms;

/// <summary>Sends outbox messages whose kind begins with <c>sms.</c>: composes, then hands to the gateway.</summary>
public sealed class SmsSender(IEnumerable<ISmsComposer> composers, ISmsTransport transport) : IOutboxSender
{
    /// <inheritdoc />
    public bool Handles(string kind) => kind.StartsWith("sms.", StringComparison.Ordinal);

    /// <inheritdoc />
    public async Task<PumpOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (composers.FirstOrDefault(c => c.Kind == message.Kind) is not { } composer)
        {
            return PumpOutcome.GiveUp($"Nothing composes text messages of kind {message.Kind}.");
        }

        if (await composer.ComposeAsync(message, cancellationToken) is not { } sms)
        {
            return PumpOutcome.Done;
        }

        return await transport.SendAsync(sms, message.Id.ToString("N"), cancellationToken) switch
        {
            SmsOutcome.Accepted => PumpOutcome.Done,
            SmsOutcome.Refused => PumpOutcome.GiveUp("sms.refused"),
            _ => PumpOutcome.Retry("sms.unavailable"),
        };
    }
}
