using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Variants;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>A draft that was begun.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Service">Its service.</param>
/// <param name="Number">Its number within the service.</param>
public sealed record NewDraftDto(Guid Id, string Service, int Number);

/// <summary>
/// Begins the next draft of a service from the files of one of its versions; from a draft also as it was at a revision, with changes that could
/// not be made on it any more: so two people go on apart instead of writing over each other.
/// </summary>
public sealed class NewDraft(ApprovalsDbContext context, WriteTransaction transaction, DraftRows rows, DraftContents contents, AuditLog audit)
{
    /// <param name="From">The version to begin from.</param>
    /// <param name="Revision">The revision of a draft to begin from; null for its files as they are.</param>
    /// <param name="Commands">What to change at once.</param>
    public sealed record Request(Guid From, int? Revision, IReadOnlyList<CommandText> Commands);

    public async Task<Result<NewDraftDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Edits(user))
        {
            return Refusals.Forbidden;
        }

        var from = await context.ServiceVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == request.From && v.ServiceCode != ServiceVersion.SharedCode, cancellationToken);
        if (from is null)
        {
            return new Error("policies.unknownVersion", ErrorKind.NotFound);
        }

        var files = (await FilesAsync(from, request, cancellationToken)).Bind(known => EditDraft.Read(request.Commands)
            .Bind(commands => DraftCommands.Apply(known, commands)).Bind(changed => VariantDraft.Keep(known, changed, request.Commands, $"{from.Id:N}:{request.Revision}:fork")));
        if (!files.IsSuccess)
        {
            return files.Error;
        }

        var row = await rows.AddAsync(new DraftRows.Wanted(from.ServiceCode, from.NumberCode, from.Name, files.Value), user, cancellationToken);
        var said = new { service = row.ServiceCode, number = row.Number, from = from.Number, revision = request.Revision };
        audit.Add(user.Id, from.State == ServiceVersionState.Draft ? "studio.forked" : "studio.begun", "serviceVersion", row.Id.ToString(), JsonSerializer.Serialize(said, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed
            ? new NewDraftDto(row.Id, row.ServiceCode, row.Number)
            : new Error("policies.versionChanged", ErrorKind.Conflict);
    }

    private async Task<Result<DraftFiles>> FilesAsync(ServiceVersion from, Request request, CancellationToken cancellationToken)
    {
        var now = DraftFiles.Of(await PackageRows.FilesAsync(context, from.Id, cancellationToken));
        return request.Revision is not { } revision ? now
            : revision < 0 || revision > from.Revision ? new Error("studio.noRevision", ErrorKind.NotFound)
            : await contents.AtAsync(from.Id, now, revision, cancellationToken);
    }
}
