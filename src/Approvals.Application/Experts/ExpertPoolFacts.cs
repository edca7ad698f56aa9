using System.Collections.Immutable;
using Approvals.Application.Cases;
using Approvals.Application.Regions;
using Approvals.Domain.Forms;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Experts;

/// <summary>The experts of a field, each with what keeps them from a case, from the rows as they are now.</summary>
internal static class ExpertPoolFacts
{
    /// <summary>The pool of a case in a stable order: entries that are open, of accounts that hold the role now.</summary>
    internal static async Task<PoolAnswer> OfAsync(CaseWork work, ExpertPool asked, CancellationToken cancellationToken)
    {
        if (work.Told.Drawn(work.Now) is { } drawn)
        {
            return await DrawnAsync(work, [.. drawn], cancellationToken);
        }

        var (codes, field) = (RegionPath.Codes(work.Case.RegionPath), asked.Field);
        var holders = ExpertRole.Holders(work.Context, work.Now);
        var rows = await (
            from expert in work.Context.Experts.AsNoTracking().Include(e => e.Absences).Include(e => e.CoAuthors)
            where expert.ClosedAt == null && codes.Contains(expert.RegionCode) && (field == null || expert.Fields.Any(f => f.Code == field))
            join user in work.Context.Users.AsNoTracking() on expert.UserId equals user.Id
            where user.DisabledAt == null && holders.Contains(user.Id)
            orderby expert.UserId
            select new PoolRow(expert, user.PersonId, user.OrganisationId)).ToListAsync(cancellationToken);
        var conflicts = await ConflictsAsync(work, asked, cancellationToken);
        return new PoolAnswer([.. rows.Select(r => new PoolMember(r.Expert.UserId.ToString(), [.. conflicts.Of(r)]))]);
    }

    /// <summary>Where a past case is played: those who were drawn then, and nobody else.</summary>
    private static async Task<PoolAnswer> DrawnAsync(CaseWork work, List<string> drawn, CancellationToken cancellationToken)
    {
        var users = await work.Context.Users.AsNoTracking().Where(u => drawn.Contains(u.UserName!)).OrderBy(u => u.Id).Select(u => u.Id).ToListAsync(cancellationToken);
        return new PoolAnswer([.. users.Select(u => new PoolMember(u.ToString(), []))]);
    }

    private static async Task<Conflicts> ConflictsAsync(CaseWork work, ExpertPool asked, CancellationToken cancellationToken)
    {
        var (person, id, activity) = (work.Case.ApplicantPersonId, work.Case.Id, asked.Activity);
        var relatives = await work.Context.FamilyRelations.AsNoTracking().Where(r => r.PersonId == person || r.RelativePersonId == person)
            .Select(r => r.PersonId == person ? r.RelativePersonId : r.PersonId).ToListAsync(cancellationToken);
        var acts = await work.Context.Opinions.AsNoTracking().Where(o => o.CaseId == id).Select(o => new { o.AuthorUserId, o.ActivityId, o.Outcome }).ToListAsync(cancellationToken);
        var events = await work.Context.CaseEvents.AsNoTracking().Where(e => e.CaseId == id && e.Type == nameof(Started) && e.ActorUserId != null)
            .Select(e => e.ActorUserId!.Value).ToListAsync(cancellationToken);
        return new Conflicts(
            work.Today,
            person,
            [.. relatives],
            work.Case.OrganisationId,
            [.. Employers(work, asked.Employer).OfType<string>().Select(CoAuthors.Plain).Where(e => e.Length > 0)],
            // Taking a seat and voting in an earlier meeting of this panel is no reason to leave somebody out of the next one; stepping aside is.
            [.. acts.Where(a => a.ActivityId != activity).Select(a => a.AuthorUserId), .. events],
            [.. acts.Where(a => a.ActivityId == activity && a.Outcome == Tasks.OpinionOutcomes.Recused).Select(a => a.AuthorUserId)],
            work.Vault.LookUp(CoAuthors.NameKind, CoAuthors.Plain(work.Applicant.Details.Name)),
            work.Applicant.Details.IdentifierNumber is { } number ? work.Vault.LookUp(CoAuthors.NumberKind, CoAuthors.Plain(number)) : null);
    }

    /// <summary>The applicant's employers: the case's by code and name, and what the answer says that the definition names.</summary>
    private static IEnumerable<string?> Employers(CaseWork work, string? path)
    {
        yield return work.Uscc;
        yield return work.Case.OrganisationName;
        if (path?.Split('.', 2) is [var form, var key] && work.Service.Package.Forms.TryGetValue(form, out var answered))
        {
            yield return answered.ToFeel(work.Forms.GetValueOrDefault(form))[key].TryGetString(out var employer) ? employer : null;
        }
    }

    private sealed record PoolRow(Expert Expert, Guid? PersonId, Guid? OrganisationId);

    /// <summary>What is compared with each expert.</summary>
    private sealed record Conflicts(
        DateOnly Today, Guid Applicant, HashSet<Guid> Relatives, Guid? Organisation, HashSet<string> Employers, HashSet<Guid> Acted, HashSet<Guid> Aside, byte[] Name, byte[]? Number)
    {
        public IEnumerable<string> Of(PoolRow row)
        {
            var expert = row.Expert;
            if (row.PersonId == Applicant)
            {
                yield return DrawReasons.Applicant;
            }

            if (row.PersonId is { } person && Relatives.Contains(person))
            {
                yield return DrawReasons.Relative;
            }

            if ((Organisation is not null && row.OrganisationId == Organisation) || IsEmployer(expert.EmployerUscc) || IsEmployer(expert.EmployerName))
            {
                yield return DrawReasons.SameEmployer;
            }

            if (expert.CoAuthors.Exists(IsApplicant))
            {
                yield return DrawReasons.CoAuthor;
            }

            if (Acted.Contains(expert.UserId))
            {
                yield return DrawReasons.Acted;
            }

            if (Aside.Contains(expert.UserId))
            {
                yield return DrawReasons.SteppedAside;
            }

            if (expert.Absences.Exists(a => a.From <= Today && Today <= a.To))
            {
                yield return DrawReasons.Away;
            }
        }

        private bool IsEmployer(string? named) => named is not null && Employers.Contains(CoAuthors.Plain(named));

        /// <summary>By the number where it is known, else by the name alone: rather one expert too few than one too many.</summary>
        private bool IsApplicant(ExpertCoAuthor author) =>
            author.NumberHash is { } number ? number.AsSpan().SequenceEqual(Number) : author.NameHash.AsSpan().SequenceEqual(Name);
    }
}
