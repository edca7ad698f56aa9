using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Organisations;

/// <summary>Hands in what a mandate rests on: the power of attorney, and for an employer that is new its registration.</summary>
public sealed class HandInProof(ApprovalsDbContext context, WriteTransaction transaction, DocumentStore store, Vault vault, AuditLog audit)
{
    /// <summary>The employer's own registration (营业执照).</summary>
    public const string Registration = "registration";

    /// <summary>The power of attorney (授权委托书).</summary>
    public const string PowerOfAttorney = "powerOfAttorney";

    /// <param name="Mandate">The mandate.</param>
    /// <param name="Type">Which of the two.</param>
    /// <param name="FileName">The name it was uploaded under.</param>
    /// <param name="Content">The content as it streams in; null when none came.</param>
    public sealed record Request(Guid Mandate, string? Type, string FileName, Stream? Content);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var mandate = await context.Mandates.SingleOrDefaultAsync(m => m.Id == request.Mandate && m.AgentUserId == user.Id, cancellationToken);
        if (mandate?.OrganisationId is not { } employerId)
        {
            return Refusals.NotFound;
        }

        if (request is not { Type: Registration or PowerOfAttorney, Content: not null })
        {
            return new Error(request.Content is null ? "documents.noFile" : "documents.unknownType");
        }

        if (mandate is not { AskedAt: not null, DecidedAt: null })
        {
            return new Error("mandates.decided", ErrorKind.Conflict);
        }

        var employer = await context.Organisations.SingleAsync(o => o.Id == employerId, cancellationToken);
        if (request.Type == Registration && employer.VerifiedAt is not null)
        {
            return new Error("employers.verified", ErrorKind.Conflict);
        }

        return await KeepAsync(request, request.Content, mandate, employer, user, cancellationToken);
    }

    private async Task<Result<Unit>> KeepAsync(
        Request request, Stream content, Mandate mandate, Organisation employer, CurrentUser user, CancellationToken cancellationToken)
    {
        var file = new IncomingFile
        {
            Content = content, FileName = request.FileName, DocumentType = request.Type!, KeyId = vault.Create("organisation").Id, UploadedByUserId = user.Id,
            OrganisationId = employer.Id, For = StableId.Of(mandate.Id, "proof", $"{mandate.Version}:{employer.Version}"),
        };
        var received = await store.ReceiveAsync(file, UploadRules.Default, cancellationToken);
        if (!received.IsSuccess)
        {
            return received.Error;
        }

        if (request.Type == Registration)
        {
            employer.ProofDocumentId = received.Value.Id;
        }
        else
        {
            mandate.ProofDocumentId = received.Value.Id;
        }

        audit.Add(user.Id, "mandates.proof", "mandate", mandate.Id.ToString());
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Unit.Value : Refusals.Stale;
    }
}
