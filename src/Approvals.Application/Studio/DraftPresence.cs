using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>Somebody who has a draft open.</summary>
/// <param name="Name">Who.</param>
/// <param name="Place">On which page.</param>
/// <param name="SeenAt">When they were last seen there.</param>
/// <param name="IsSelf">Whether it is the reader.</param>
public sealed record DraftEditorDto(string Name, string Place, DateTimeOffset SeenAt, bool IsSelf);

/// <summary>Who is there, and how far the draft is.</summary>
/// <param name="Revision">The draft's revision.</param>
/// <param name="Editors">Who has it open.</param>
public sealed record DraftPresenceDto(int Revision, IReadOnlyList<DraftEditorDto> Editors);

/// <summary>Says that somebody has a draft open, and who else has. Whoever has not been heard of for a minute is gone.</summary>
public sealed class DraftPresence(ApprovalsDbContext context, WriteTransaction transaction, TimeProvider time)
{
    /// <summary>How long somebody counts as there.</summary>
    internal static readonly TimeSpan Lasting = TimeSpan.FromSeconds(60);

    public async Task<Result<DraftPresenceDto>> HandleAsync(Guid draft, string place, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Edits(user))
        {
            return Refusals.Forbidden;
        }

        var revision = await context.ServiceVersions.AsNoTracking().Where(v => v.Id == draft && v.ServiceCode != ServiceVersion.SharedCode)
            .Select(v => (int?)v.Revision).SingleOrDefaultAsync(cancellationToken);
        if (revision is null)
        {
            return new Error("policies.unknownVersion", ErrorKind.NotFound);
        }

        // Two windows of one person may come at once: the second finds the row of the first.
        if (await WriteAsync(draft, place, user, cancellationToken) == CommitOutcome.Duplicate)
        {
            context.ChangeTracker.Clear();
            await WriteAsync(draft, place, user, cancellationToken);
        }

        return new DraftPresenceDto(revision.Value, await ReadAsync(draft, user, cancellationToken));
    }

    /// <summary>Who has a draft open.</summary>
    internal async Task<IReadOnlyList<DraftEditorDto>> ReadAsync(Guid draft, CurrentUser user, CancellationToken cancellationToken)
    {
        var since = time.Now() - Lasting;
        var rows = await (
            from editor in context.DraftEditors.AsNoTracking()
            join account in context.Users.AsNoTracking() on editor.UserId equals account.Id
            where editor.ServiceVersionId == draft && editor.SeenAt > since
            orderby account.DisplayName
            select new { account.DisplayName, editor.Place, editor.SeenAt, editor.UserId }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new DraftEditorDto(r.DisplayName, r.Place, r.SeenAt, r.UserId == user.Id))];
    }

    private async Task<CommitOutcome> WriteAsync(Guid draft, string place, CurrentUser user, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var row = await context.DraftEditors.SingleOrDefaultAsync(e => e.ServiceVersionId == draft && e.UserId == user.Id, cancellationToken);
        if (row is null)
        {
            context.DraftEditors.Add(new DraftEditor { ServiceVersionId = draft, UserId = user.Id, Place = place, SeenAt = now });
        }
        else
        {
            (row.Place, row.SeenAt) = (place, now);
        }

        return await transaction.CommitAsync(cancellationToken);
    }
}
