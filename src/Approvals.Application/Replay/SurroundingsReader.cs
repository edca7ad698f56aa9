using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Approvals.Application.Bookings;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Children;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Secrets;
using Approvals.Domain.Scenarios;
using Approvals.Feel;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Replay;

/// <summary>Reads what there was around a case: what its applicant held and had asked for, relatives, and who gave out what.</summary>
public sealed partial class SurroundingsReader(ApprovalsDbContext context, Vault vault, PersonRegister people, CalendarInForce calendar)
{
    private const int Plenty = 1_000;

    internal async Task<Result<PastSurroundings>> ReadAsync(Case row, IEnumerable<PastAnswers> answers, CancellationToken cancellationToken)
    {
        var given = await GivenAsync(row, cancellationToken);
        if (!given.IsSuccess)
        {
            return given.Error;
        }

        var organisations = await OrganisationsAsync(row, answers, cancellationToken);
        var (lists, resources) = (await ListsAsync(row, organisations, cancellationToken), await ResourcesAsync(row, organisations, cancellationToken));
        var relatives = await RelativesAsync(row, cancellationToken);
        var facts = ImmutableSortedDictionary<string, FeelContext>.Empty
            .Add("entitlements", FeelContext.Of((PastPeople.Applicant, await PastRights.OfAsync(context, row, cancellationToken))))
            .Add("cases", FeelContext.Of((PastPeople.Applicant, await CasesAsync(row, cancellationToken))))
            .Add("relations", FeelContext.Of((PastPeople.Applicant, FeelValue.Of(relatives.Select(r => r.Relation)))))
            .Add("quotas", lists).Add("resources", resources).Add("agreements", await AgreementsAsync(row, cancellationToken));
        return new PastSurroundings
        {
            Facts = facts, Organisations = [.. organisations.Values], Entries = await EntriesAsync(row, organisations, cancellationToken),
            Bookings = await BookingsAsync(row, organisations, cancellationToken), Relatives = [.. relatives.Select(r => r.Person)],
            Employer = await context.Organisations.Where(o => o.Id == row.OrganisationId).Select(o => o.Uscc).SingleOrDefaultAsync(cancellationToken), Given = given.Value,
        };
    }

    /// <summary>Those that answers name by their codes, and those that give something out in the service.</summary>
    private async Task<Dictionary<Guid, PastOrganisation>> OrganisationsAsync(Case row, IEnumerable<PastAnswers> answers, CancellationToken cancellationToken)
    {
        var (codes, prefix) = (answers.SelectMany(a => Code().Matches(a.Values.GetRawText())).Select(m => m.Value).Distinct().ToList(), $"{row.ServiceCode}/");
        var owners = await context.WaitingLists.Where(l => l.Code.StartsWith(prefix) && l.OrganisationId != null).Select(l => l.OrganisationId!.Value)
            .Union(context.Bookings.Where(b => b.CaseId == row.Id && b.OrganisationId != null).Select(b => b.OrganisationId!.Value))
            .Union(context.Resources.Where(r => context.Bookings.Any(b => b.CaseId == row.Id && b.ResourceId == r.Id)).Select(r => r.OrganisationId)).ToListAsync(cancellationToken);
        return await context.Organisations.AsNoTracking().Where(o => owners.Contains(o.Id) || (codes.Contains(o.Uscc) && o.Id != row.OrganisationId))
            .ToDictionaryAsync(o => o.Id, o => new PastOrganisation(o.Uscc, o.Kind, o.RegionCode), cancellationToken);
    }

    private async Task<FeelContext> ListsAsync(Case row, Dictionary<Guid, PastOrganisation> owners, CancellationToken cancellationToken)
    {
        var prefix = $"{row.ServiceCode}/";
        var lists = await context.WaitingLists.AsNoTracking().Where(l => l.Code.StartsWith(prefix) && l.OrganisationId != null).OrderBy(l => l.Code).ToListAsync(cancellationToken);
        return FeelContext.From(lists.Select(l => KeyValuePair.Create(
            l.Code[prefix.Length..], FeelValue.Of(FeelContext.Of(("owner", FeelValue.Of(owners[l.OrganisationId!.Value].Uscc)), ("total", FeelValue.Of(Plenty)))))));
    }

    private async Task<FeelContext> ResourcesAsync(Case row, Dictionary<Guid, PastOrganisation> owners, CancellationToken cancellationToken)
    {
        var used = await context.Resources.AsNoTracking().Where(r => context.Bookings.Any(b => b.CaseId == row.Id && b.ResourceId == r.Id)).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        return FeelContext.From(used.Select(r => KeyValuePair.Create(
            r.Code, FeelValue.Of(FeelContext.Of(("owner", FeelValue.Of(owners[r.OrganisationId].Uscc)), ("slotMinutes", FeelValue.Of(r.SlotMinutes)))))));
    }

    private async Task<Dictionary<string, PastOrganisation>> EntriesAsync(Case row, Dictionary<Guid, PastOrganisation> owners, CancellationToken cancellationToken)
    {
        var entries = await context.WaitingListEntries.AsNoTracking().Where(e => e.CaseId == row.Id)
            .Join(context.WaitingLists, e => e.ListId, l => l.Id, (entry, list) => new { entry.BookmarkId, list.OrganisationId }).ToListAsync(cancellationToken);
        return entries.Where(e => e.OrganisationId is not null).ToDictionary(e => e.BookmarkId, e => owners[e.OrganisationId!.Value], StringComparer.Ordinal);
    }

