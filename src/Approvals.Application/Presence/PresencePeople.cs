using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Presence;

/// <summary>Those whose days a reader looks after, with what a year counts to.</summary>
public sealed class PresencePeople(ApprovalsDbContext context, PresenceRules rules, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>How many are shown; whoever seeks one more narrows the search.</summary>
    public const int Most = 50;

    /// <summary>Holders of rights that come with a duty to be there, by number; with a text those whose number begins with it.</summary>
    public async Task<Result<PresencePeopleDto>> ListAsync(int? year, string? number, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PresenceRights.ReadsOthers(user))
        {
            return Refusals.Forbidden;
        }

        var today = calendar.Today(clock);
        var shown = year ?? today.Year;
        if (!PresenceLedger.IsYear(shown))
        {
            return new Error("presence.year");
        }

        var begins = number?.Trim() ?? "";
        var rows = await (
            from held in PresenceRights.Within(context, user)
            where context.Obligations.Any(o => o.EntitlementId == held.Id && o.CountsPresence) && held.HolderMaskedName != ""
                && (begins == "" || held.Number.StartsWith(begins))
            join employer in context.Organisations.AsNoTracking() on held.OrganisationId equals employer.Id into employers
            from employer in employers.DefaultIfEmpty()
            orderby held.Number, held.Id
            select new { held, Employer = employer == null ? null : employer.Name }).Take(Most + 1).ToListAsync(cancellationToken);
        List<PresencePersonDto> people = [];
        foreach (var row in rows.Take(Most))
        {
            var reach = await PresenceRights.OfAsync(context, user, row.held.PersonId, cancellationToken);
            var whole = await PresenceRecord.OfAsync(context, row.held.PersonId, cancellationToken);
            var record = whole with { Entries = [.. whole.Entries.Where(e => reach?.Reads(e) == true)] };
            var rule = await rules.OfAsync(record.Duties.Of(shown), shown, today, cancellationToken);
            people.Add(new PresencePersonDto(
                row.held.PersonId.ToString(), row.held.HolderMaskedName, row.Employer, row.held.KindName.In(user.Language), row.held.Number,
                PresenceCounts.Of(record.Year(shown), rule, calendar.Current)));
        }

        return new PresencePeopleDto(shown, people, rows.Count > Most, await EmployersAsync(user, cancellationToken));
    }

    private async Task<IReadOnlyList<PresenceEmployerDto>> EmployersAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. user.AgentOf];
        return [.. (await context.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Name).ThenBy(o => o.Id)
            .Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken)).Select(o => new PresenceEmployerDto(o.Id.ToString(), o.Name))];
    }
}
