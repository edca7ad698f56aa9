using Approvals.Application.Database;
using Approvals.Application.Secrets;
using Approvals.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.People;

/// <summary>Registers people and reads what is known of them; both go through the vault.</summary>
public sealed class PersonRegister(ApprovalsDbContext context, Vault vault, IIdSource ids)
{
    /// <summary>The place a person's payload is bound to.</summary>
    public static string Place(Guid person) => $"person:{person:N}";

    /// <summary>Adds a person to the caller's transaction.</summary>
    public async Task<Person> AddAsync(PersonDetails details, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var person = new Person { Id = ids.Next(), KeyId = vault.Create("person").Id, CreatedAt = at };
        await ChangeAsync(person, details, cancellationToken);
        context.People.Add(person);
        return person;
    }

    /// <summary>Writes what is known of a person anew; a new identity document is added beside the old ones.</summary>
    public async Task ChangeAsync(Person person, PersonDetails details, CancellationToken cancellationToken)
    {
        person.Payload = await vault.SealJsonAsync(person.KeyId, details, Place(person.Id), cancellationToken);
        person.MaskedName = Masks.Apply(MaskKind.Name, details.Name);
        if (details is not { IdentifierKind: { } kind, IdentifierNumber: { } number })
        {
            return;
        }

        var hash = vault.LookUp(kind, number);
        if (!person.Identifiers.Any(i => i.Kind == kind && i.Hash.AsSpan().SequenceEqual(hash)))
        {
            var identifier = new PersonIdentifier
            {
                Id = ids.Next(), PersonId = person.Id, Kind = kind, Hash = hash,
                MaskedValue = Masks.Apply(MaskKind.Identifier, number), ValidUntil = details.IdentifierValidUntil,
            };
            context.PersonIdentifiers.Add(identifier);
        }
    }

    /// <summary>What is known of a person; fails with <c>secrets.erased</c> after erasure.</summary>
    public async Task<Result<PersonDetails>> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var person = await context.People.AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
        return await vault.OpenJsonAsync<PersonDetails>(person.KeyId, person.Payload, Place(id), cancellationToken);
    }
}
