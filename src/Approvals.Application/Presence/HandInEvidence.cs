using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Rights;
using Approvals.Domain.Residency;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Presence;

/// <summary>Hands in a document that shows an entry, and reads it again. It lies under the person's key, so that erasing the person destroys it.</summary>
public sealed class HandInEvidence(ApprovalsDbContext context, WriteTransaction transaction, DocumentStore store, AuditLog audit, IIdSource ids)
{
    /// <summary>What the documents of a ledger are called among others.</summary>
    public const string DocumentType = "presence";

    /// <summary>How many proofs an entry has at most.</summary>
    public const int MostProofs = 20;

    /// <param name="Entry">The entry.</param>
    /// <param name="Kind">What the document is; null where nothing was said.</param>
    /// <param name="FileName">The name it was uploaded under.</param>
    /// <param name="Content">The content as it streams in; null when none came.</param>
    public sealed record Request(Guid Entry, ProofKind? Kind, string FileName, Stream? Content);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var entry = await context.PresenceIntervals.Include(p => p.Evidence).SingleOrDefaultAsync(p => p.Id == request.Entry, cancellationToken);
        var reach = entry is null ? null : await PresenceRights.OfAsync(context, user, entry.PersonId, cancellationToken);
        if (entry is null || reach is null || !reach.Reads(entry))
        {
            return Refusals.NotFound;
        }

        var wrong = !reach.Writes(entry.OrganisationId) ? Refusals.Forbidden
            : request.Content is null ? new Error("documents.noFile")
            : request.Kind is null ? new Error("documents.unknownType")
            : entry.EndedAt is not null ? new Error("presence.ended", ErrorKind.Conflict)
            : entry.Evidence.Count >= MostProofs ? new Error("presence.tooManyProofs", ErrorKind.Conflict).With("max", $"{MostProofs}")
            : null;
        return wrong is null ? await KeepAsync(entry, request, request.Kind!.Value, user, cancellationToken) : wrong;
    }

    /// <summary>Opens a document of an entry for whoever reads the entry.</summary>
    public async Task<Result<OpenedDocument>> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var entries = await context.PresenceIntervals.AsNoTracking().Where(p => p.Evidence.Any(e => e.DocumentId == id)).ToListAsync(cancellationToken);
        foreach (var entry in entries)
        {
            if (await PresenceRights.OfAsync(context, user, entry.PersonId, cancellationToken) is { } reach && reach.Reads(entry))
            {
                return await store.OpenAsync(await context.Documents.AsNoTracking().SingleAsync(d => d.Id == id, cancellationToken), cancellationToken);
            }
        }

        return new Error("documents.unknown", ErrorKind.NotFound);
    }

    private async Task<Result<Unit>> KeepAsync(PresenceInterval entry, Request request, ProofKind kind, CurrentUser user, CancellationToken cancellationToken)
    {
        var key = await context.People.Where(p => p.Id == entry.PersonId).Select(p => p.KeyId).SingleAsync(cancellationToken);
        var received = await store.ReceiveAsync(
            new IncomingFile
            {
                Content = request.Content!, FileName = request.FileName, DocumentType = DocumentType, KeyId = key, UploadedByUserId = user.Id,
                For = StableId.Of(entry.Id, "evidence", $"{kind}"),
            },
            UploadRules.Default, cancellationToken);
        if (!received.IsSuccess)
        {
            return received.Error;
        }

        if (entry.Evidence.Exists(e => e.DocumentId == received.Value.Id))
        {
            return Unit.Value;
        }

        var said = entry.Evidence.Find(e => e.Kind == kind && e.DocumentId is null);
        if (said is not null)
        {
            said.DocumentId = received.Value.Id;
        }
        else
        {
            context.Add(new Evidence { Id = ids.Next(), IntervalId = entry.Id, Kind = kind, DocumentId = received.Value.Id });
        }

        audit.Add(user.Id, "presence.proved", "presence", entry.Id.ToString(), EnterPresence.Data(entry));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Unit.Value : Refusals.Stale;
    }
}
