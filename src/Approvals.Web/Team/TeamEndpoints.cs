using System.ComponentModel.DataAnnotations;
using Approvals.Application.Batches;
using Approvals.Application.Paging;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Application.Team;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Team;

/// <summary>Gives a task to somebody else, or back to its queue.</summary>
/// <param name="Etag">From the list.</param>
/// <param name="IdempotencyKey">Made by the page for this one click.</param>
/// <param name="Reason">Why.</param>
/// <param name="To">Who gets it; null puts it back into its queue.</param>
internal sealed record ReassignRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag, [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey,
    [property: StringLength(500, MinimumLength = 2)] string Reason, Guid? To = null) : IRequest;

/// <summary>Hands over everything somebody has.</summary>
/// <param name="IdempotencyKey">Made by the page for this one click.</param>
/// <param name="Reason">Why.</param>
/// <param name="To">Who gets it; null puts it back into the queues.</param>
internal sealed record HandoverRequest(
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey, [property: StringLength(500, MinimumLength = 2)] string Reason, Guid? To = null) : IRequest;

/// <summary>A batch was ordered.</summary>
/// <param name="Batch">Its id.</param>
internal sealed record BatchOrderedDto(string Batch);

/// <summary>A lead's people, what they have, and handing it on.</summary>
internal static class TeamEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var team = api.MapGroup("/team").WithTags("Team");
        team.MapGet("/", Read);
        team.MapGet("/tasks", ListTasks);
        team.MapGet("/tasks/{id:guid}/receivers", ListReceivers);
        team.MapPost("/tasks/{id:guid}/reassign", Reassign);
        team.MapGet("/people/{id:guid}/handover", Preview);
        team.MapPost("/people/{id:guid}/handover", Order);
        api.MapGet("/batches/{id:guid}", ReadBatch).WithTags("Batches");
    }

    /// <summary>Who has how much, what is overdue, and what nobody has taken.</summary>
    private static Task<Results<Ok<TeamDto>, ErrorResult>> Read(TeamPage page, CurrentUser user, CancellationToken cancellationToken) =>
        page.ReadAsync(user, cancellationToken).ToHttp();

    /// <summary>A page of the tasks of one of the people; without a person, of those that nobody has taken.</summary>
    private static Task<Results<Ok<Page<TeamTaskDto>>, ErrorResult>> ListTasks(
        Guid? person, string? cursor, TeamPage page, CurrentUser user, CancellationToken cancellationToken) =>
        page.TasksAsync(person, cursor, user, cancellationToken).ToHttp();

    /// <summary>To whom a task could be given.</summary>
    private static Task<Results<Ok<IReadOnlyList<ColleagueDto>>, ErrorResult>> ListReceivers(
        Guid id, TeamPage page, CurrentUser user, CancellationToken cancellationToken) =>
        page.ReceiversAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Gives a task to one of the own people, or back to its queue.</summary>
    private static Task<Results<NoContent, ErrorResult>> Reassign(
        Guid id, ReassignRequest request, ReassignTask reassign, CurrentUser user, CancellationToken cancellationToken) =>
        reassign.HandleAsync(
            new ReassignTask.Request([id], request.To, request.Reason, request.IdempotencyKey) { Etag = request.Etag }, user, cancellationToken).ToNoContent();

    /// <summary>What a handover would move; nothing is changed.</summary>
    private static Task<Results<Ok<HandoverDto>, ErrorResult>> Preview(
        Guid id, Guid? to, HandOver handOver, CurrentUser user, CancellationToken cancellationToken) =>
        handOver.PreviewAsync(id, to, user, cancellationToken).ToHttp();

    /// <summary>Orders a handover; its batch says how far it is.</summary>
    private static async Task<Results<Ok<BatchOrderedDto>, ErrorResult>> Order(
        Guid id, HandoverRequest request, HandOver handOver, CurrentUser user, CancellationToken cancellationToken) =>
        (await handOver.HandleAsync(new HandOver.Request(id, request.To, request.Reason, request.IdempotencyKey), user, cancellationToken))
            .Map(batch => new BatchOrderedDto(batch.ToString())).ToHttp();

    /// <summary>How far a batch is, for whoever ordered it.</summary>
    private static Task<Results<Ok<CaseBatchDto>, ErrorResult>> ReadBatch(Guid id, BatchProgress progress, CurrentUser user, CancellationToken cancellationToken) =>
        progress.ReadAsync(id, user, cancellationToken).ToHttp();
}
