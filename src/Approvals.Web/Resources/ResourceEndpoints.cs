using System.ComponentModel.DataAnnotations;
using Approvals.Application.Resources;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.Infrastructure.Spreadsheets;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Approvals.Web.Sheets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Resources;

/// <summary>Enters something that can be booked.</summary>
/// <param name="Code">What packages name it by.</param>
/// <param name="NameZh">What people call it, in Chinese.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="Organisation">Whose it is.</param>
/// <param name="SlotMinutes">How long an appointment is when no end is given.</param>
/// <param name="Capacity">How many bookings at the same time; absent: as many as come.</param>
/// <param name="List">The waiting list that gives it out; absent for what is booked only.</param>
/// <param name="About">What whoever is offered it should know.</param>
internal sealed record NewResourceRequest(
    [property: StringLength(64, MinimumLength = 1), RegularExpression("[A-Za-z0-9._-]+")] string Code,
    [property: StringLength(100, MinimumLength = 1)] string NameZh,
    [property: StringLength(100, MinimumLength = 1)] string NameEn,
    Guid Organisation,
    int SlotMinutes,
    int? Capacity = null,
    Guid? List = null,
    [property: StringLength(1000)] string? About = null) : IRequest;

/// <summary>Changes it.</summary>
/// <param name="Etag">From the resource.</param>
/// <param name="NameZh">What people call it, in Chinese.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="SlotMinutes">How long an appointment is when no end is given.</param>
/// <param name="Closed">Whether it takes no more bookings.</param>
/// <param name="Capacity">How many bookings at the same time.</param>
/// <param name="About">What whoever is offered it should know.</param>
internal sealed record ChangeResourceRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: StringLength(100, MinimumLength = 1)] string NameZh,
    [property: StringLength(100, MinimumLength = 1)] string NameEn,
    int SlotMinutes,
    bool Closed,
    int? Capacity = null,
    [property: StringLength(1000)] string? About = null) : IRequest;

/// <summary>Makes something free again.</summary>
/// <param name="Etag">From the resource.</param>
/// <param name="Reason">Why; it stands in the audit.</param>
internal sealed record FreeResourceRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: StringLength(1000, MinimumLength = 1)] string Reason) : IRequest;

/// <summary>What can be booked.</summary>
internal static class ResourceEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static void Map(IEndpointRouteBuilder api)
    {
        var resources = api.MapGroup("/resources").WithTags("Resources");
        resources.MapGet("/", List);
        resources.MapGet("/sheet", Download);
        resources.MapPost("/", Create);
        resources.MapPut("/{id:guid}", Change);
        resources.MapPost("/{id:guid}/free", Free);
        resources.MapGet("/template", Template).Produces(StatusCodes.Status200OK, contentType: Workbook);
        HeldSheet.Take(resources.MapPost("/import", Import));
    }

    /// <summary>The resources the user keeps; those of one list where it is named, with a text in code, name or description, or only what is free.</summary>
    private static Task<Results<Ok<ResourcesDto>, ErrorResult>> List(
        Guid? list, string? q, bool? free, ResourceView view, CurrentUser user, CancellationToken cancellationToken) =>
        view.ListAsync(new ResourceSearch(list, q, free ?? false), user, cancellationToken).ToHttp();

    /// <summary>The same resources as a spreadsheet with the columns that an import reads.</summary>
    private static Task<Results<FileContentHttpResult, ErrorResult>> Download(
        Guid? list, string? q, bool? free, ExportResources export, CurrentUser user, CancellationToken cancellationToken) =>
        export.ReadAsync(new ResourceSearch(list, q, free ?? false), user, cancellationToken).ToWorkbook("list");

    /// <summary>Enters a resource.</summary>
    private static Task<Results<Ok<ResourceDto>, ErrorResult>> Create(NewResourceRequest request, KeepResource keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.CreateAsync(
            new KeepResource.NewResource(request.Code, new LocalText(request.NameZh, request.NameEn), request.Organisation, request.Capacity, request.SlotMinutes, request.List, request.About),
            user, cancellationToken).ToHttp();

    /// <summary>Changes a resource; times given out already stay.</summary>
    private static Task<Results<Ok<ResourceDto>, ErrorResult>> Change(
        Guid id, ChangeResourceRequest request, KeepResource keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.ChangeAsync(
            new KeepResource.Change(id, request.Etag, new LocalText(request.NameZh, request.NameEn), request.Capacity, request.SlotMinutes, request.Closed, request.About),
            user, cancellationToken).ToHttp();

    /// <summary>Makes something free again that a case had, such as when a term is over.</summary>
    private static Task<Results<Ok<ResourceDto>, ErrorResult>> Free(
        Guid id, FreeResourceRequest request, FreeResource free, CurrentUser user, CancellationToken cancellationToken) =>
        free.HandleAsync(new FreeResource.Request(id, request.Etag, request.Reason), user, cancellationToken).ToHttp();

    /// <summary>An empty workbook with the columns that an import reads.</summary>
    private static IResult Template(CurrentUser user) => AllotmentRights.Any(user)
        ? TypedResults.File(XlsxWriter.Write(ResourceSheet.Name, [ResourceSheet.Head(user.Language)]), Workbook, "resources.xlsx")
        : new ErrorResult(Refusals.Forbidden);

    /// <summary>
    /// Takes resources from a csv or xlsx file, at most 4 MB and 5,000 rows: all of them, or none where a cell is wrong. A dry run only says
    /// what would happen. A known code is changed, an unknown one added.
    /// </summary>
    private static async Task<Results<Ok<SheetImportDto>, ErrorResult>> Import(
        HttpRequest request, Guid? organisation, bool? dryRun, Guid? list, ImportResources import, CurrentUser user, CancellationToken cancellationToken)
    {
        using var held = await HeldSheet.ReadAsync(request, AllotmentRights.Any(user), cancellationToken);
        return held.Error is { } error
            ? new ErrorResult(error)
            : await import.HandleAsync(new ImportResources.Request(organisation ?? Guid.Empty, list, held.Name, held.Content, dryRun ?? false), user, cancellationToken).ToHttp();
    }
}