    private async Task<Dictionary<string, PastBooking>> BookingsAsync(Case row, Dictionary<Guid, PastOrganisation> owners, CancellationToken cancellationToken)
    {
        var bookings = new Dictionary<string, PastBooking>(StringComparer.Ordinal);
        foreach (var booking in await context.Bookings.AsNoTracking().Where(b => b.CaseId == row.Id).ToListAsync(cancellationToken))
        {
            var content = await BookingContent.OpenAsync(vault, booking, cancellationToken);
            bookings[booking.BookmarkId] = new PastBooking(
                booking.ActivityId, booking.OrganisationId is { } owner ? owners[owner] : null, booking.StartsAt, booking.EndsAt, content.IsSuccess ? From(content.Value.Window) : null);
        }

        return bookings;
    }

    private static DateOnly? From(JsonElement? window) =>
        window is { ValueKind: JsonValueKind.Object } wanted && FeelJson.Parse(wanted.GetRawText()).AsContext()["from"].TryGetDate(out var day) ? day : null;

    /// <summary>Relatives whom a case registered before; a choice of them in a form names the relation by its id.</summary>
    private async Task<List<(ScenarioPerson Person, FeelValue Relation)>> RelativesAsync(Case row, CancellationToken cancellationToken)
    {
        var relations = await context.FamilyRelations.AsNoTracking()
            .Where(r => r.PersonId == row.ApplicantPersonId && r.RegisteredAt <= row.SubmittedAt && r.CaseId != row.Id && (r.EndedAt == null || r.EndedAt > row.SubmittedAt)).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        List<(ScenarioPerson, FeelValue)> relatives = [];
        foreach (var relation in relations)
        {
            var details = await people.ReadAsync(relation.RelativePersonId, cancellationToken);
            if (details.IsSuccess)
            {
                relatives.Add(Relative($"relative-{relatives.Count + 1}", details.Value, relation));
            }
        }

        return relatives;
    }

    private static (ScenarioPerson, FeelValue) Relative(string key, PersonDetails details, FamilyRelation relation) =>
    (
        new ScenarioPerson
        {
            Key = key, Name = details.Name, BirthDate = details.BirthDate, Sex = details.Sex,
            IdNumber = details.IdentifierKind == "resident-id" ? details.IdentifierNumber : null,
        },
        FeelValue.Of(FeelContext.Of(
            ("person", FeelValue.Of(key)), ("kind", FeelValue.Of(relation.Kind)), ("id", relation.CaseId is null ? FeelValue.Null : FeelValue.Of(relation.Id.ToString())))));

    private async Task<FeelValue> CasesAsync(Case row, CancellationToken cancellationToken)
    {
        var granting = await context.Entitlements.Where(e => e.PersonId == row.ApplicantPersonId && e.GrantedAt < row.SubmittedAt).Select(e => e.CaseId).ToListAsync(cancellationToken);
        var cases = await context.Cases.AsNoTracking()
            .Where(c => c.ApplicantPersonId == row.ApplicantPersonId && c.SubmittedAt < row.SubmittedAt && !granting.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        return FeelValue.Of(cases.Select(c => FeelValue.Of(Known(c, row.SubmittedAt))));
    }

    /// <summary>Another case as it stood then.</summary>
    private FeelContext Known(Case other, DateTimeOffset then)
    {
        var wasOver = other.FinishedAt <= then;
        return FeelContext.Of(
            ("service", FeelValue.Of(other.ServiceCode)), ("state", FeelValue.Of(wasOver ? other.State : "UnderReview")),
            ("result", wasOver ? FeelValue.Of(other.Result) : FeelValue.Null), ("submittedOn", FeelValue.Of(calendar.Current.DayOf(other.SubmittedAt))),
            ("finishedOn", wasOver ? FeelValue.Of(calendar.Current.DayOf(other.FinishedAt!.Value)) : FeelValue.Null));
    }

    /// <summary>That the applicant had agreed to the employer's filing, where its agent did.</summary>
    private async Task<FeelContext> AgreementsAsync(Case row, CancellationToken cancellationToken) =>
        row.FiledBy == FiledBy.Agent && await context.Organisations.Where(o => o.Id == row.OrganisationId).Select(o => o.Uscc).SingleOrDefaultAsync(cancellationToken) is { } uscc
            ? FeelContext.Of((PastPeople.Applicant, FeelValue.Of(FeelContext.Of(("employer", FeelValue.Of(uscc))))))
            : FeelContext.Empty;

    /// <summary>What the case that started this one handed over; null where nobody did.</summary>
    private async Task<Result<FeelValue>> GivenAsync(Case row, CancellationToken cancellationToken)
    {
        var link = await context.ChildCases.AsNoTracking().Where(c => c.ChildCaseId == row.Id)
            .Join(context.Cases, c => c.ParentCaseId, p => p.Id, (child, parent) => new { child.Payload, parent.KeyId }).SingleOrDefaultAsync(cancellationToken);
        return link is null ? FeelValue.Null
            : (await vault.OpenAsync(link.KeyId, link.Payload, ChildCase.Place(row.Id), cancellationToken)).Map(plain => FeelJson.Parse(System.Text.Encoding.UTF8.GetString(plain)));
    }

    [GeneratedRegex("[0-9A-HJ-NPQRTUWXY]{18}")]
    private static partial Regex Code();
}
