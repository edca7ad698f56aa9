using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Outbox;

namespace Approvals.Application.Outside;

/// <summary>
/// Sends the requests of cases. What may go better later is tried again, a little later each time; then the case hears how it went,
/// whichever way.
/// </summary>
public sealed class HttpSender(HttpReplies replies, IHttpTransport transport) : IOutboxSender
{
    /// <summary>How often a request is tried: the last time half a minute after the first.</summary>
    public const int MostAttempts = 5;

    /// <inheritdoc />
    public bool Handles(string kind) => kind == SendHttpApplier.MessageKind;

    /// <inheritdoc />
    public async Task<PumpOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var id = JsonSerializer.Deserialize<OutsideMail.Address>(message.Payload, JsonSerializerOptions.Web)!.Request;
        if (await replies.OpenAsync(id, cancellationToken) is not { } call)
        {
            return PumpOutcome.Done;
        }

        var answer = await transport.SendAsync(call, id.ToString("N"), cancellationToken);
        return answer.MayRecover && message.Attempts < MostAttempts
            ? PumpOutcome.Retry(answer.Failure ?? $"HTTP {answer.Status}")
            : await replies.AnswerAsync(id, answer, cancellationToken);
    }
}
