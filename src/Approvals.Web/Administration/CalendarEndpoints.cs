using Approvals.Application.Calendars;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Administration;

/// <summary>Working calendars, for system administrators; auditors read along.</summary>
internal static class CalendarEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var calendars = api.MapGroup("/admin/calendars").WithTags("Administration");
        calendars.MapGet("/", List);
        calendars.MapGet("/{year:int}", Read);
        HeldSheet.Take(calendars.MapPost("/import", Take));
        calendars.MapGet("/revisions/{revision:int}", Moves);
        calendars.MapGet("/revisions/{revision:int}/archive", Export).Produces(StatusCodes.Status200OK, contentType: "application/zip");
    }

    /// <summary>The years, and every notice that was loaded.</summary>
    private static Task<Results<Ok<CalendarsDto>, ErrorResult>> List(CalendarPage page, CurrentUser user, CancellationToken cancellationToken) =>
        page.ListAsync(user, cancellationToken).ToHttp();

    /// <summary>A year, day by day.</summary>
    private static Task<Results<Ok<CalendarDaysDto>, ErrorResult>> Read(int year, CalendarPage page, CurrentUser user, CancellationToken cancellationToken) =>
        page.ReadAsync(year, user, cancellationToken).ToHttp();

    /// <summary>Loads a notice from a JSON file; a dry run says which days change and how many open due dates rest on them.</summary>
    private static async Task<Results<Ok<CalendarImportDto>, ErrorResult>> Take(
        bool? dryRun, HttpRequest request, ImportCalendar import, CurrentUser user, CancellationToken cancellationToken)
    {
        using var held = await HeldSheet.ReadAsync(request, AdministrationRights.KeepsCalendars(user), cancellationToken);
        return held.Error is { } error
            ? new ErrorResult(error)
            : await import.HandleAsync(new ImportCalendar.Request(held.Name, held.Content, dryRun ?? false), user, cancellationToken).ToHttp();
    }

    /// <summary>The due dates that a revision moved, of one kind, a page at a time.</summary>
    private static Task<Results<Ok<DueDateMovesDto>, ErrorResult>> Moves(
        int revision, DateKind? kind, string? cursor, DueDateMoves moves, CurrentUser user, CancellationToken cancellationToken) =>
        moves.ReadAsync(revision, kind, cursor, user, cancellationToken).ToHttp();

    /// <summary>All of them as a packed csv file.</summary>
    private static async Task<IResult> Export(int revision, DueDateMoves moves, CurrentUser user, CancellationToken cancellationToken)
    {
        var exported = await moves.ExportAsync(revision, user, cancellationToken);
        return exported.IsSuccess ? TypedResults.File(exported.Value, "application/zip", $"due-dates-{revision}.zip") : new ErrorResult(exported.Error);
    }
}
