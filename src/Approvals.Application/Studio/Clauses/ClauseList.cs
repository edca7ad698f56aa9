using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Domain.Studio.Clauses;

namespace Approvals.Application.Studio.Clauses;

/// <summary>A place that rests on a clause.</summary>
/// <param name="Area">A setting, rule, step, form or letter.</param>
/// <param name="File">The file.</param>
/// <param name="Place">Where in it.</param>
/// <param name="Text">The words that name the clause.</param>
public sealed record ClauseUseDto(ClauseArea Area, string File, string Place, string Text);

/// <summary>An article and what depends on it.</summary>
/// <param name="Document">The document's title.</param>
/// <param name="Basis">The id of the service's legal basis that is this document, or null.</param>
/// <param name="Article">The article's number.</param>
/// <param name="Uses">What names it.</param>
public sealed record CitedClauseDto(string Document, string? Basis, int Article, IReadOnlyList<ClauseUseDto> Uses);

/// <summary>The clauses that a version names, each with what depends on it.</summary>
public sealed class ClauseList(ApprovalsDbContext context)
{
    /// <summary>The clauses, for those who see the services.</summary>
    public async Task<Result<IReadOnlyList<CitedClauseDto>>> OfAsync(Guid version, CurrentUser user, CancellationToken cancellationToken) =>
        (await OpenedFiles.OfAsync(context, version, user, cancellationToken)).Map<IReadOnlyList<CitedClauseDto>>(opened =>
        [
            .. ClauseLibrary.Of(opened.Files).Select(c => new CitedClauseDto(
                c.Document, c.Basis, c.Article, [.. c.Uses.Select(u => new ClauseUseDto(u.Area, u.File, u.Place, u.Text))])),
        ]);
}
