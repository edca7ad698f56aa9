using Approvals.Application.ApiKeys;
using Approvals.Application.Forms;
using Approvals.Application.Inbox;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Application.WorkTasks;
using Approvals.Web.ApiKeys;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.WorkTasks;

/// <summary>A task of a reviewer, an expert or an agent.</summary>
internal static class WorkTaskEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var task = api.MapGroup("/tasks/{id:guid}").WithTags("Tasks").ForKeys(ApiScopes.WorkOnTasks);
        task.MapGet("/", Read);
        task.MapPost("/claim", Claim);
        task.MapDelete("/claim", Release);
        task.MapPost("/acts/{act}", Act);
        task.MapPost("/reveal", Reveal);
        task.MapPost("/form", CheckForm);
        task.MapGet("/colleagues", FindColleagues);
        api.MapPost("/tasks/{id:guid}/ticks", Tick).WithTags("Tasks");
        api.MapPost("/inbox/batch", Decide).WithTags("Inbox").ForKeys(ApiScopes.WorkOnTasks);
    }

    /// <summary>The task with all that is needed to decide it.</summary>
    private static Task<Results<Ok<WorkTaskDto>, ErrorResult>> Read(Guid id, WorkTaskPage page, CurrentUser user, CancellationToken cancellationToken) =>
        page.ReadAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Claims the task: others see who works on it.</summary>
    private static Task<Results<NoContent, ErrorResult>> Claim(Guid id, ClaimTask claim, CurrentUser user, CancellationToken cancellationToken) =>
        claim.HandleAsync(new ClaimTask.Request(id), user, cancellationToken).ToNoContent();

    /// <summary>Gives a claimed task back.</summary>
    private static Task<Results<NoContent, ErrorResult>> Release(Guid id, ReleaseTask release, CurrentUser user, CancellationToken cancellationToken) =>
        release.HandleAsync(new ReleaseTask.Request(id), user, cancellationToken).ToNoContent();

    /// <summary>Does an act; when somebody was faster, the problem's data says who and when.</summary>
    private static async Task<Results<Ok<ActedDto>, ErrorResult>> Act(
        Guid id, string act, ActRequest request, ActDispatch dispatch, InboxPage inbox, CurrentUser user, CancellationToken cancellationToken)
    {
        var done = await dispatch.HandleAsync(id, act, request, user, cancellationToken);
        if (!done.IsSuccess)
        {
            return new ErrorResult(done.Error);
        }

        var next = await inbox.NextAsync(id, user, cancellationToken);
        return TypedResults.Ok(new ActedDto(done.Value.CaseId.ToString(), next?.ToString()));
    }

    /// <summary>Colleagues who may be brought into the task or, with <c>transfer</c>, to whom it may be handed on; by a part of their name.</summary>
    private static Task<Results<Ok<ColleaguesDto>, ErrorResult>> FindColleagues(
        Guid id, string? q, bool? transfer, ColleagueSearch search, CurrentUser user, CancellationToken cancellationToken) =>
        search.HandleAsync(new ColleagueSearch.Request(id, q, transfer == true), user, cancellationToken).ToHttp();

    /// <summary>Does one act on several tasks: decides them alike, claims them, hands them on, copies their cases or asks to hurry. Each is done or refused by itself.</summary>
    private static async Task<Results<Ok<BatchDto>, ErrorResult>> Decide(
        BatchRequest request, BatchAct batch, MessageCatalog texts, CurrentUser user, CancellationToken cancellationToken)
    {
        var tasks = request.Tasks.Select(t => new BatchAct.Item(t.Id, t.Etag)).ToList();
        if (request is { Act: "transfer", To: null })
        {
            return new ErrorResult((await ActDispatch.Missing("to")).Error!);
        }

        var done = await batch.HandleAsync(
            new BatchAct.Request(tasks, request.Act, request.Opinion, request.IdempotencyKey) { To = request.To, People = request.People ?? [] }, user, cancellationToken);
        return done.Map(outcomes => new BatchDto(
            outcomes.Count(o => o.Refused is null),
            [.. outcomes.Where(o => o.Refused is not null).Select(o => new BatchRefusalDto(o.Task.ToString(), o.Refused!.Code, texts.Format(o.Refused, user.Language)))])).ToHttp();
    }

    /// <summary>Shows one masked answer in full; who asked, when and why is kept in the audit.</summary>
    private static Task<Results<Ok<RevealedDto>, ErrorResult>> Reveal(
        Guid id, RevealRequest request, RevealAnswer reveal, CurrentUser user, CancellationToken cancellationToken) =>
        reveal.HandleAsync(new RevealAnswer.Request(id, request.Path, request.Reason), user, cancellationToken).ToHttp();

    /// <summary>Says of a document that it will do, or why not, or takes that back.</summary>
    private static Task<Results<NoContent, ErrorResult>> Tick(Guid id, TickRequest request, TickDocument tick, CurrentUser user, CancellationToken cancellationToken) =>
        tick.HandleAsync(new TickDocument.Request(id, request.Document, request.Ok, request.Reason), user, cancellationToken).ToNoContent();

    /// <summary>How the answers to the step's own form stand: what is computed, hidden and wrong. Nothing is saved.</summary>
    private static Task<Results<Ok<FormStateDto>, ErrorResult>> CheckForm(
        Guid id, CheckFormRequest request, CheckStepForm check, CurrentUser user, CancellationToken cancellationToken) =>
        check.HandleAsync(new CheckStepForm.Request(id, request.Values), user, cancellationToken).ToHttp();
}
