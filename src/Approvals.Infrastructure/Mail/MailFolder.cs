using System.Globalization;
using System.Text;
using Approvals.Application.Outbox;
using Letter = Approvals.Application.Outbox.Mail;

namespace Approvals.Infrastructure.Mail;

/// <summary>
/// Mails as readable files, for development and trials. The file is named by the Message-ID: sending again changes nothing.
/// </summary>
public sealed class MailFolder(MailOptions options, TimeProvider time) : IMailTransport
{
    private const string Boundary = "=_approvals_alternative";

    /// <inheritdoc />
    public async Task SendAsync(Letter mail, string messageId, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.Folder);
        var path = Path.Combine(options.Folder, messageId[..messageId.IndexOf('@', StringComparison.Ordinal)] + ".eml");
        var unfinished = path + ".tmp";
        await File.WriteAllTextAsync(unfinished, Text(mail, messageId), cancellationToken);
        File.Move(unfinished, path, overwrite: true);
    }

    private string Text(Letter mail, string messageId)
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"From: {Encoded(options.FromName)} <{options.From}>")
            .AppendLine(CultureInfo.InvariantCulture, $"To: {string.Join(", ", mail.MoreTo.Prepend($"{Encoded(mail.ToName)} <{mail.To}>"))}")
            .AppendLine(CultureInfo.InvariantCulture, $"Subject: {Encoded(mail.Subject)}")
            .AppendLine(CultureInfo.InvariantCulture, $"Date: {time.GetUtcNow():ddd, dd MMM yyyy HH:mm:ss} +0000")
            .AppendLine(CultureInfo.InvariantCulture, $"Message-ID: <{messageId}>")
            .AppendLine("MIME-Version: 1.0");
        Also(text, "Cc", mail.Cc);
        Also(text, "Bcc", mail.Bcc);
        if (mail.Html is null)
        {
            return Part(text, "plain", mail.Text).ToString();
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"Content-Type: multipart/alternative; boundary=\"{Boundary}\"").AppendLine();
        Part(text.AppendLine(CultureInfo.InvariantCulture, $"--{Boundary}"), "plain", mail.Text);
        Part(text.AppendLine(CultureInfo.InvariantCulture, $"--{Boundary}"), "html", mail.Html);
        return text.AppendLine(CultureInfo.InvariantCulture, $"--{Boundary}--").ToString();
    }

    /// <summary>A folder has no envelope, so that blind copies stand in the file as well.</summary>
    private static void Also(StringBuilder text, string header, IReadOnlyList<string> addresses)
    {
        if (addresses.Count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{header}: {string.Join(", ", addresses)}");
        }
    }

    private static StringBuilder Part(StringBuilder text, string kind, string content) => text
        .AppendLine(CultureInfo.InvariantCulture, $"Content-Type: text/{kind}; charset=utf-8")
        .AppendLine("Content-Transfer-Encoding: 8bit")
        .AppendLine()
        .AppendLine(content);

    /// <summary>An encoded word of RFC 2047 where needed; never a line break, so that no header can be smuggled in.</summary>
    private static string Encoded(string value) =>
        value.All(c => c is >= ' ' and < (char)127) ? value : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(value))}?=";
}
