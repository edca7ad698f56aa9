using System.ComponentModel.DataAnnotations;
using Approvals.Application.Organisations;
using Approvals.Application.Paging;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Administration;

/// <summary>Changes a region.</summary>
/// <param name="NameZh">The Chinese name.</param>
/// <param name="NameEn">The English name.</param>
/// <param name="EndsOn">The last day on which it is offered to choose, or null.</param>
internal sealed record ChangeRegionRequest(
    [property: StringLength(100, MinimumLength = 1)] string NameZh,
    [property: StringLength(100, MinimumLength = 1)] string NameEn,
    DateOnly? EndsOn = null) : IRequest;

/// <summary>Enters an organisation.</summary>
/// <param name="Uscc">The unified social credit code.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">The kind, as packages name it: lower-case letters, digits and hyphens.</param>
/// <param name="Region">The region's code.</param>
internal sealed record NewOrganisationRequest(
    [property: StringLength(18, MinimumLength = 18)] string Uscc,
    [property: StringLength(200, MinimumLength = 1)] string Name,
    [property: StringLength(50, MinimumLength = 1)] string Kind,
    [property: StringLength(20, MinimumLength = 1)] string Region) : IRequest;

/// <summary>Changes an organisation.</summary>
/// <param name="Etag">From the organisation.</param>
/// <param name="Name">The name.</param>
/// <param name="Region">The region's code.</param>
/// <param name="Closed">Whether it is closed; what refers to it stays.</param>
internal sealed record ChangeOrganisationRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: StringLength(200, MinimumLength = 1)] string Name,
    [property: StringLength(20, MinimumLength = 1)] string Region,
    bool Closed) : IRequest;

/// <summary>Regions and organisations, for system administrators; both can be taken from files.</summary>
internal static class PlaceEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var regions = api.MapGroup("/admin/regions").WithTags("Administration");
        regions.MapGet("/", ListRegions);
        regions.MapPut("/{code}", ChangeRegion);
        HeldSheet.Take(regions.MapPost("/import", TakeRegions));
        var organisations = api.MapGroup("/admin/organisations").WithTags("Administration");
        organisations.MapGet("/", ListOrganisations);
        organisations.MapPost("/", AddOrganisation);
        organisations.MapPut("/{id:guid}", ChangeOrganisation);
        HeldSheet.Take(organisations.MapPost("/import", TakeOrganisations));
    }

    /// <summary>The regions below one, itself first; without one, the top.</summary>
    private static Task<Results<Ok<IReadOnlyList<KeptRegionDto>>, ErrorResult>> ListRegions(
        string? parent, KeepRegions keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.ListAsync(string.IsNullOrEmpty(parent) ? null : parent, user, cancellationToken).ToHttp();

    /// <summary>Renames a region or sets its last day.</summary>
    private static Task<Results<Ok<KeptRegionDto>, ErrorResult>> ChangeRegion(
        string code, ChangeRegionRequest request, KeepRegions keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.ChangeAsync(code, new KeepRegions.Change(request.NameZh, request.NameEn, request.EndsOn), user, cancellationToken).ToHttp();

    /// <summary>Takes regions from a csv or xlsx file, all or none; a dry run only says what would happen.</summary>
    private static async Task<Results<Ok<SheetImportDto>, ErrorResult>> TakeRegions(
        bool? dryRun, HttpRequest request, ImportRegions import, CurrentUser user, CancellationToken cancellationToken)
    {
        using var held = await HeldSheet.ReadAsync(request, AdministrationRights.KeepsPlaces(user), cancellationToken);
        return held.Error is { } error
            ? new ErrorResult(error)
            : await import.HandleAsync(new ImportRegions.Request(held.Name, held.Content, dryRun ?? false), user, cancellationToken).ToHttp();
    }

    /// <summary>Organisations by code, narrowed by a part of the name or a beginning of the code.</summary>
    private static Task<Results<Ok<Page<KeptOrganisationDto>>, ErrorResult>> ListOrganisations(
        string? q, string? cursor, KeepOrganisations keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.ListAsync(q, cursor, user, cancellationToken).ToHttp();

    /// <summary>Enters an organisation.</summary>
    private static Task<Results<Ok<KeptOrganisationDto>, ErrorResult>> AddOrganisation(
        NewOrganisationRequest request, KeepOrganisations keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.AddAsync(new KeepOrganisations.Entry(request.Uscc, request.Name, request.Kind, request.Region), user, cancellationToken).ToHttp();

    /// <summary>Renames an organisation, moves it, closes it or opens it again.</summary>
    private static Task<Results<Ok<KeptOrganisationDto>, ErrorResult>> ChangeOrganisation(
        Guid id, ChangeOrganisationRequest request, KeepOrganisations keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.ChangeAsync(id, new KeepOrganisations.Change(request.Etag, request.Name, request.Region, request.Closed), user, cancellationToken).ToHttp();

    /// <summary>Takes organisations from a csv or xlsx file, all or none; a dry run only says what would happen.</summary>
    private static async Task<Results<Ok<SheetImportDto>, ErrorResult>> TakeOrganisations(
        bool? dryRun, HttpRequest request, ImportOrganisations import, CurrentUser user, CancellationToken cancellationToken)
    {
        using var held = await HeldSheet.ReadAsync(request, AdministrationRights.KeepsPlaces(user), cancellationToken);
        return held.Error is { } error
            ? new ErrorResult(error)
            : await import.HandleAsync(new ImportOrganisations.Request(held.Name, held.Content, dryRun ?? false), user, cancellationToken).ToHttp();
    }
}
