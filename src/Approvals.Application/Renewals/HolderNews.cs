using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.News;
using Approvals.Application.Outbox;
using Approvals.Application.Participants;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Renewals;

/// <summary>Tells people of an entitlement by a line in their news, to be committed by the caller.</summary>
internal sealed class HolderNews(ApprovalsDbContext context, IIdSource ids, TimeProvider clock)
{
    private const int MostLeads = 50;

    /// <summary>Tells the holder; where that person has no account, whoever is agent of the employer.</summary>
    public async Task TellHolderAsync(Entitlement row, string template, object placeholders, CancellationToken cancellationToken)
    {
        var users = await context.Users.Where(u => u.PersonId == row.PersonId && u.DisabledAt == null).Select(u => u.Id).ToListAsync(cancellationToken);
        if (users.Count == 0 && row.OrganisationId is { } employer)
        {
            users = await FactQueries.HoldersAsync(context, new HolderPlace(Roles.EmployerAgent, null, null, null, employer), clock.Now(), MostLeads, cancellationToken);
        }

        Tell(users, row.CaseId, template, placeholders);
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
