using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Represented;

/// <summary>An agent hands in the signed consent of somebody who has no account; who has one agrees there and nowhere else.</summary>
public sealed class HandInConsent(
    ApprovalsDbContext context, WriteTransaction transaction, DocumentStore store, Vault vault, AuditLog audit, IIdSource ids, TimeProvider clock)
{
    /// <summary>The type its document is kept under.</summary>
    public const string DocumentType = "consent";

    /// <param name="Id">The represented person's row.</param>
    /// <param name="FileName">The name it was uploaded under.</param>
    /// <param name="Content">The content as it streams in; null when none came.</param>
    public sealed record Request(Guid Id, string FileName, Stream? Content);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.RepresentedPeople.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken);
        if (row is null || !EmployerRights.ActsFor(user, row.OrganisationId))
        {
            return row is null ? Refusals.NotFound : await EmployerRights.RefusalAsync(context, user, row.OrganisationId, clock.Now(), cancellationToken);
        }

        if (request.Content is null)
        {
            return new Error("documents.noFile");
        }

        if (row.State == RepresentationState.Agreed)
        {
            return Unit.Value;
        }

        if (await context.Users.AnyAsync(u => u.PersonId == row.PersonId, cancellationToken))
        {
            return new Error("represented.hasAccount", ErrorKind.Conflict);
        }

        return await KeepAsync(request, request.Content, row, user, cancellationToken);
    }

    private async Task<Result<Unit>> KeepAsync(Request request, Stream content, RepresentedPerson row, CurrentUser user, CancellationToken cancellationToken)
    {
        var file = new IncomingFile
        {
            Content = content, FileName = request.FileName, DocumentType = DocumentType, KeyId = vault.Create("organisation").Id, UploadedByUserId = user.Id,
            OrganisationId = row.OrganisationId, For = StableId.Of(row.Id, "consent", $"{row.Version}"),
        };
        var received = await store.ReceiveAsync(file, UploadRules.Default, cancellationToken);
        if (!received.IsSuccess)
        {
            return received.Error;
        }

        var consent = new Consent
        {
            Id = ids.Next(), PersonId = row.PersonId, Purpose = AnswerRepresentation.Purpose, Wording = "paper", GivenByUserId = user.Id, GivenAt = clock.GetUtcNow(),
        };
        context.Consents.Add(consent);
        (row.ProofDocumentId, row.ConsentId, row.State, row.AnsweredAt) = (received.Value.Id, consent.Id, RepresentationState.Agreed, consent.GivenAt);
        audit.Add(user.Id, "represented.onPaper", "represented", row.Id.ToString());
        if (await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed)
        {
            return Unit.Value;
        }

        context.ChangeTracker.Clear();
        return await context.RepresentedPeople.AnyAsync(r => r.Id == request.Id && r.State == RepresentationState.Agreed, cancellationToken)
            ? Unit.Value
            : Refusals.Stale;
    }
}
