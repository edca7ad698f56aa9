using System.Web;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.SavedViews;

/// <summary>A view of the inbox that somebody saved.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, unique for the person.</param>
/// <param name="Query">Tab, filters and order, or the cases of a meeting's list in theirs, as the page's address has them.</param>
/// <param name="Columns">The columns shown, in their order; empty for all.</param>
public sealed record SavedViewDto(string Id, string Name, string Query, IReadOnlyList<string> Columns);

/// <summary>Views of the inbox that a person saves under a name.</summary>
public sealed class KeepViews(ApprovalsDbContext context, FieldSearch search, WriteTransaction transaction, IIdSource ids, TimeProvider clock)
{
    private const int MostAttempts = 5;

    /// <summary>How many views a person may keep.</summary>
    public const int Most = 30;

    /// <summary>The longest name.</summary>
    public const int LongestName = 40;

    /// <summary>The longest query.</summary>
    public const int LongestQuery = 1_000;

    /// <summary>A text that is searched for may tell of a person, so it is no part of a view; nor is a condition on a sensitive answer.</summary>
    private static readonly HashSet<string> Kept = ["tab", "service", "activity", "region", "due", "claimed", "sort", "where", "list", "dueBy", "cases", "redacted"];

    /// <param name="Name">Its name.</param>
    /// <param name="Query">Tab, filters and order.</param>
    /// <param name="Columns">The columns.</param>
    public sealed record Request(string Name, string Query, IReadOnlyList<string> Columns);

    /// <summary>The person's views, oldest first.</summary>
    public async Task<IReadOnlyList<SavedViewDto>> ListAsync(CurrentUser user, CancellationToken cancellationToken) =>
        [.. (await context.SavedViews.AsNoTracking().Where(v => v.UserId == user.Id).OrderBy(v => v.Id).ToListAsync(cancellationToken)).Select(Describe)];

    /// <summary>Saves a view; one of that name is changed.</summary>
    public async Task<Result<SavedViewDto>> SaveAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var name = request.Name.Trim();
        if (request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Any(p => !Kept.Contains(p.Split('=')[0])))
        {
            return new Error("views.query");
        }

        if (await TellsOfAPersonAsync(request.Query, cancellationToken))
        {
            return new Error("views.sensitive");
        }

        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var row = await context.SavedViews.SingleOrDefaultAsync(v => v.UserId == user.Id && v.Name == name, cancellationToken);
            if (row is null && await context.SavedViews.CountAsync(v => v.UserId == user.Id, cancellationToken) >= Most)
            {
                return new Error("views.tooMany", ErrorKind.Conflict).With("max", $"{Most}");
            }

            row ??= Add(user, name);
            (row.Query, row.Columns) = (request.Query, string.Join(' ', request.Columns));
            if (await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed)
            {
                return Describe(row);
            }

            // Saved under that name in the same moment: that row is changed.
            context.ChangeTracker.Clear();
        }

        return Refusals.Stale;
    }

    private async Task<bool> TellsOfAPersonAsync(string query, CancellationToken cancellationToken)
    {
        var parts = HttpUtility.ParseQueryString(query);
        if (parts.GetValues("where") is not { } conditions || parts["service"] is not { Length: > 0 } service)
        {
            return false;
        }

        var sensitive = (await search.FieldsAsync(service, cancellationToken)).Where(f => f.Component.Rules.Sensitive).Select(f => f.Field).ToHashSet(StringComparer.Ordinal);
        return conditions.Any(c => FieldCondition.Read(c) is { } condition && sensitive.Contains(condition.Field));
    }

    /// <summary>Deletes a view.</summary>
    public async Task<Result<Unit>> DeleteAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.SavedViews.SingleOrDefaultAsync(v => v.Id == id && v.UserId == user.Id, cancellationToken);
        if (row is null)
        {
            return Refusals.NotFound;
        }

        context.SavedViews.Remove(row);
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Unit.Value : Refusals.NotFound;
    }

    private SavedView Add(CurrentUser user, string name)
    {
        var row = new SavedView { Id = ids.Next(), UserId = user.Id, Name = name, Query = "", Columns = "", CreatedAt = clock.GetUtcNow() };
        context.SavedViews.Add(row);
        return row;
    }

    private static SavedViewDto Describe(SavedView row) =>
        new(row.Id.ToString(), row.Name, row.Query, row.Columns.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
