using System.Globalization;
using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Domain.Studio;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>Looks whether changes that others made meet a change; nothing is written over in silence.</summary>
public sealed class DraftOverlap(ApprovalsDbContext context, DraftWords words)
{
    /// <summary>The changes after a revision.</summary>
    internal async Task<List<DraftEdit>> SinceAsync(Guid draft, int revision, CancellationToken cancellationToken) =>
        await context.DraftEdits.AsNoTracking().Where(e => e.ServiceVersionId == draft && e.Revision > revision).OrderBy(e => e.Revision).ToListAsync(cancellationToken);

    /// <summary>The latest of some changes that meets targets; null when none does.</summary>
    internal static DraftEdit? Meeting(IEnumerable<DraftEdit> edits, IReadOnlyCollection<string> targets) =>
        edits.LastOrDefault(e => DraftTargets.Meet(TargetsOf(e), targets));

    /// <summary>What a change touches.</summary>
    internal static string[] TargetsOf(DraftEdit edit) => JsonSerializer.Deserialize<string[]>(edit.Targets) ?? [];

    /// <summary>The error that says who was faster, when, and what they changed.</summary>
    internal async Task<Error> OvertakenAsync(string code, DraftEdit edit, string language, CancellationToken cancellationToken)
    {
        var by = await context.Users.AsNoTracking().Where(u => u.Id == edit.UserId).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken);
        var what = await words.OfAsync(edit.ServiceVersionId, edit.Revision, language, cancellationToken);
        return new Error(code, ErrorKind.Conflict).With("by", by ?? "").With("at", edit.At.ToString("O", CultureInfo.InvariantCulture))
            .With("what", string.Join('\n', what)).With("revision", edit.Revision.ToString(CultureInfo.InvariantCulture));
    }
}
