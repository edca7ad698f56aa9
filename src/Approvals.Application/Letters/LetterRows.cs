using System.Security.Cryptography;
using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Outbox;
using Approvals.Application.Participants;

namespace Approvals.Application.Letters;

/// <summary>Makes out letters to the applicant: filled in both languages, encrypted, delivered by page and, through the outbox, by mail.</summary>
internal static class LetterRows
{
    /// <summary>Sends a letter; a name the package has no letter of sends nothing.</summary>
    internal static async Task SendAsync(CaseWork work, string activity, string name, LetterSubjectMatter about, CancellationToken cancellationToken)
    {
        if (LetterTexts.Fill(work, name, about) is not { } content)
        {
            return;
        }

        var id = work.Ids.Next();
        var payload = await work.Vault.SealJsonAsync(work.KeyId, content, LetterContent.Place(id), cancellationToken);
        var letter = new Cases.Letter
        {
            Id = id, CaseId = work.Case.Id, Name = name, ActivityId = activity, EventNumber = work.Row.EventCount, Payload = payload,
            Hash = SHA256.HashData(payload), At = work.Now,
        };
        work.Context.Letters.Add(letter);
        await DeliverAsync(work, letter, cancellationToken);
    }

    private static async Task DeliverAsync(CaseWork work, Cases.Letter letter, CancellationToken cancellationToken)
    {
        var channels = work.Service.Package.Letters[letter.Name].Zh.Channels;
        foreach (var user in await CandidateKeys.UsersAsync(work, work.Applicant.FlowId, cancellationToken))
        {
            Add(work, letter, user, DeliveryChannel.Page, null);
            work.Context.Notifications.Add(new Notification
            {
                Id = work.Ids.Next(), UserId = user, CaseId = work.Case.Id, Template = letter.Name, At = work.Now,
                Data = JsonSerializer.Serialize(new { letter = letter.Id, number = work.Case.Number }, JsonSerializerOptions.Web),
            });
            if (channels.Contains("mail"))
            {
                var mail = work.Outbox.Add(LetterMail.MailKind, $"letter:{letter.Id:N}:{user:N}", new LetterMail.Address(letter.Id, user), work.Case.Id, MessageOrder.Mail(user));
                Add(work, letter, user, DeliveryChannel.Mail, mail.Id);
            }

            if (channels.Contains("sms") && work.SendsSms)
            {
                var sms = work.Outbox.Add(LetterSms.SmsKind, $"sms:{letter.Id:N}:{user:N}", new LetterMail.Address(letter.Id, user), work.Case.Id, MessageOrder.Sms(user));
                Add(work, letter, user, DeliveryChannel.Sms, sms.Id);
            }
        }

        if (channels.Contains("pickup"))
        {
            Add(work, letter, null, DeliveryChannel.Counter, null);
        }
    }

    private static void Add(CaseWork work, Cases.Letter letter, Guid? user, DeliveryChannel channel, Guid? message) =>
        work.Context.Deliveries.Add(new Delivery
        {
            Id = work.Ids.Next(), LetterId = letter.Id, CaseId = work.Case.Id, RecipientUserId = user, Channel = channel, OutboxMessageId = message,
            At = work.Now, SentAt = channel == DeliveryChannel.Page ? work.Now : null,
        });
}
