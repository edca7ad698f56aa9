using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.News;
using Approvals.Application.Outbox;
using Approvals.Application.Participants;
using Approvals.Application.Reminders;
using Approvals.Application.Rights;
using Approvals.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Renewals;

/// <summary>Tells people of an entitlement by a line in their news and, where it has ended, in the mail of their day; to be committed by the caller.</summary>
internal sealed class HolderNews(ApprovalsDbContext context, IIdSource ids, TimeProvider clock)
{
    private const int MostLeads = 50;

    /// <summary>The message that says that something has ended.</summary>
    internal const string EndedMessage = "entitlement-ended";

    /// <summary>Tells the holder that it has ended, by mail as well.</summary>
    public async Task TellEndAsync(Entitlement row, string template, object placeholders, CancellationToken cancellationToken)
    {
        foreach (var user in await TellHolderAsync(row, template, placeholders, cancellationToken))
        {
            context.Reminders.Add(new Reminder
            {
                Id = StableId.Of(row.Id, $"{EndedMessage}:{row.ValidTo:yyyyMMdd}", user.ToString("N")), Rule = EndedMessage, About = ReminderSubject.Entitlement,
                SubjectId = row.Id, Occurrence = row.ValidTo!.Value.DayNumber, UserId = user, CaseId = row.CaseId, Template = EndedMessage,
                DueAt = clock.GetUtcNow(), NotBefore = clock.GetUtcNow(), State = ReminderState.Waiting, CreatedAt = clock.GetUtcNow(),
            });
        }
    }

    /// <summary>Tells the holder; where that person has no account, whoever is agent of the employer.</summary>
    /// <returns>Who was told.</returns>
    public async Task<IReadOnlyList<Guid>> TellHolderAsync(Entitlement row, string template, object placeholders, CancellationToken cancellationToken)
    {
        var users = await context.Users.Where(u => u.PersonId == row.PersonId && u.DisabledAt == null).Select(u => u.Id).ToListAsync(cancellationToken);
        if (users.Count == 0 && row.OrganisationId is { } employer)
        {
            users = await FactQueries.HoldersAsync(context, new HolderPlace(Roles.EmployerAgent, null, null, null, employer), clock.Now(), MostLeads, cancellationToken);
        }

        Tell(users, row.CaseId, template, placeholders);
        return users;
    }

    /// <summary>Tells a person who has an account.</summary>
    public async Task TellPersonAsync(Guid person, Guid @case, string template, object placeholders, CancellationToken cancellationToken) => Tell(
        await context.Users.Where(u => u.PersonId == person && u.DisabledAt == null).Select(u => u.Id).ToListAsync(cancellationToken), @case, template, placeholders);

    /// <summary>Tells the leads of the office that has the case.</summary>
    public async Task TellLeadsAsync(Guid @case, string region, string service, string template, object placeholders, CancellationToken cancellationToken) => Tell(
        await FactQueries.HoldersAsync(context, new HolderPlace(Roles.Lead, region, service, null, null), clock.Now(), MostLeads, cancellationToken), @case, template, placeholders);

    private void Tell(IEnumerable<Guid> users, Guid @case, string template, object placeholders) => context.Notifications.AddRange(users.Select(user => new Notification
    {
        Id = ids.Next(),
        UserId = user,
        CaseId = @case,
        Template = template,
        Data = NewsData.Keep(placeholders),
        At = clock.GetUtcNow(),
    }));
}
