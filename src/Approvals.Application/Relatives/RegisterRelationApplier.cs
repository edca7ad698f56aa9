using Approvals.Application.Cases;
using Approvals.Application.Effects;
using Approvals.Application.People;
using Approvals.Domain.Forms;
using Approvals.Domain.Identifiers;
using Approvals.Feel;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Relatives;

/// <summary>Registers a relative of the applicant: found by the identity document, else a new person under a key of its own.</summary>
internal sealed class RegisterRelationApplier : EffectApplier<RegisterRelation>
{
    protected override async Task<Error?> RefusalAsync(RegisterRelation effect, CaseWork work, CancellationToken cancellationToken)
    {
        if (DetailsOf(effect, work) is not { } details)
        {
            return new Error("family.incomplete", ErrorKind.Conflict).With("form", effect.Form);
        }

        return await KnownAsync(details, work, cancellationToken) == work.Case.ApplicantPersonId ? new Error("family.oneself", ErrorKind.Conflict) : null;
    }

    protected override async Task ApplyAsync(RegisterRelation effect, CaseWork work, CancellationToken cancellationToken)
    {
        var details = DetailsOf(effect, work)!;
        var relative = await KnownAsync(details, work, cancellationToken)
            ?? (await new PersonRegister(work.Context, work.Vault, work.Ids).AddAsync(details, work.Now, cancellationToken)).Id;
        var person = work.Case.ApplicantPersonId;
        var row = await work.Context.FamilyRelations.SingleOrDefaultAsync(r => r.PersonId == person && r.RelativePersonId == relative, cancellationToken);
        if (row is null)
        {
            row = new FamilyRelation { Id = work.Ids.Next(), PersonId = person, RelativePersonId = relative, Kind = effect.Relation, RegisteredAt = work.Now };
            work.Context.FamilyRelations.Add(row);
        }

        (row.Kind, row.RegisteredAt, row.CaseId, row.EndedAt) = (effect.Relation, work.Now, work.Case.Id, null);
        work.Audit.Add(work.By?.Id, "family.registered", "relation", row.Id.ToString(), caseId: work.Case.Id);
    }

    private static async Task<Guid?> KnownAsync(PersonDetails details, CaseWork work, CancellationToken cancellationToken)
    {
        var hash = work.Vault.LookUp(details.IdentifierKind!, details.IdentifierNumber!);
        return await work.Context.PersonIdentifiers.Where(i => i.Kind == details.IdentifierKind && i.Hash == hash).Select(i => (Guid?)i.PersonId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Who it is, as the answers say; null while a name or an identity document is missing.</summary>
    private static PersonDetails? DetailsOf(RegisterRelation effect, CaseWork work)
    {
        var answers = work.Forms.GetValueOrDefault(effect.Form, FormData.Empty);
        return Text(answers, effect, "name") is { } name && Text(answers, effect, "idType") is { } kind && Text(answers, effect, "idNumber") is { } number
            ? new PersonDetails(name)
            {
                IdentifierKind = kind,
                IdentifierNumber = IdentifierKinds.TryParse(kind, out var known) && IdentifierCheck.Check(known, number, work.Today) is { IsSuccess: true } read
                    ? read.Value.Value
                    : number,
                BirthDate = Answer(answers, effect, "birthDate").TryGetDate(out var born) ? born : null,
                Sex = Text(answers, effect, "sex"),
                Mobile = Text(answers, effect, "mobile"),
                Email = Text(answers, effect, "email"),
            }
            : null;
    }

    private static FeelValue Answer(FormData answers, RegisterRelation effect, string what) =>
        effect.Fields.TryGetValue(what, out var field) ? answers.At(field) : FeelValue.Null;

    private static string? Text(FormData answers, RegisterRelation effect, string what) =>
        Answer(answers, effect, what).TryGetString(out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
