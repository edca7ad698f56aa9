using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Clauses;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio.Clauses;

/// <summary>A place that rests, or rested, on a changed clause.</summary>
/// <param name="Use">The place.</param>
/// <param name="State">Whether it is to be looked at, was changed too, rests on it only now, or no more.</param>
public sealed record ChangedUseDto(ClauseUseDto Use, ClauseUseState State);

/// <summary>A clause that changed, with what depends on it.</summary>
/// <param name="Document">The document's title.</param>
/// <param name="Basis">The id of the service's legal basis that is this document, or null.</param>
/// <param name="Article">The article's number.</param>
/// <param name="Act">What became of it.</param>
/// <param name="Uses">What depends on it.</param>
public sealed record ChangedClauseDto(string Document, string? Basis, int Article, ClauseAct Act, IReadOnlyList<ChangedUseDto> Uses);

/// <summary>The clauses that changed from an earlier version.</summary>
/// <param name="From">The number of the version in force, or of the one before; null when there is none.</param>
/// <param name="ToLookAt">How many places depend on a changed clause and were not changed.</param>
/// <param name="Clauses">The changed clauses.</param>
public sealed record ClauseChangesDto(int? From, int ToLookAt, IReadOnlyList<ChangedClauseDto> Clauses);

/// <summary>Which clauses a version changes, and what depends on them.</summary>
public sealed class ClauseChangeList(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider time)
{
    /// <summary>The changed clauses, for those who see the services.</summary>
    public async Task<Result<ClauseChangesDto>> OfAsync(Guid version, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await OpenedFiles.OfAsync(context, version, user, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        if (await BeforeAsync(opened.Value.Version, cancellationToken) is not { } before)
        {
            return new ClauseChangesDto(null, 0, []);
        }

        var files = DraftFiles.Of(await PackageRows.FilesAsync(context, before.Id, cancellationToken));
        var changed = ClauseChanges.Between(files, opened.Value.Files);
        return new ClauseChangesDto(before.Number, changed.Sum(c => c.Uses.Count(u => u.State == ClauseUseState.ToLookAt)), [.. changed.Select(c => Tell(c, user.Language))]);
    }

    private static ChangedClauseDto Tell(ChangedClause clause, string language) => new(
        clause.Document, clause.Basis, clause.Article, clause.Act, [.. clause.Uses.Select(u => new ChangedUseDto(ClauseUseDto.Of(u.Use, language), u.State))]);

    /// <summary>The version in force beside a draft or a later version; beside that one itself and those it replaced, the one before.</summary>
    private async Task<ServiceVersion?> BeforeAsync(ServiceVersion version, CancellationToken cancellationToken)
    {
        var today = calendar.Today(time);
        var others = context.ServiceVersions.AsNoTracking().Where(v => v.ServiceCode == version.ServiceCode && v.Id != version.Id);
        var live = await others.Where(v => v.State == ServiceVersionState.Published && v.EffectiveFrom <= today)
            .OrderByDescending(v => v.EffectiveFrom).ThenByDescending(v => v.Number).FirstOrDefaultAsync(cancellationToken);
        return live is not null && (version.State == ServiceVersionState.Draft || live.Number < version.Number)
            ? live
            : await others.Where(v => v.Number < version.Number).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellationToken);
    }
}
