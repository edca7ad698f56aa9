using Approvals.Application.Corrections;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Forms;
using Approvals.Application.Rights;
using Approvals.Application.Statements;
using Approvals.Domain.Forms;
using Approvals.Domain.Packages;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Documents;

/// <summary>Takes a file for a draft, or for a task of the applicant, within the rules of its type.</summary>
public sealed class UploadDocument(
    DocumentStore store, DraftLoader drafts, CorrectionLoader corrections, DocumentDescription description, WriteTransaction transaction,
    ApprovalsDbContext context)
{
    /// <summary>The most files that lie with one draft or case; what a document's type allows is far less, and checked when it is submitted.</summary>
    public const int MostFiles = 200;

    /// <param name="Draft">The draft it is for.</param>
    /// <param name="Task">Or the task it is for.</param>
    /// <param name="Type">The type of document.</param>
    /// <param name="FileName">The name it was uploaded under.</param>
    /// <param name="Content">The content as it streams in.</param>
    public sealed record Request(Guid? Draft, Guid? Task, string Type, string FileName, Stream Content);

    public async Task<Result<DocumentDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(request, user, cancellationToken);
        if (!place.IsSuccess)
        {
            return place.Error;
        }

        var (target, package, form) = (place.Value.File, place.Value.Package, place.Value.Form);
        var picker = form?.All.FirstOrDefault(c => c.Rules.Document == request.Type);
        if (picker is null && (form is not null || request.Type != FileStatement.DocumentType))
        {
            return new Error("documents.unknownType");
        }

        if (await context.Documents.CountAsync(
            d => d.RemovedAt == null && (target.DraftId != null ? d.DraftId == target.DraftId : d.CaseId == target.CaseId), cancellationToken) >= MostFiles)
        {
            return new Error("documents.tooMany", ErrorKind.Conflict).With("max", $"{MostFiles}");
        }

        var rules = picker is null ? UploadRules.Default : Rules(picker, package.Service);
        var received = await store.ReceiveAsync(target, rules, cancellationToken);
        if (!received.IsSuccess)
        {
            return received.Error;
        }

        // The same click was faster: its document is this one.
        var id = received.Value.Id;
        var kept = await transaction.CommitAsync(cancellationToken) == CommitOutcome.Duplicate
            ? await context.Documents.AsNoTracking().SingleAsync(d => d.Id == id, cancellationToken)
            : received.Value;
        return await description.OfAsync(kept, package, user.Language, cancellationToken);
    }

    /// <summary>What may be uploaded at a picker.</summary>
    internal static UploadRules Rules(FormComponent picker, ServiceInfo service)
    {
        var demand = service.Documents.FirstOrDefault(d => d.Type == picker.Rules.Document);
        var megabytes = picker.Rules.MaxMegabytes ?? demand?.MaxMegabytes;
        return new UploadRules(
            megabytes is { } most ? (long)(most * 1024 * 1024) : UploadRules.Default.MaxBytes,
            !picker.Rules.Formats.IsEmpty ? picker.Rules.Formats : demand?.Formats ?? []);
    }

    private async Task<Result<Place>> PlaceAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (request.Draft is { } draft)
        {
            var loaded = await drafts.LoadAsync(draft, user, cancellationToken);
            return loaded.Bind<Place>(d => d.Row.SubmittedCaseId is not null
                ? new Error("drafts.submitted", ErrorKind.Conflict)
                : new Place(File(request, user, d.Row.KeyId) with { DraftId = d.Row.Id }, d.Service.Package, d.Form));
        }

        if (request.Task is not { } task)
        {
            return new Error("documents.noPlace");
        }

        if (await corrections.HearingAsync(task, user, cancellationToken) is { } hearing)
        {
            return new Place(File(request, user, hearing.KeyId) with { CaseId = hearing.Case.Id }, hearing.Service.Package, null);
        }

        var correction = await corrections.LoadAsync(task, user, cancellationToken);
        return correction.Map(c => new Place(File(request, user, c.Work.KeyId) with { CaseId = c.Work.Case.Id }, c.Work.Service.Package, c.Form));
    }

    private static IncomingFile File(Request request, CurrentUser user, Guid key) => new()
    {
        Content = request.Content, FileName = request.FileName, DocumentType = request.Type, KeyId = key, UploadedByUserId = user.Id,
    };

    private sealed record Place(IncomingFile File, ServicePackage Package, Form? Form);
}
