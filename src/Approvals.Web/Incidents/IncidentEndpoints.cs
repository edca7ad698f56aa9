using System.ComponentModel.DataAnnotations;
using Approvals.Application.Incidents;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Approvals.Web.Team;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Incidents;

/// <summary>Lets every case of one kind of incident try again.</summary>
/// <param name="Version">The service version.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Code">The reason's code.</param>
/// <param name="IdempotencyKey">Made by the page for this one click.</param>
/// <param name="Reason">What was mended.</param>
internal sealed record RetryKindRequest(
    Guid Version, [property: StringLength(200, MinimumLength = 1)] string Activity, [property: StringLength(100, MinimumLength = 1)] string Code,
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey, [property: StringLength(500)] string? Reason = null) : IRequest;

/// <summary>Leaves a step without running it.</summary>
/// <param name="Outcome">The outcome to leave by.</param>
/// <param name="Reason">Why.</param>
internal sealed record SkipRequest(
    [property: StringLength(100, MinimumLength = 1)] string Outcome, [property: StringLength(500, MinimumLength = 2)] string Reason) : IRequest;

/// <summary>Asks what a move would do.</summary>
/// <param name="Etag">From the case's places.</param>
/// <param name="Execution">The place that is left.</param>
/// <param name="To">The step the case is put at.</param>
internal sealed record PreviewMoveRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag, [property: StringLength(100, MinimumLength = 1)] string Execution,
    [property: StringLength(200, MinimumLength = 1)] string To) : IRequest;

/// <summary>Moves a case to another step.</summary>
/// <param name="Etag">From the case's places.</param>
/// <param name="Execution">The place that is left.</param>
/// <param name="To">The step the case is put at.</param>
/// <param name="Reason">Why.</param>
/// <param name="IdempotencyKey">Made by the page for this one click.</param>
internal sealed record MoveRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag, [property: StringLength(100, MinimumLength = 1)] string Execution,
    [property: StringLength(200, MinimumLength = 1)] string To, [property: StringLength(500, MinimumLength = 2)] string Reason,
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey) : IRequest;

/// <summary>What has stopped cases, and mending it.</summary>
internal static class IncidentEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var incidents = api.MapGroup("/admin/incidents").WithTags("Incidents");
        incidents.MapGet("/", ListKinds);
        incidents.MapGet("/cases", ListCases);
        incidents.MapPost("/retry", RetryKind);
        incidents.MapGet("/{id:guid}", Read);
        incidents.MapPost("/{id:guid}/retry", Retry);
        incidents.MapPost("/{id:guid}/skip", Skip);
        var cases = api.MapGroup("/admin/cases/{id:guid}/move").WithTags("Incidents");
        cases.MapGet("/", ReadPlaces);
        cases.MapPost("/preview", Preview);
        cases.MapPost("/", Move);
    }

    /// <summary>What has stopped cases, one entry for each kind with a count.</summary>
    private static Task<Results<Ok<IReadOnlyList<IncidentGroupDto>>, ErrorResult>> ListKinds(
        IncidentList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.KindsAsync(user, cancellationToken).ToHttp();

    /// <summary>A page of the cases that one kind has stopped.</summary>
    private static Task<Results<Ok<Page<IncidentDto>>, ErrorResult>> ListCases(
        Guid? version, string? activity, string? code, string? cursor, IncidentList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.PageAsync(new IncidentList.Kind(version ?? Guid.Empty, activity ?? "", code ?? ""), cursor, user, cancellationToken).ToHttp();

    /// <summary>Lets all cases of a kind try again; the batch says how far it is.</summary>
    private static async Task<Results<Ok<BatchOrderedDto>, ErrorResult>> RetryKind(
        RetryKindRequest request, RetryIncidents retry, CurrentUser user, CancellationToken cancellationToken) =>
        (await retry.HandleAsync(
            new RetryIncidents.Request(new IncidentList.Kind(request.Version, request.Activity, request.Code), request.Reason, request.IdempotencyKey), user, cancellationToken))
            .Map(batch => new BatchOrderedDto(batch.ToString())).ToHttp();

    /// <summary>One incident with what its expression read and the ways on; who looks is kept in the audit.</summary>
    private static Task<Results<Ok<IncidentDetailDto>, ErrorResult>> Read(Guid id, IncidentPage page, CurrentUser user, CancellationToken cancellationToken) =>
        page.ReadAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Tries again, after what stopped the case was mended.</summary>
    private static Task<Results<NoContent, ErrorResult>> Retry(Guid id, ResolveIncident resolve, CurrentUser user, CancellationToken cancellationToken) =>
        resolve.HandleAsync(new ResolveIncident.Request(id), user, cancellationToken).ToNoContent();

    /// <summary>Leaves the step by an outcome without running it.</summary>
    private static Task<Results<NoContent, ErrorResult>> Skip(
        Guid id, SkipRequest request, ResolveIncident resolve, CurrentUser user, CancellationToken cancellationToken) =>
        resolve.HandleAsync(new ResolveIncident.Request(id, request.Outcome, request.Reason), user, cancellationToken).ToNoContent();

    /// <summary>Where a case stands and where it may be moved.</summary>
    private static Task<Results<Ok<MovableCaseDto>, ErrorResult>> ReadPlaces(Guid id, MoveCase move, CurrentUser user, CancellationToken cancellationToken) =>
        move.ReadAsync(id, user, cancellationToken).ToHttp();

    /// <summary>What a move would do; nothing is changed.</summary>
    private static Task<Results<Ok<MovePreviewDto>, ErrorResult>> Preview(
        Guid id, PreviewMoveRequest request, MoveCase move, CurrentUser user, CancellationToken cancellationToken) =>
        move.PreviewAsync(new MoveCase.Move(id, request.Etag, request.Execution, request.To), user, cancellationToken).ToHttp();

    /// <summary>Moves a case to another step.</summary>
    private static Task<Results<NoContent, ErrorResult>> Move(
        Guid id, MoveRequest request, MoveCase move, CurrentUser user, CancellationToken cancellationToken) =>
        move.HandleAsync(
            new MoveCase.Request(new MoveCase.Move(id, request.Etag, request.Execution, request.To), request.Reason, request.IdempotencyKey), user, cancellationToken).ToNoContent();
}
