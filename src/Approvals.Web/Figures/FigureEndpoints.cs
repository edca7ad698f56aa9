using Approvals.Application.CaseViews;
using Approvals.Application.Figures;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Approvals.Web.Sheets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Figures;

/// <summary>What figures are asked of, in the address.</summary>
/// <param name="From">The first day; thirty days before the last without it.</param>
/// <param name="To">The last day; today without it.</param>
/// <param name="Region">A region's code.</param>
/// <param name="Service">A service's code.</param>
internal sealed record FigureFilter(DateOnly? From = null, DateOnly? To = null, string? Region = null, string? Service = null) : IRequest
{
    public FigureRequest ToRequest() => new(From, To, Region, Service);
}

/// <summary>The cases behind a figure, in the address.</summary>
/// <param name="From">The first day; thirty days before the last without it.</param>
/// <param name="To">The last day; today without it.</param>
/// <param name="Region">A region's code.</param>
/// <param name="Service">A service's code.</param>
/// <param name="Measure">The figure.</param>
/// <param name="Activity">A step of the service.</param>
/// <param name="Cursor">From the page before.</param>
internal sealed record FigureCaseFilter(
    DateOnly? From = null,
    DateOnly? To = null,
    string? Region = null,
    string? Service = null,
    FigureMeasure Measure = FigureMeasure.Submitted,
    string? Activity = null,
    string? Cursor = null) : IRequest
{
    public FigureCases.Request ToRequest() => new(new FigureRequest(From, To, Region, Service), Measure, Activity, Cursor);
}

/// <summary>A lead's figures.</summary>
internal static class FigureEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var figures = api.MapGroup("/figures").WithTags("Figures");
        figures.MapGet("/", Read);
        figures.MapGet("/sheet", Download);
        figures.MapGet("/cases", ListCases);
        figures.MapGet("/cases/sheet", DownloadCases);
    }

    /// <summary>Volumes, time per step and what is overdue, by region and service.</summary>
    private static Task<Results<Ok<DashboardDto>, ErrorResult>> Read(
        [AsParameters] FigureFilter filter, Dashboard dashboard, CurrentUser user, CancellationToken cancellationToken) =>
        dashboard.ReadAsync(filter.ToRequest(), user, cancellationToken).ToHttp();

    /// <summary>The same as a spreadsheet.</summary>
    private static Task<Results<FileContentHttpResult, ErrorResult>> Download(
        [AsParameters] FigureFilter filter, FigureSheet sheet, CurrentUser user, CancellationToken cancellationToken) =>
        sheet.ReadAsync(filter.ToRequest(), user, cancellationToken).ToWorkbook("figures");

    /// <summary>A page of the cases that a figure counts.</summary>
    private static Task<Results<Ok<Page<CaseSummaryDto>>, ErrorResult>> ListCases(
        [AsParameters] FigureCaseFilter filter, FigureCases cases, CurrentUser user, CancellationToken cancellationToken) =>
        cases.ListAsync(filter.ToRequest(), user, cancellationToken).ToHttp();

    /// <summary>These cases as a spreadsheet.</summary>
    private static Task<Results<FileContentHttpResult, ErrorResult>> DownloadCases(
        [AsParameters] FigureCaseFilter filter, FigureCases cases, CurrentUser user, CancellationToken cancellationToken) =>
        cases.TableAsync(filter.ToRequest(), user, cancellationToken).ToWorkbook("cases");
}
