using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.People;

/// <summary>
/// Finds somebody by identity document, or registers them. Who names a person must know both number and name as they are
/// registered: a number alone tells nothing.
/// </summary>
public sealed class FindPerson(
    ApprovalsDbContext context, WriteTransaction transaction, PersonRegister people, Vault vault, CalendarInForce calendar, TimeProvider clock)
{
    /// <param name="Name">The full name as on the document.</param>
    /// <param name="Kind">The kind of document, by its code.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="BirthDate">The date of birth, for documents whose number does not hold it.</param>
    /// <param name="Mobile">A mobile number, kept when the person is registered now.</param>
    public sealed record Request(string Name, string Kind, string Number, DateOnly? BirthDate = null, string? Mobile = null);

    /// <summary>The person's id.</summary>
    public async Task<Result<Guid>> HandleAsync(Request request, CancellationToken cancellationToken)
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
            return await SameAsync(known, request, cancellationToken);
        }

        var added = await people.AddAsync(IdentifyOneself.With(new PersonDetails(request.Name.Trim()) { Mobile = mobile }, read.Value), clock.GetUtcNow(), cancellationToken);
        if (await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed)
        {
            return added.Id;
        }

        context.ChangeTracker.Clear();
        return await KnownAsync(read.Value, cancellationToken) is { } other ? await SameAsync(other, request, cancellationToken) : Refusals.Stale;
    }

    private Task<Guid?> KnownAsync(Identifier document, CancellationToken cancellationToken)
    {
        var (kind, hash) = (document.Kind.Code(), vault.LookUp(document.Kind.Code(), document.Value));
        return context.PersonIdentifiers.Where(i => i.Kind == kind && i.Hash == hash).Select(i => (Guid?)i.PersonId).SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<Result<Guid>> SameAsync(Guid id, Request request, CancellationToken cancellationToken)
    {
        var known = await people.ReadAsync(id, cancellationToken);
        return !known.IsSuccess ? known.Error
            : string.Equals(known.Value.Name, request.Name.Trim(), StringComparison.Ordinal) ? id
            : Wrong("name", "people.nameDiffers");
    }

    private static Error Wrong(string field, string code) => new("request.fields") { Fields = [new FieldError(field, code)] };
}
