using System.ComponentModel.DataAnnotations;
using Approvals.Application.Resources;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Resources;

/// <summary>Enters something that can be booked.</summary>
/// <param name="Code">What packages name it by.</param>
/// <param name="NameZh">What people call it, in Chinese.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="Organisation">Whose it is.</param>
/// <param name="SlotMinutes">How long an appointment is when no end is given.</param>
/// <param name="Capacity">How many bookings at the same time; absent: as many as come.</param>
internal sealed record NewResourceRequest(
    [property: StringLength(64, MinimumLength = 1), RegularExpression("[A-Za-z0-9._-]+")] string Code,
    [property: StringLength(100, MinimumLength = 1)] string NameZh,
    [property: StringLength(100, MinimumLength = 1)] string NameEn,
    Guid Organisation,
    int SlotMinutes,
    int? Capacity = null) : IRequest;

/// <summary>Changes it.</summary>
/// <param name="Etag">From the resource.</param>
/// <param name="NameZh">What people call it, in Chinese.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="SlotMinutes">How long an appointment is when no end is given.</param>
/// <param name="Closed">Whether it takes no more bookings.</param>
/// <param name="Capacity">How many bookings at the same time.</param>
internal sealed record ChangeResourceRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: StringLength(100, MinimumLength = 1)] string NameZh,
    [property: StringLength(100, MinimumLength = 1)] string NameEn,
    int SlotMinutes,
    bool Closed,
    int? Capacity = null) : IRequest;

/// <summary>What can be booked.</summary>
internal static class ResourceEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var resources = api.MapGroup("/resources").WithTags("Resources");
        resources.MapGet("/", List);
        resources.MapPost("/", Create);
        resources.MapPut("/{id:guid}", Change);
    }

    /// <summary>The resources the user keeps.</summary>
    private static Task<Results<Ok<IReadOnlyList<ResourceDto>>, ErrorResult>> List(KeepResource keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.ListAsync(user, cancellationToken).ToHttp();

    /// <summary>Enters a resource.</summary>
    private static Task<Results<Ok<ResourceDto>, ErrorResult>> Create(NewResourceRequest request, KeepResource keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.CreateAsync(
            new KeepResource.NewResource(request.Code, new LocalText(request.NameZh, request.NameEn), request.Organisation, request.Capacity, request.SlotMinutes),
            user, cancellationToken).ToHttp();

    /// <summary>Changes a resource; times given out already stay.</summary>
    private static Task<Results<Ok<ResourceDto>, ErrorResult>> Change(
        Guid id, ChangeResourceRequest request, KeepResource keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.ChangeAsync(
            new KeepResource.Change(id, request.Etag, new LocalText(request.NameZh, request.NameEn), request.Capacity, request.SlotMinutes, request.Closed),
            user, cancellationToken).ToHttp();
}
