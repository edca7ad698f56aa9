using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.People;

/// <summary>
/// Somebody who registered says which identity document they hold, once; what the number tells of birth and sex is taken from
/// it, so that it cannot contradict it. A document that another person holds is refused.
/// </summary>
public sealed class IdentifyOneself(
    ApprovalsDbContext context, WriteTransaction transaction, PersonRegister people, Vault vault, AuditLog audit, CalendarInForce calendar, TimeProvider clock)
{
    private const int OldestYears = 120;

    /// <param name="Kind">The kind of document, by its code.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="BirthDate">The date of birth, for documents whose number does not hold it.</param>
    public sealed record Request(string Kind, string Number, DateOnly? BirthDate);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } id)
        {
            return new Error("drafts.noPerson", ErrorKind.Conflict);
        }

        var read = Read(request, calendar.Today(clock));
        if (!read.IsSuccess)
        {
            return read.Error;
        }

        var known = await people.ReadAsync(id, cancellationToken);
        if (!known.IsSuccess)
        {
            return known.Error;
        }

        if (IsSame(known.Value, read.Value) || known.Value.IdentifierNumber is not null)
        {
            return IsSame(known.Value, read.Value) ? Unit.Value : new Error("account.identityKnown", ErrorKind.Conflict);
        }

        var (kind, hash) = (read.Value.Kind.Code(), vault.LookUp(read.Value.Kind.Code(), read.Value.Value));
        var holder = await context.PersonIdentifiers.Where(i => i.Kind == kind && i.Hash == hash && i.PersonId != id).Select(i => (Guid?)i.PersonId).SingleOrDefaultAsync(cancellationToken);
        return holder is { } other && await IsSomebodyAsync(other, cancellationToken)
            ? new Error("account.identityTaken", ErrorKind.Conflict)
            : await KeepAsync(id, With(known.Value, read.Value), holder, user, cancellationToken);
    }

    /// <summary>What a document's number and the date of birth beside it say.</summary>
    internal static Result<Identifier> Read(Request request, DateOnly today)
    {
        if (!IdentifierKinds.TryParse(request.Kind, out var kind) || kind is IdentifierKind.Uscc or IdentifierKind.Mobile or IdentifierKind.Email)
        {
            return Wrong("kind", "account.identityKind");
        }

        var checkedNumber = IdentifierCheck.Check(kind, request.Number.Trim(), today);
        if (!checkedNumber.IsSuccess)
        {
            return Wrong("number", "account.identityNumber");
        }

        var birth = checkedNumber.Value.BirthDate ?? request.BirthDate;
        return birth is null ? Wrong("birthDate", "account.birthDateMissing")
            : birth >= today || birth < today.AddYears(-OldestYears) ? Wrong("birthDate", "account.birthDate")
            : checkedNumber.Value with { BirthDate = birth };
    }

    internal static PersonDetails With(PersonDetails details, Identifier document) => details with
    {
        IdentifierKind = document.Kind.Code(),
        IdentifierNumber = document.Value,
        BirthDate = document.BirthDate,
        Sex = document.Sex switch { Sex.Male => "male", Sex.Female => "female", _ => details.Sex },
        Nationality = document.Kind == IdentifierKind.ResidentId ? "CHN" : details.Nationality,
    };

    private static Error Wrong(string field, string code) => new("request.fields") { Fields = [new FieldError(field, code)] };

    /// <summary>Whether a person has an account or a case; who has neither was only named by others.</summary>
    private async Task<bool> IsSomebodyAsync(Guid person, CancellationToken cancellationToken) =>
        await context.Users.AnyAsync(u => u.PersonId == person, cancellationToken) || await context.Cases.AnyAsync(c => c.ApplicantPersonId == person, cancellationToken);

    private async Task<Result<Unit>> KeepAsync(Guid id, PersonDetails details, Guid? named, CurrentUser user, CancellationToken cancellationToken)
    {
        var person = await context.People.Include(p => p.Identifiers).SingleAsync(p => p.Id == id, cancellationToken);
        await people.ChangeAsync(person, details, cancellationToken);
        audit.Add(user.Id, "person.identified", "person", id.ToString());
        if (named is { } other)
        {
            await EmptyAsync(other, cancellationToken);
        }

        if (await transaction.RunAsync(stop => named is { } from ? ComeOverAsync(from, id, stop) : Task.CompletedTask, cancellationToken) == CommitOutcome.Committed)
        {
            return Unit.Value;
        }

        context.ChangeTracker.Clear();
        return (await people.ReadAsync(id, cancellationToken)).Bind(kept => kept.IdentifierKind == details.IdentifierKind && kept.IdentifierNumber == details.IdentifierNumber
            ? Result<Unit>.Success(Unit.Value)
            : new Error("account.identityTaken", ErrorKind.Conflict));
    }

    /// <summary>What others wrote of the person is theirs no longer: there is one record of one person.</summary>
    private async Task EmptyAsync(Guid named, CancellationToken cancellationToken)
    {
        var person = await context.People.SingleAsync(p => p.Id == named, cancellationToken);
        (person.Payload, person.MaskedName, person.ErasedAt) = ([], "", clock.GetUtcNow());
        await vault.DestroyAsync(person.KeyId, cancellationToken);
    }

    /// <summary>
    /// Whom relatives or employers named becomes this account's: the document, the relations, the questions of employers with what was
    /// agreed to on paper, and what they prepare.
    /// </summary>
    private async Task ComeOverAsync(Guid from, Guid to, CancellationToken cancellationToken)
    {
        await context.PersonIdentifiers.Where(i => i.PersonId == from).ExecuteDeleteAsync(cancellationToken);
        await context.FamilyRelations.Where(r => r.RelativePersonId == from && r.PersonId != to).ExecuteUpdateAsync(r => r.SetProperty(x => x.RelativePersonId, to), cancellationToken);
        await context.RepresentedPeople.Where(r => r.PersonId == from).ExecuteUpdateAsync(r => r.SetProperty(x => x.PersonId, to), cancellationToken);
        await context.Consents.Where(c => c.PersonId == from).ExecuteUpdateAsync(c => c.SetProperty(x => x.PersonId, to), cancellationToken);
        await context.Drafts.Where(d => d.ApplicantPersonId == from).ExecuteUpdateAsync(d => d.SetProperty(x => x.ApplicantPersonId, to), cancellationToken);
    }

    /// <summary>A second click says the same again, and nothing has to be done.</summary>
    private static bool IsSame(PersonDetails known, Identifier document) => known.IdentifierKind == document.Kind.Code() && known.IdentifierNumber == document.Value;
}
