using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Approvals.Application.ApiKeys;
using Approvals.Application.Outside;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Web.ApiKeys;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Outside;

/// <summary>Reports a task done that a case asked for.</summary>
/// <param name="IdempotencyKey">Made for this one report; a second request with it does nothing twice.</param>
/// <param name="Result">What came of it, by name; the flow sees it as the task's result. Absent: nothing.</param>
internal sealed record ReportRequest(
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey, IReadOnlyDictionary<string, JsonElement>? Result = null) : IRequest;

/// <summary>Tasks that cases ask the world outside to do, for the systems and people of an operator that do them.</summary>
internal static class OutsideEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var tasks = api.MapGroup("/outside/tasks").WithTags("Outside").ForKeys(ApiScopes.ReportOutside);
        tasks.MapGet("/", List);
        tasks.MapPost("/{id:guid}/done", Report);
    }

    /// <summary>The open tasks, oldest first.</summary>
    private static Task<Results<Ok<Page<OutsideTaskDto>>, ErrorResult>> List(
        OutsideTaskList list, CurrentUser user, CancellationToken cancellationToken, string? name = null, string? cursor = null) =>
        list.ReadAsync(name, cursor, user, cancellationToken).ToHttp();

    /// <summary>Reports one done; the case goes on.</summary>
    private static Task<Results<NoContent, ErrorResult>> Report(
        Guid id, ReportRequest request, ReportOutsideTask report, CurrentUser user, CancellationToken cancellationToken) =>
        report.HandleAsync(new ReportOutsideTask.Request(id, request.Result, request.IdempotencyKey), user, cancellationToken).ToNoContent();
}
