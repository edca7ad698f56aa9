using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Rights;

namespace Approvals.Application.CaseViews;

/// <summary>Lists of cases: own ones, and a search among those that may be read.</summary>
public sealed class CaseList(ApprovalsDbContext context, CaseMatches matches, ReadableCases readable, CaseSummaries summaries)
{
    private const int PageSize = 20;

    /// <summary>What a list is narrowed to.</summary>
    /// <param name="Work">Whether the cases of the reader's roles are wanted, not the own ones.</param>
    /// <param name="Finished">Finished ones, running ones, or both (null).</param>
    /// <param name="Search">A number, an employer, or a searchable field's value.</param>
    /// <param name="Cursor">From the page before.</param>
    public sealed record Request(bool Work, bool? Finished, string? Search, string? Cursor)
    {
        /// <summary>A service's code, or null.</summary>
        public string? Service { get; init; }

        /// <summary>Conditions on answers of that service; in work lists only.</summary>
        public IReadOnlyList<string> Where { get; init; } = [];

        /// <summary>The order; in work lists only, own cases stand newest first.</summary>
        public CaseOrder Order { get; init; } = new(CaseSort.Filed, Up: false);
    }

    /// <summary>A page, in order.</summary>
    public async Task<Result<Page<CaseSummaryDto>>> ListAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        await using var connection = await HeldConnection.OpenAsync(context, cancellationToken);
        var found = await FindAsync(request, PageSize, user, cancellationToken);
        return found.IsSuccess
            ? new Page<CaseSummaryDto>(await summaries.OfAsync(found.Value.Items, user.Language, cancellationToken), found.Value.Next)
            : found.Error;
    }

    /// <summary>The rows of a page, so many at once.</summary>
    internal async Task<Result<Page<Case>>> FindAsync(Request request, int size, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<CaseOrder.Key>(request.Cursor);
        var order = request.Work ? request.Order : new CaseOrder(CaseSort.Filed, Up: false);
        if (!after.IsSuccess || (after.Value is { } place && !order.Fits(place)))
        {
            return after.Error ?? Cursor.Wrong;
        }

        if (request.Work && !user.Roles.Any(g => Roles.CaseReaders.Contains(g.Role)))
        {
            return Refusals.Forbidden;
        }

        var found = request.Work
            ? await WorkAsync(request, after.Value, size, user, cancellationToken)
            : await OwnAsync(request, after.Value?.Id, size, user, cancellationToken);
        return found.Map(rows => Cursor.Cut(rows, size, row => row, order.KeyOf));
    }

    /// <summary>A search goes through the own cases alone, so no text is too common for it; conditions are for lists of work.</summary>
    private async Task<Result<List<Case>>> OwnAsync(Request request, Guid? after, int size, CurrentUser user, CancellationToken cancellationToken)
    {
        if (request.Where is [var condition, ..])
        {
            return FieldSearch.Refused(condition);
        }

        var match = request.Search?.Trim() is { Length: > 0 } search ? await matches.OfAsync(search, cancellationToken) : null;
        return await OwnCases.NewestAsync(
            context, user, way => match is null ? After(Wanted(way, request), after) : match.Among(After(Wanted(way, request), after)), size + 1, cancellationToken);
    }

    /// <summary>A search begins at the cases that it finds; without one those of the reader's regions are shown.</summary>
    private async Task<Result<List<Case>>> WorkAsync(Request request, CaseOrder.Key? after, int size, CurrentUser user, CancellationToken cancellationToken)
    {
        var match = await matches.FindAsync(request.Search, request.Service, request.Where, cancellationToken);
        return !match.IsSuccess ? match.Error
            : match.Value is { } found ? await readable.OfAsync(found, cases => Wanted(cases, request), request.Order, after, user, size + 1, cancellationToken)
            : await readable.FirstAsync(cases => Wanted(cases, request), request.Order, after, user, size + 1, cancellationToken);
    }

    private static IQueryable<Case> Wanted(IQueryable<Case> all, Request request)
    {
        var cases = request.Service is { Length: > 0 } service ? all.Where(c => c.ServiceCode == service) : all;
        return request.Finished switch
        {
            true => cases.Where(c => c.FinishedAt != null),
            false => cases.Where(c => c.FinishedAt == null),
            _ => cases,
        };
    }

    private static IQueryable<Case> After(IQueryable<Case> cases, Guid? after) => after is { } id ? cases.Where(c => c.Id.CompareTo(id) < 0) : cases;
}
