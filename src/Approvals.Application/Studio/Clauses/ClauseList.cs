using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Domain.Studio.Clauses;

namespace Approvals.Application.Studio.Clauses;

/// <summary>A place that rests on a clause.</summary>
/// <param name="Area">A setting, rule, step, form or letter.</param>
/// <param name="File">The file.</param>
/// <param name="Place">Where in it.</param>
/// <param name="Text">The words that name the clause.</param>
/// <param name="Owner">What people call the decision, step, field or setting; null where it has no name.</param>
/// <param name="Decision">The decision's id, where it is about one.</param>
/// <param name="Row">The number of the rule in its table, from 1; null where it is no rule.</param>
public sealed record ClauseUseDto(ClauseArea Area, string File, string Place, string Text, string? Owner, string? Decision, int? Row)
{
    internal static ClauseUseDto Of(ClauseUse use, string language) =>
        new(use.Area, use.File, use.Place, use.Text, use.Owner?.In(language), use.Decision, use.Row);
}

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
            .. ClauseLibrary.Of(opened.Files).Select(c => new CitedClauseDto(c.Document, c.Basis, c.Article, [.. c.Uses.Select(u => ClauseUseDto.Of(u, user.Language))])),
        ]);
}
