using System.Net.Mail;
using Approvals.Application.Database;
using Approvals.Application.Outbox;

namespace Approvals.Infrastructure.Mail;

/// <summary>Sends outbox messages whose kind begins with <c>mail.</c>: composes, then hands to the transport.</summary>
internal sealed class MailSender(IEnumerable<IMailComposer> composers, IMailTransport transport, MailOptions options) : IOutboxSender
{
    public bool Handles(string kind) => kind.StartsWith("mail.", StringComparison.Ordinal);

    public async Task<PumpOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (composers.FirstOrDefault(c => c.Kind == message.Kind) is not { } composer)
        {
            return PumpOutcome.GiveUp($"Nothing composes mails of kind {message.Kind}.");
        }

        if (await composer.ComposeAsync(message, cancellationToken) is not { } mail)
        {
            return PumpOutcome.Done;
        }

        if (!MailAddress.TryCreate(mail.To, out _))
        {
            return PumpOutcome.GiveUp("The recipient's address is not a mail address.");
        }

        try
        {
            await transport.SendAsync(mail, $"{message.Id:N}@{options.Domain}", cancellationToken);
            return PumpOutcome.Done;
        }
        catch (SmtpFailedRecipientException refused) when (refused.StatusCode == SmtpStatusCode.MailboxUnavailable)
        {
            return PumpOutcome.GiveUp("The mail server does not know the recipient.");
        }
        catch (SmtpException failed)
        {
            return PumpOutcome.Retry($"SMTP: {failed.StatusCode}");
        }
    }
}
