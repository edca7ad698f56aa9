using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Approvals.Application.Outbox;
using Letter = Approvals.Application.Outbox.Mail;

namespace Approvals.Infrastructure.Mail;

/// <summary>Mail over SMTP with the base library's client, plain or STARTTLS.</summary>
public sealed class SmtpTransport(MailOptions options) : IMailTransport
{
    /// <inheritdoc />
    public async Task SendAsync(Letter mail, string messageId, CancellationToken cancellationToken)
    {
        using var message = new MailMessage
        {
            From = new MailAddress(options.From, options.FromName, Encoding.UTF8),
            Subject = mail.Subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(mail.To, mail.ToName.ReplaceLineEndings(" "), Encoding.UTF8));
        mail.MoreTo.ToList().ForEach(message.To.Add);
        mail.Cc.ToList().ForEach(message.CC.Add);
        mail.Bcc.ToList().ForEach(message.Bcc.Add);
        message.Headers.Add("Message-ID", $"<{messageId}>");
        if (mail.Html is not null)
        {
            message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        }

        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.UseStartTls };
        if (options.UserName is not null)
        {
            client.Credentials = new NetworkCredential(options.UserName, options.Password);
        }

        // The client's own time-out counts for synchronous sending only.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Timeout);
        await client.SendMailAsync(message, limit.Token);
    }
}
