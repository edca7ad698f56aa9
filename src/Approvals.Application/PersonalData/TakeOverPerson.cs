using Approvals.Application.Database;
using Approvals.Application.Experts;
using Approvals.Application.People;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.PersonalData;

/// <summary>
/// For somebody a clerk or an employer filed for before they had an account: once an officer has seen the document, the account is that
/// of the person it belongs to, with the cases. Nothing is merged: whoever already has cases of their own, or another name, is refused.
/// </summary>
public sealed class TakeOverPerson(ApprovalsDbContext context, PersonRegister people)
{
    /// <summary>The holder of a document beside one person; null where nobody else holds it.</summary>
    internal Task<Guid?> HolderAsync(string kind, byte[] hash, Guid beside, CancellationToken cancellationToken) =>
        context.PersonIdentifiers.Where(i => i.Kind == kind && i.Hash == hash && i.PersonId != beside).Select(i => (Guid?)i.PersonId).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Makes an account that of the holder, in the caller's transaction, or says that it cannot be.</summary>
    internal async Task<Error?> ApplyAsync(Guid own, Guid holder, CancellationToken cancellationToken)
    {
        if (await context.Users.AnyAsync(u => u.PersonId == holder, cancellationToken) || await HasMoreAsync(own, cancellationToken) || !await IsNamedAlikeAsync(own, holder, cancellationToken))
        {
            return new Error("account.identityTaken", ErrorKind.Conflict);
        }

        foreach (var account in await context.Users.Where(u => u.PersonId == own).ToListAsync(cancellationToken))
        {
            account.PersonId = holder;
        }

        foreach (var draft in await context.Drafts.Where(d => d.ApplicantPersonId == own).ToListAsync(cancellationToken))
        {
            draft.ApplicantPersonId = holder;
        }

        return null;
    }

    /// <summary>Whether there is more of a person than an account and drafts.</summary>
    private async Task<bool> HasMoreAsync(Guid person, CancellationToken cancellationToken) =>
        await context.Cases.AnyAsync(c => c.ApplicantPersonId == person, cancellationToken)
        || await context.PersonIdentifiers.AnyAsync(i => i.PersonId == person, cancellationToken)
        || await context.FamilyRelations.AnyAsync(r => r.PersonId == person || r.RelativePersonId == person, cancellationToken);

    private async Task<bool> IsNamedAlikeAsync(Guid own, Guid holder, CancellationToken cancellationToken) =>
        await people.ReadAsync(own, cancellationToken) is { IsSuccess: true, Value.Name: var name }
        && await people.ReadAsync(holder, cancellationToken) is { IsSuccess: true, Value.Name: var registered } && CoAuthors.Plain(name) == CoAuthors.Plain(registered);
}
