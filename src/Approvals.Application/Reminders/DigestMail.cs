using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.MessageTexts;
using Approvals.Application.Outbox;
using Approvals.Feel;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Reminders;

/// <summary>Writes a person's digest of a day, grouped by service, just before it leaves: what was done meanwhile is not in it any more.</summary>
public sealed class DigestMail(ApprovalsDbContext context, ReminderTexts reminders, MessagesInForce messages) : IMailComposer
{
    /// <summary>The kind of its outbox messages.</summary>
    public const string MailKind = "mail.digest";

    private const string Template = "digest";
    private const int MostRead = 2_000;
    private const int MostOfAGroup = 30;

    /// <inheritdoc />
    public string Kind => MailKind;

    /// <inheritdoc />
    public async Task<Mail?> ComposeAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var address = JsonSerializer.Deserialize<Address>(message.Payload, JsonSerializerOptions.Web)!;
        var user = await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == address.User && u.DisabledAt == null, cancellationToken);
        if (user?.Email is not { Length: > 0 } mail)
        {
            return null;
        }

        var rows = await context.Reminders.AsNoTracking().Where(r => r.UserId == address.User && r.DigestDay == address.Day)
            .OrderBy(r => r.DueAt).ThenBy(r => r.Id).Take(MostRead).ToListAsync(cancellationToken);
        var told = (await reminders.TellAsync(rows, user.DisplayName, cancellationToken)).Where(t => !t.IsOver).ToList();
        if (told.Count == 0)
        {
            return null;
        }

        var facts = FeelContext.Of(
            ("name", FeelValue.Of(user.DisplayName)), ("day", FeelValue.Of(address.Day)), ("count", FeelValue.Of(told.Count)),
            ("groups", FeelValue.Of(await GroupsAsync(told, user.Language, cancellationToken))));
        var written = await messages.WriteAsync(Template, facts, user.Language, cancellationToken);
        return new Mail(mail, user.DisplayName, written.Subject, written.Text) { Html = written.Html };
    }

    private async Task<List<FeelValue>> GroupsAsync(List<ToldReminder> told, string language, CancellationToken cancellationToken)
    {
        List<FeelValue> groups = [];
        foreach (var group in told.GroupBy(t => t.Service.In(language)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            List<FeelValue> items = [];
            foreach (var one in group.OrderBy(t => t.Reminder.Template, StringComparer.Ordinal).Take(MostOfAGroup))
            {
                var line = await messages.LineAsync(one.Reminder.Template, one.Facts, language, cancellationToken);
                items.Add(FeelValue.Of(FeelContext.Of(("text", FeelValue.Of(line)), ("link", FeelValue.Of(one.Link)))));
            }

            groups.Add(FeelValue.Of(FeelContext.Of(
                ("title", FeelValue.Of(group.Key)), ("items", FeelValue.Of(items)), ("more", FeelValue.Of(group.Count() - items.Count)))));
        }

        return groups;
    }

    /// <summary>Whose digest of which day.</summary>
    public sealed record Address(Guid User, DateOnly Day);
}
