using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.MessageTexts;
using Approvals.Application.Outbox;
using Approvals.Application.People;
using Approvals.Application.Sms;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Reminders;

/// <summary>Writes the mail of a reminder that leaves by itself; what was done meanwhile is not reminded of.</summary>
public sealed class ReminderMail(ApprovalsDbContext context, ReminderTexts reminders, MessagesInForce messages) : IMailComposer
{
    /// <summary>The kind of its outbox messages.</summary>
    public const string MailKind = "mail.reminder";

    /// <inheritdoc />
    public string Kind => MailKind;

    /// <inheritdoc />
    public async Task<Mail?> ComposeAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var row = await OfAsync(context, message, cancellationToken);
        var user = await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == row.UserId && u.DisabledAt == null, cancellationToken);
        if (user?.Email is not { Length: > 0 } mail || await reminders.TellAsync([row], user.DisplayName, cancellationToken) is not [{ IsOver: false } told])
        {
            return null;
        }

        var written = await messages.WriteAsync(row.Template, told.Facts, user.Language, cancellationToken);
        return new Mail(mail, user.DisplayName, written.Subject, written.Text) { Html = written.Html };
    }

    internal static Task<Reminder> OfAsync(ApprovalsDbContext context, OutboxMessage message, CancellationToken cancellationToken)
    {
        var id = JsonSerializer.Deserialize<Address>(message.Payload, JsonSerializerOptions.Web)!.Reminder;
        return context.Reminders.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);
    }

    /// <summary>Which reminder.</summary>
    public sealed record Address(Guid Reminder);
}

/// <summary>Writes the text message of a reminder: its line, and nothing that a glance at a phone should not show.</summary>
public sealed class ReminderSms(ApprovalsDbContext context, ReminderTexts reminders, PersonRegister people, MessageCatalog texts) : ISmsComposer
{
    /// <summary>The kind of its outbox messages.</summary>
    public const string SmsKind = "sms.reminder";

    /// <inheritdoc />
    public string Kind => SmsKind;

    /// <inheritdoc />
    public async Task<Sms.Sms?> ComposeAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var row = await ReminderMail.OfAsync(context, message, cancellationToken);
        var user = await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == row.UserId && u.DisabledAt == null, cancellationToken);
        if (user?.PersonId is not { } person || await people.ReadAsync(person, cancellationToken) is not { IsSuccess: true, Value.Mobile: { Length: > 0 } mobile }
            || await reminders.TellAsync([row], user.DisplayName, cancellationToken) is not [{ IsOver: false }])
        {
            return null;
        }

        var number = row.CaseId is { } id ? await context.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync(cancellationToken) : "";
        return new Sms.Sms(Letters.LetterSms.WithCountry(mobile), texts.Format("reminders.sms", new Dictionary<string, string> { ["number"] = number }, user.Language));
    }
}
