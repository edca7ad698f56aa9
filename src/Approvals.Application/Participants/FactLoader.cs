using System.Buffers.Binary;
using Approvals.Application.Cards;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Experts;
using Approvals.Application.Presence;
using Approvals.Feel;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Participants;

/// <summary>Answers what a step asks for: people from their assignments, rights and past cases from their rows.</summary>
internal static class FactLoader
{
    /// <summary>The answer to a query; the same rows give the same answer in the same order.</summary>
    internal static async Task<FactAnswer> AnswerAsync(CaseWork work, FactQuery query, CancellationToken cancellationToken) => query switch
    {
        RoleHolders holders => new UsersAnswer(
            [.. (await HoldersAsync(work.Context, holders.Candidate, work.Now, holders.AtMost, cancellationToken)).Select(u => u.ToString())]),
        ManagerOf manager => new UsersAnswer([.. await ManagerAsync(work.Context, manager.User, cancellationToken)]),
        Substitutes absent => new UsersAnswer([.. await SubstitutesAsync(work, absent.User, cancellationToken)]),
        Relations => new UsersAnswer([.. await PartialAsync(work, cancellationToken)]),
        Workflows.Entitlements => new ValueAnswer(await EntitlementsAsync(work, cancellationToken)),
        SamplingSeed => new ValueAnswer(FeelValue.Of(Drawn(work.Ids.Next()))),
        ExpertPool pool => await ExpertPoolFacts.OfAsync(work, pool, cancellationToken),
        DrawSeed => new ValueAnswer(FeelValue.Of(work.Ids.Unordered().ToString("N"))),
        PastCases => new ValueAnswer(await PastCasesAsync(work, cancellationToken)),
        Workflows.Presence => new ValueAnswer(await PresenceFacts.OfAsync(work, cancellationToken)),
        Workflows.Bookings => new ValueAnswer(await AllotmentFacts.BookingsAsync(work, cancellationToken)),
        Workflows.Quotas quotas => new ValueAnswer(await AllotmentFacts.QuotasAsync(work, quotas.Service, cancellationToken)),
        _ => new ValueAnswer(FeelValue.Of(FeelList.Empty)),
    };

    /// <summary>A number from 0 up to but without 1, from the random end of a new id; the event stores it.</summary>
    private static decimal Drawn(Guid id) => BinaryPrimitives.ReadUInt32BigEndian(id.ToByteArray(bigEndian: true).AsSpan(12)) / 4294967296m;

    /// <summary>Active users who hold a role at exactly a place.</summary>
    internal static async Task<IReadOnlyList<Guid>> HoldersAsync(
        ApprovalsDbContext context, RoleCandidate role, DateTimeOffset now, int? atMost, CancellationToken cancellationToken)
    {
        var organisation = role.Organisation is { } named ? await CandidateKeys.OrganisationAsync(context, named, cancellationToken) : null;
        var place = new HolderPlace(role.Role, role.Region, role.Service, role.OrganisationKind, organisation);
        return await FactQueries.HoldersAsync(context, place, now, atMost ?? int.MaxValue, cancellationToken);
    }

    private static async Task<IEnumerable<string>> ManagerAsync(ApprovalsDbContext context, string user, CancellationToken cancellationToken) =>
        Guid.TryParse(user, out var id)
        && await context.Users.Where(u => u.Id == id).Select(u => u.ManagerId).SingleOrDefaultAsync(cancellationToken) is { } manager
            ? [manager.ToString()]
            : [];

    private static async Task<IEnumerable<string>> SubstitutesAsync(CaseWork work, string user, CancellationToken cancellationToken) =>
        Guid.TryParse(user, out var id)
            ? (await Rights.StandIns.OfAsync(work.Context, id, work.Case.ServiceCode, work.Today, cancellationToken)).Select(u => u.ToString())
            : [];

    /// <summary>
    /// Registered relatives, and whoever works for the employer that the case names; its agents act for it at its own step and
    /// hold no office, so they are not among them.
    /// </summary>
    private static async Task<IEnumerable<string>> PartialAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var users = await FactQueries.PartialAsync(work.Context, work.Case.ApplicantPersonId, work.Case.OrganisationId, cancellationToken);
        return users.Select(u => u.ToString());
    }

    private static async Task<FeelValue> EntitlementsAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var rows = await work.Context.Entitlements.AsNoTracking().Include(e => e.Suspensions)
            .Where(e => e.PersonId == work.Case.ApplicantPersonId).OrderBy(e => e.GrantedAt).ThenBy(e => e.Id).ToListAsync(cancellationToken);
        return FeelValue.Of(rows.Select(e => FeelValue.Of(EntitlementFact(e, work.Today))));
    }

    private static FeelContext EntitlementFact(Entitlement row, DateOnly today) => FeelContext.Of(
        ("id", FeelValue.Of(row.Id.ToString())),
        ("kind", FeelValue.Of(row.Kind)),
        ("level", FeelValue.Of(row.Level)),
        ("number", FeelValue.Of(row.Number)),
        ("service", FeelValue.Of(row.ServiceCode)),
        ("validFrom", FeelValue.Of(row.ValidFrom)),
        ("validTo", row.ValidTo is { } to ? FeelValue.Of(to) : FeelValue.Null),
        ("valid", FeelValue.Of(Validity.On(row, today) == CardStatus.Valid)),
        ("items", FeelValue.Of(EntitlementItems.Read(row.Items).Select(i => FeelValue.Of(i.Code)))));

    private static async Task<FeelValue> PastCasesAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var rows = await work.Context.Cases.AsNoTracking()
            .Where(c => c.ApplicantPersonId == work.Case.ApplicantPersonId && c.Id != work.Case.Id)
            .OrderBy(c => c.SubmittedAt).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        return FeelValue.Of(rows.Select(c => FeelValue.Of(FeelContext.Of(
            ("id", FeelValue.Of(c.Id.ToString())),
            ("number", FeelValue.Of(c.Number)),
            ("service", FeelValue.Of(c.ServiceCode)),
            ("state", FeelValue.Of(c.State)),
            ("result", FeelValue.Of(c.Result)),
            ("submittedOn", FeelValue.Of(work.Calendar.DayOf(c.SubmittedAt))),
            ("finishedOn", c.FinishedAt is { } finished ? FeelValue.Of(work.Calendar.DayOf(finished)) : FeelValue.Null)))));
    }
}
