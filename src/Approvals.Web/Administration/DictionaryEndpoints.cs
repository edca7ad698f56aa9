using System.ComponentModel.DataAnnotations;
using Approvals.Application.Dictionaries;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Administration;

/// <summary>Adds a choice, or changes one.</summary>
/// <param name="NameZh">The Chinese name.</param>
/// <param name="NameEn">The English name.</param>
/// <param name="From">The first day on which it is offered so; absent: today, or as it was.</param>
/// <param name="To">The last day on which it is offered; absent: none.</param>
/// <param name="Etag">From the choice; absent where nothing is kept of it yet.</param>
internal sealed record KeepEntryRequest(
    [property: StringLength(200, MinimumLength = 1)] string NameZh,
    [property: StringLength(200, MinimumLength = 1)] string NameEn,
    DateOnly? From = null,
    DateOnly? To = null,
    [property: StringLength(100)] string? Etag = null) : IRequest;

/// <summary>Choices that forms name, for system administrators.</summary>
internal static class DictionaryEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var dictionaries = api.MapGroup("/admin/dictionaries").WithTags("Administration");
        dictionaries.MapGet("/", List);
        dictionaries.MapGet("/{name}", Entries);
        dictionaries.MapPut("/{name}/{code}", Keep);
        HeldSheet.Take(dictionaries.MapPost("/{name}/import", Take));
    }

    /// <summary>The dictionaries that services bring.</summary>
    private static Task<Results<Ok<IReadOnlyList<DictionaryDto>>, ErrorResult>> List(KeepDictionaries keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.ListAsync(user, cancellationToken).ToHttp();

    /// <summary>The choices of one.</summary>
    private static Task<Results<Ok<IReadOnlyList<DictionaryEntryDto>>, ErrorResult>> Entries(
        string name, KeepDictionaries keep, CurrentUser user, CancellationToken cancellationToken) => keep.EntriesAsync(name, user, cancellationToken).ToHttp();

    /// <summary>Adds a choice, or gives one another name or an end.</summary>
    private static Task<Results<Ok<DictionaryEntryDto>, ErrorResult>> Keep(
        string name, string code, KeepEntryRequest request, KeepDictionaries keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.KeepAsync(name, code, new KeepDictionaries.Entry(request.NameZh, request.NameEn, request.From, request.To, request.Etag), user, cancellationToken).ToHttp();

    /// <summary>Takes the choices of one from a csv or xlsx file, all or none; a dry run only says what would happen.</summary>
    private static async Task<Results<Ok<SheetImportDto>, ErrorResult>> Take(
        string name, bool? dryRun, HttpRequest request, ImportDictionary import, CurrentUser user, CancellationToken cancellationToken)
    {
        var isAllowed = AdministrationRights.KeepsPlaces(user);
        if (isAllowed && !await import.KnowsAsync(name, cancellationToken))
        {
            return new ErrorResult(Refusals.NotFound);
        }

        using var held = await HeldSheet.ReadAsync(request, isAllowed, cancellationToken);
        return held.Error is { } error
            ? new ErrorResult(error)
            : await import.HandleAsync(new ImportDictionary.Request(name, held.Name, held.Content, dryRun ?? false), user, cancellationToken).ToHttp();
    }
}
