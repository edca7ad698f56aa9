using Approvals.Application.Rights;
using Approvals.Application.Studio.Tables;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Approvals.Web.Sheets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Studio;

/// <summary>The decision tables of versions: reading, analysis, trial, and spreadsheets. They are changed as all files of a draft are.</summary>
internal static class TableEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var decisions = api.MapGroup("/studio/drafts/{id:guid}/decisions").WithTags("Studio");
        decisions.MapGet("/", List);
        var table = decisions.MapGroup("/{file}/{decision}");
        table.MapGet("/", Read);
        table.MapGet("/analysis", Analyse);
        table.MapGet("/difference", Compare);
        table.MapGet("/sheet", Export);
        HeldSheet.Take(table.MapPost("/sheet", Import));
        table.MapPost("/trial", Try);
    }

    /// <summary>The decision files of a version with their requirement graphs.</summary>
    private static Task<Results<Ok<IReadOnlyList<DecisionFileDto>>, ErrorResult>> List(Guid id, DecisionList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.ListAsync(id, user, cancellationToken).ToHttp();

    /// <summary>A decision as it is edited: a table, or expressions.</summary>
    private static Task<Results<Ok<DecisionTableDto>, ErrorResult>> Read(
        Guid id, string file, string decision, TableView view, CurrentUser user, CancellationToken cancellationToken) =>
        view.FindAsync(id, file, decision, user, cancellationToken).ToHttp();

    /// <summary>Gaps, overlaps and idle rules of a table, or how far the search for them is; ask again until it is done.</summary>
    private static Task<Results<Ok<TableAnalysisDto>, ErrorResult>> Analyse(
        Guid id, string file, string decision, AnalyseTable analyse, CurrentUser user, CancellationToken cancellationToken) =>
        analyse.HandleAsync(id, file, decision, user, cancellationToken).ToHttp();

    /// <summary>What a table has become since another version, or since the one in force.</summary>
    private static Task<Results<Ok<TableDifferenceDto>, ErrorResult>> Compare(
        Guid id, string file, string decision, Guid? version, TableDifference difference, CurrentUser user, CancellationToken cancellationToken) =>
        difference.FindAsync(id, file, decision, version, user, cancellationToken).ToHttp();

    /// <summary>A table as a spreadsheet.</summary>
    private static Task<Results<FileContentHttpResult, ErrorResult>> Export(
        Guid id, string file, string decision, TableSheets sheets, CurrentUser user, CancellationToken cancellationToken) =>
        sheets.ExportAsync(id, file, decision, user, cancellationToken).ToWorkbook("table");

    /// <summary>What a spreadsheet would make of a table, with its mistakes by cell; nothing is written.</summary>
    private static async Task<Results<Ok<ReadTableDto>, ErrorResult>> Import(
        Guid id, string file, string decision, HttpRequest request, TableView view, TableSheets sheets, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await view.FindAsync(id, file, decision, user, cancellationToken) is { IsSuccess: false, Error: var missing })
        {
            return new ErrorResult(missing);
        }

        using var held = await HeldSheet.ReadAsync(request, PolicyRights.Edits(user), cancellationToken);
        return held.Error is { } error
            ? new ErrorResult(error)
            : await sheets.ReadAsync(id, file, decision, held.Name, held.Content, user, cancellationToken).ToHttp();
    }

    /// <summary>Asks a table with a row of values, or with what a past case asked it.</summary>
    private static Task<Results<Ok<TableTrialDto>, ErrorResult>> Try(
        Guid id, string file, string decision, TryTableRequest request, TryTable trial, CurrentUser user, CancellationToken cancellationToken) =>
        trial.HandleAsync(new TryTable.Request(id, file, decision, request.Inputs, string.IsNullOrWhiteSpace(request.Case) ? null : request.Case.Trim()), user, cancellationToken).ToHttp();
}
