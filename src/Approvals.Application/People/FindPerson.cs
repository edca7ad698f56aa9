using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Experts;
using Approvals.Application.Represented;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.People;

/// <summary>
/// Finds somebody by identity document, or registers them. Who names a person must know both number and name as they are
/// registered. The refusal of a wrong name tells that the number is registered, and nothing else; how often one may ask is limited.
/// </summary>
public sealed class FindPerson(
    ApprovalsDbContext context, WriteTransaction transaction, PersonRegister people, Vault vault, AuditLog audit, CalendarInForce calendar, TimeProvider clock)
{
    /// <param name="Name">The full name as on the document.</param>
    /// <param name="Kind">The kind of document, by its code.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="BirthDate">The date of birth, for documents whose number does not hold it.</param>
    /// <param name="Mobile">A mobile number, kept when the person is registered now.</param>
    public sealed record Request(string Name, string Kind, string Number, DateOnly? BirthDate = null, string? Mobile = null);

    /// <summary>The person's id.</summary>
    public Task<Result<Guid>> HandleAsync(Request request, CancellationToken cancellationToken) => HandleAsync(request, null, cancellationToken);

    /// <summary>
    /// The person's id. A clerk who has seen the document mends what somebody else wrote of the person, as long as nothing rests on it.
    /// </summary>
    /// <param name="request">Who it is.</param>
    /// <param name="seenBy">The clerk who has seen the document; null where nobody has.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task<Result<Guid>> HandleAsync(Request request, Guid? seenBy, CancellationToken cancellationToken)
    {
        var read = IdentifyOneself.Read(new IdentifyOneself.Request(request.Kind, request.Number, request.BirthDate), calendar.Today(clock));
        if (!read.IsSuccess)
        {
            return read.Error;
        }

        var mobile = string.IsNullOrWhiteSpace(request.Mobile) ? null : request.Mobile.Trim();
        if (mobile is not null && !IdentifierCheck.Check(IdentifierKind.Mobile, mobile, calendar.Today(clock)).IsSuccess)
        {
            return Wrong("mobile", "people.mobile");
        }

        if (await KnownAsync(read.Value, cancellationToken) is { } known)
        {
            return await SameAsync(known, request, read.Value, seenBy, cancellationToken);
        }

        var added = await people.AddAsync(IdentifyOneself.With(new PersonDetails(request.Name.Trim()) { Mobile = mobile }, read.Value), clock.GetUtcNow(), cancellationToken);
        if (await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed)
        {
            return added.Id;
        }

        context.ChangeTracker.Clear();
        return await KnownAsync(read.Value, cancellationToken) is { } other ? await SameAsync(other, request, read.Value, seenBy, cancellationToken) : Refusals.Stale;
    }

    private Task<Guid?> KnownAsync(Identifier document, CancellationToken cancellationToken)
    {
        var (kind, hash) = (document.Kind.Code(), vault.LookUp(document.Kind.Code(), document.Value));
        return context.PersonIdentifiers.Where(i => i.Kind == kind && i.Hash == hash).Select(i => (Guid?)i.PersonId).SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<Result<Guid>> SameAsync(Guid id, Request request, Identifier document, Guid? seenBy, CancellationToken cancellationToken)
    {
        var known = await people.ReadAsync(id, cancellationToken);
        return !known.IsSuccess ? known.Error
            : CoAuthors.Plain(known.Value.Name) == CoAuthors.Plain(request.Name) ? id
            : seenBy is { } clerk && !await IsReliedOnAsync(id, cancellationToken) ? await MendAsync(id, known.Value, request, document, clerk, cancellationToken)
            : Wrong("name", "people.nameDiffers");
    }

    /// <summary>Whether the person has come themselves or agreed to anything: then the name is theirs to correct.</summary>
    private async Task<bool> IsReliedOnAsync(Guid id, CancellationToken cancellationToken) =>
        await context.Users.AnyAsync(u => u.PersonId == id, cancellationToken)
        || await context.Cases.AnyAsync(c => c.ApplicantPersonId == id, cancellationToken)
        || await context.RepresentedPeople.AnyAsync(r => r.PersonId == id && r.State == RepresentationState.Agreed, cancellationToken);

    private async Task<Result<Guid>> MendAsync(Guid id, PersonDetails known, Request request, Identifier document, Guid clerk, CancellationToken cancellationToken)
    {
        var person = await context.People.Include(p => p.Identifiers).SingleAsync(p => p.Id == id, cancellationToken);
        var mobile = string.IsNullOrWhiteSpace(request.Mobile) ? known.Mobile : request.Mobile.Trim();
        await people.ChangeAsync(person, IdentifyOneself.With(known with { Name = request.Name.Trim(), Mobile = mobile }, document), cancellationToken);
        audit.Add(clerk, "person.mended", "person", id.ToString());
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? id : Refusals.Stale;
    }

    private static Error Wrong(string field, string code) => new("request.fields") { Fields = [new FieldError(field, code)] };
}
