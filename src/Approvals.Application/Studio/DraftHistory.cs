using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>A change in a draft's history.</summary>
/// <param name="Revision">Its revision.</param>
/// <param name="Kind">Edit, undo, redo or restore.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When.</param>
/// <param name="TakenBack">Whether it was taken back.</param>
/// <param name="Words">What it changed, a line each.</param>
public sealed record DraftEditDto(int Revision, DraftEditKind Kind, string By, DateTimeOffset At, bool TakenBack, IReadOnlyList<string> Words);

/// <summary>The changes of a draft, latest first, a page at a time.</summary>
public sealed class DraftHistory(ApprovalsDbContext context, DraftWords words)
{
    private const int PageSize = 20;

    /// <param name="draft">The draft.</param>
    /// <param name="before">The revision before which the page begins; null for the latest.</param>
    /// <param name="user">Who reads.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Result<IReadOnlyList<DraftEditDto>>> ListAsync(Guid draft, int? before, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.SeesServices(user))
        {
            return Refusals.Forbidden;
        }

        if (!await context.ServiceVersions.AnyAsync(v => v.Id == draft && v.ServiceCode != ServiceVersion.SharedCode, cancellationToken))
        {
            return new Error("policies.unknownVersion", ErrorKind.NotFound);
        }

        var edits = await context.DraftEdits.AsNoTracking().Where(e => e.ServiceVersionId == draft && (before == null || e.Revision < before))
            .OrderByDescending(e => e.Revision).Take(PageSize).ToListAsync(cancellationToken);
        var people = edits.Select(e => e.UserId).Distinct().ToArray();
        var names = await context.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        List<DraftEditDto> told = [];
        foreach (var edit in edits)
        {
            told.Add(new DraftEditDto(
                edit.Revision, edit.Kind, names.GetValueOrDefault(edit.UserId, ""), edit.At, edit.TakenBackBy is not null,
                await words.OfAsync(draft, edit.Revision, user.Language, cancellationToken)));
        }

        return Result<IReadOnlyList<DraftEditDto>>.Success(told);
    }
}
