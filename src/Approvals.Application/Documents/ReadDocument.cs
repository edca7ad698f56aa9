using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Policies;
using Approvals.Application.Represented;
using Approvals.Application.Rights;
using Approvals.Application.WorkTasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Documents;

/// <summary>Opens a document for whoever may read its draft or case.</summary>
public sealed class ReadDocument(ApprovalsDbContext context, DocumentStore store, ServiceCatalog catalog)
{
    public async Task<Result<OpenedDocument>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var document = await context.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.RemovedAt == null, cancellationToken);
        if (document is null || await AccessAsync(document, user, cancellationToken) is not { } access)
        {
            return new Error("documents.unknown", ErrorKind.NotFound);
        }

        var opened = await store.OpenAsync(document, cancellationToken);
        return opened.Map(o => access.BlindName is { } type ? o with { FileName = BlindReading.NameOf(type, o.FileName) } : o);
    }

    private async Task<Access?> AccessAsync(Document document, CurrentUser user, CancellationToken cancellationToken)
    {
        if (document.CaseId is not { } caseId)
        {
            return await IsPreparedAsync(document, user, cancellationToken) || await IsOfficersAsync(document, user, cancellationToken) ? new Access(null) : null;
        }

        var row = await context.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId, cancellationToken);
        if (document.UploadedByUserId == user.Id && row.FiledBy is not (FiledBy.Agent or FiledBy.Counter))
        {
            return new Access(null);
        }

        var tasks = await context.TaskItems.AsNoTracking().Include(t => t.Candidates).Where(t => t.CaseId == caseId).ToListAsync(cancellationToken);
        return CaseRights.Grounds(user, row, tasks).Any()
            || await CopyRights.HasAsync(context, row, user, cancellationToken) ? new Access(null)
            : tasks.Exists(t => TaskRights.MayRead(user, t, row)) ? await BlindAsync(document, row, user, cancellationToken)
            : null;
    }

    /// <summary>
    /// What is in preparation is read by whoever prepares it: of an employer, its agents of the day and no former one, as are the consents
    /// signed for it. The own power of attorney stays one's own.
    /// </summary>
    private async Task<bool> IsPreparedAsync(Document document, CurrentUser user, CancellationToken cancellationToken) => document.DraftId is { } draft
        ? await DraftLoader.Whose(context.Drafts, user).AnyAsync(d => d.Id == draft, cancellationToken)
        : document is { OrganisationId: { } employer, DocumentType: HandInConsent.DocumentType } ? EmployerRights.ActsFor(user, employer)
        : document.UploadedByUserId == user.Id;

    /// <summary>Proofs of an employer and of its agents are read by the officers who verify them.</summary>
    private async Task<bool> IsOfficersAsync(Document document, CurrentUser user, CancellationToken cancellationToken) =>
        document is { OrganisationId: { } id, DraftId: null } && EmployerRights.Verifies(user)
        && await context.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken) is { } employer
        && EmployerRights.Verifies(user, employer);

    /// <summary>What a panel sees of a document: all but who sent it, and none that tells it anyway.</summary>
    private async Task<Access?> BlindAsync(Document document, Case row, CurrentUser user, CancellationToken cancellationToken)
    {
        var service = await catalog.FindAsync(row.ServiceVersionId, cancellationToken);
        return BlindReading.Shows(service.Service, document.DocumentType)
            ? new Access(DocumentDescription.TypeName(service.Package, document.DocumentType, user.Language))
            : null;
    }

    /// <summary>Leave to read a document.</summary>
    /// <param name="BlindName">What it is called where its own name may not be told.</param>
    private sealed record Access(string? BlindName);
}
