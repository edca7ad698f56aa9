using Approvals.Application.Audit;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Administration;

/// <summary>The audit, for auditors alone.</summary>
internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/admin/audit").WithTags("Audit").RequireRateLimiting(RateLimits.Search);
        audit.MapGet("/", List);
        audit.MapGet("/archive", Export).Produces(StatusCodes.Status200OK, contentType: "application/zip");
    }

    /// <summary>Entries, latest first: of the last thirty days where no days are given, of at most a year at once.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="action">The beginning of what was done.</param>
    /// <param name="case">A case's number.</param>
    /// <param name="subject">The id of what it was done to.</param>
    /// <param name="cursor">Where the page before ended.</param>
    private static Task<Results<Ok<Page<AuditEntryDto>>, ErrorResult>> List(
        DateOnly? from, DateOnly? to, Guid? actor, string? action, string? @case, string? subject, string? cursor,
        SearchAudit search, CurrentUser user, CancellationToken cancellationToken) =>
        search.ListAsync(new AuditFilter(from, to, actor, action, @case, subject), cursor, user, cancellationToken).ToHttp();

    /// <summary>The entries that fit as an archive with their seals, and how somebody outside checks them; that it was taken is kept in the audit.</summary>
    private static async Task<IResult> Export(
        DateOnly? from, DateOnly? to, Guid? actor, string? action, string? @case, string? subject,
        ExportAudit export, CurrentUser user, CancellationToken cancellationToken)
    {
        var exported = await export.HandleAsync(new AuditFilter(from, to, actor, action, @case, subject), user, cancellationToken);
        return exported.IsSuccess ? TypedResults.File(exported.Value, "application/zip", "audit.zip") : new ErrorResult(exported.Error);
    }
}
