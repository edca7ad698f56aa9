using Approvals.Application.Database;
using Approvals.Application.Experts;
using Approvals.Application.People;
using Approvals.Application.Retention;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.PersonalData;

/// <summary>
/// Erases a person: every key of theirs is destroyed, which makes answers, documents, letters and what they wrote unreadable for
/// ever, backups aside; what lists and searches showed in the clear is emptied; the account is closed. What happened to a case, by
/// ids and hashes, stays, so that the audit trail still proves itself.
/// </summary>
public sealed class ErasePerson(ApprovalsDbContext context, PersonRegister people, EraseCases cases, Vault vault, TimeProvider clock)
{
    /// <summary>Runs inside the caller's transaction.</summary>
    internal async Task ApplyAsync(Guid person, CancellationToken cancellationToken)
    {
        await ForgetCoAuthorAsync(person, cancellationToken);
        await DestroyKeysAsync(person, cancellationToken);
        await ClearExpertAsync(person, cancellationToken);
        await ClearCasesAsync(person, cancellationToken);
        await ClearPersonAsync(person, cancellationToken);
        await CloseAccountsAsync(person, cancellationToken);
    }

    private Task<int> DestroyKeysAsync(Guid person, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        byte[] nothing = [];
        return context.ContentKeys
            .Where(k => context.People.Any(p => p.Id == person && p.KeyId == k.Id)
                || context.Cases.Any(c => c.ApplicantPersonId == person && c.KeyId == k.Id)
                || context.Drafts.Any(d => d.ApplicantPersonId == person && d.KeyId == k.Id)
                || context.Documents.Any(d => d.KeyId == k.Id && (context.RepresentedPeople.Any(r => r.PersonId == person && r.ProofDocumentId == d.Id)
                    || context.Mandates.Any(m => m.ProofDocumentId == d.Id && context.Users.Any(u => u.Id == m.AgentUserId && u.PersonId == person))))
                || context.Experts.Any(e => e.KeyId == k.Id && context.Users.Any(u => u.Id == e.UserId && u.PersonId == person)))
            .ExecuteUpdateAsync(s => s.SetProperty(k => k.WrappedKey, nothing).SetProperty(k => k.DestroyedAt, now), cancellationToken);
    }

    /// <summary>Experts who named the person as a co-author by number; a name alone may be anybody's.</summary>
    private async Task ForgetCoAuthorAsync(Guid person, CancellationToken cancellationToken)
    {
        if (await people.ReadAsync(person, cancellationToken) is { IsSuccess: true, Value.IdentifierNumber: { } number })
        {
            var hash = vault.LookUp(CoAuthors.NumberKind, CoAuthors.Plain(number));
            await context.Set<ExpertCoAuthor>().Where(a => a.NumberHash == hash).ExecuteDeleteAsync(cancellationToken);
        }
    }

    /// <summary>The entry in the pool stays, as draws refer to it; what it says of the expert goes.</summary>
    private async Task ClearExpertAsync(Guid person, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var entries = await context.Experts.Where(e => context.Users.Any(u => u.Id == e.UserId && u.PersonId == person)).Select(e => e.Id).ToListAsync(cancellationToken);
        await context.Set<ExpertField>().Where(f => entries.Contains(f.ExpertId)).ExecuteDeleteAsync(cancellationToken);
        await context.Set<ExpertAbsence>().Where(a => entries.Contains(a.ExpertId)).ExecuteDeleteAsync(cancellationToken);
        await context.Set<ExpertCoAuthor>().Where(a => entries.Contains(a.ExpertId)).ExecuteDeleteAsync(cancellationToken);
        await context.Experts.Where(e => entries.Contains(e.Id)).ExecuteUpdateAsync(
            s => s.SetProperty(e => e.EmployerUscc, (string?)null).SetProperty(e => e.EmployerName, (string?)null).SetProperty(e => e.ClosedAt, e => e.ClosedAt ?? now)
                .SetProperty(e => e.Version, e => e.Version + 1), cancellationToken);
    }

    private async Task ClearCasesAsync(Guid person, CancellationToken cancellationToken)
    {
        await cases.ClearAsync(context.Cases.Where(c => c.ApplicantPersonId == person), cancellationToken);
        await context.Entitlements.Where(e => e.PersonId == person).ExecuteUpdateAsync(s => s.SetProperty(e => e.HolderMaskedName, ""), cancellationToken);
    }

    private async Task ClearPersonAsync(Guid person, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        byte[] nothing = [];
        await context.PersonIdentifiers.Where(i => i.PersonId == person).ExecuteDeleteAsync(cancellationToken);
        await context.RepresentedPeople.Where(r => r.PersonId == person).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Presence.Evidence>().Where(e => context.PresenceIntervals.Any(p => p.Id == e.IntervalId && p.PersonId == person)).ExecuteDeleteAsync(cancellationToken);
        await context.PresenceIntervals.Where(p => p.PersonId == person).ExecuteDeleteAsync(cancellationToken);
        await context.FamilyRelations.Where(r => r.PersonId == person || r.RelativePersonId == person).ExecuteDeleteAsync(cancellationToken);
        await context.People.Where(p => p.Id == person).ExecuteUpdateAsync(
            s => s.SetProperty(p => p.Payload, nothing).SetProperty(p => p.MaskedName, "").SetProperty(p => p.ErasedAt, now)
                .SetProperty(p => p.Version, p => p.Version + 1), cancellationToken);
    }

    /// <summary>The account keeps its id, which acts refer to, and loses everything that tells whose it was.</summary>
    private async Task CloseAccountsAsync(Guid person, CancellationToken cancellationToken)
    {
        var accounts = context.Users.Where(u => u.PersonId == person);
        var ids = await accounts.Select(u => u.Id).ToListAsync(cancellationToken);
        await context.Notifications.Where(n => ids.Contains(n.UserId)).ExecuteDeleteAsync(cancellationToken);
        await context.SavedViews.Where(v => ids.Contains(v.UserId)).ExecuteDeleteAsync(cancellationToken);
        await context.Mandates.Where(m => ids.Contains(m.AgentUserId)).ExecuteUpdateAsync(s => s.SetProperty(m => m.Reason, (string?)null), cancellationToken);
        await context.SignInAttempts.Where(a => a.UserId != null && ids.Contains(a.UserId.Value)).ExecuteDeleteAsync(cancellationToken);
        await context.Comments.Where(c => ids.Contains(c.AuthorUserId)).ExecuteUpdateAsync(s => s.SetProperty(c => c.AuthorName, ""), cancellationToken);
        await context.Opinions.Where(o => ids.Contains(o.AuthorUserId)).ExecuteUpdateAsync(s => s.SetProperty(o => o.AuthorName, ""), cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var account in await context.Users.Where(u => ids.Contains(u.Id)).ToListAsync(cancellationToken))
        {
            (account.UserName, account.NormalizedUserName) = ($"erased-{account.Id:N}", $"ERASED-{account.Id:N}".ToUpperInvariant());
            (account.Email, account.NormalizedEmail, account.PhoneNumber, account.PasswordHash) = (null, null, null, null);
            (account.DisplayName, account.DisabledAt, account.SecurityStamp, account.IsDemo) = ("", now, account.Id.ToString("N"), false);
        }
    }
}
