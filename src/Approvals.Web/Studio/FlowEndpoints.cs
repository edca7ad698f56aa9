using Approvals.Application.Rights;
using Approvals.Application.Studio.Flows;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Studio;

/// <summary>The flow designer: the kinds of blocks, a flow as blocks, who would act in a step. Changes are commands on the draft.</summary>
internal static class FlowEndpoints
{
    private const string MainFlow = "workflow.json";

    public static void Map(IEndpointRouteBuilder api)
    {
        var studio = api.MapGroup("/studio").WithTags("Studio");
        studio.MapGet("/catalogue/blocks", ListKinds);
        studio.MapGet("/drafts/{id:guid}/flow", Read);
        studio.MapGet("/drafts/{id:guid}/flow/staffing", Count);
    }

    /// <summary>Every kind of block with its settings, their labels and help.</summary>
    private static Results<Ok<IReadOnlyList<BlockKindDto>>, ErrorResult> ListKinds(BlockKindList kinds, CurrentUser user) => kinds.List(user).ToHttp();

    /// <summary>A flow of a version; the main one where no file is named.</summary>
    private static Task<Results<Ok<DraftFlowDto>, ErrorResult>> Read(Guid id, string? file, DraftFlow flow, CurrentUser user, CancellationToken cancellationToken) =>
        flow.FindAsync(new DraftFlow.Request(id, file ?? MainFlow), user, cancellationToken).ToHttp();

    /// <summary>Who would act in a step, from the organisation as it is today.</summary>
    private static Task<Results<Ok<FlowStaffingDto>, ErrorResult>> Count(
        Guid id, string? activity, string? file, FlowStaffing staffing, CurrentUser user, CancellationToken cancellationToken) =>
        staffing.FindAsync(new FlowStaffing.Request(id, file ?? MainFlow, activity ?? ""), user, cancellationToken).ToHttp();
}
