using Approvals.Application.Experts;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Web.Experts;

/// <summary>The pool of experts, for the leads who keep it; it can be taken from files.</summary>
internal static class ExpertEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var experts = api.MapGroup("/experts").WithTags("Experts");
        experts.MapGet("/", List);
        experts.MapGet("/choices", Choices);
        experts.MapGet("/candidates", Candidates);
        experts.MapPost("/", Add);
        experts.MapPut("/{id:guid}", Change);
        experts.MapGet("/me", Own);
        experts.MapPut("/me/away", ChangeAway);
        experts.MapPost("/import", Take).TakesFile().RequireRateLimiting(RateLimits.Uploads)
            .WithMetadata(new RequestSizeLimitAttribute(ISheetFiles.MostBytes + 64 * 1024)).DisableAntiforgery();
    }

    /// <summary>The pool, narrowed by a field and a part of the name.</summary>
    private static Task<Results<Ok<Page<ExpertDto>>, ErrorResult>> List(
        string? field, string? q, bool? closed, string? cursor, ExpertPoolList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.ListAsync(new ExpertPoolList.Request(string.IsNullOrEmpty(field) ? null : field, q, closed ?? false, cursor), user, cancellationToken).ToHttp();

    /// <summary>What an entry can be chosen from: fields and regions.</summary>
    private static Task<Results<Ok<PoolChoicesDto>, ErrorResult>> Choices(ExpertPoolList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.ChoicesAsync(user, cancellationToken).ToHttp();

    /// <summary>Accounts of experts that are not in the pool, by a part of the name.</summary>
    private static Task<Results<Ok<IReadOnlyList<PoolCandidateDto>>, ErrorResult>> Candidates(
        string? q, ExpertPoolList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.CandidatesAsync(q, user, cancellationToken).ToHttp();

    /// <summary>Takes an account into the pool.</summary>
    private static Task<Results<Ok<ExpertDto>, ErrorResult>> Add(NewExpertRequest request, KeepExpert keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.AddAsync(
            new KeepExpert.New(request.User, request.Region, new ExpertEntry(request.Fields, request.EmployerUscc, request.EmployerName, Days(request.Away)), People(request.CoAuthors)),
            user, cancellationToken).ToHttp();

    /// <summary>Changes what the pool says of an expert, takes one out or in again.</summary>
    private static Task<Results<Ok<ExpertDto>, ErrorResult>> Change(
        Guid id, ChangeExpertRequest request, KeepExpert keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.ChangeAsync(
            id,
            new KeepExpert.Change(
                request.Etag, new ExpertEntry(request.Fields, request.EmployerUscc, request.EmployerName, Days(request.Away)), request.Kept, People(request.CoAuthors), request.Closed),
            user, cancellationToken).ToHttp();

    /// <summary>What the pool says of the expert who asks.</summary>
    private static Task<Results<Ok<OwnEntryDto>, ErrorResult>> Own(OwnDaysAway own, CurrentUser user, CancellationToken cancellationToken) =>
        own.ReadAsync(user, cancellationToken).ToHttp();

    /// <summary>Enters and removes days away of the expert who asks, on which nobody is drawn.</summary>
    private static Task<Results<Ok<OwnEntryDto>, ErrorResult>> ChangeAway(
        OwnDaysAwayRequest request, OwnDaysAway own, CurrentUser user, CancellationToken cancellationToken) =>
        own.ChangeAsync(new OwnDaysAway.Change(request.Etag, Days(request.Away)), user, cancellationToken).ToHttp();

    /// <summary>Takes experts from a csv or xlsx file, all or none; a dry run only says what would happen.</summary>
    private static async Task<Results<Ok<SheetImportDto>, ErrorResult>> Take(
        bool? dryRun, HttpRequest request, ImportExperts import, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!ExpertRights.Keeps(user))
        {
            return new ErrorResult(Refusals.Forbidden);
        }

        var file = await FilePart.FindAsync(request, cancellationToken);
        using var held = file is null ? null : await file.HoldAsync(cancellationToken);
        return held is null
            ? new ErrorResult(new Error("documents.noFile"))
            : await import.HandleAsync(
                new ImportExperts.Request(file!.Name, held.GetBuffer().AsMemory(0, (int)held.Length), dryRun ?? false), user, cancellationToken).ToHttp();
    }

    private static IReadOnlyList<DaysAwayDto> Days(IReadOnlyList<DaysAwayRequest>? days) => [.. (days ?? []).Select(d => new DaysAwayDto(d.From, d.To))];

    private static IReadOnlyList<CoAuthorEntry> People(IReadOnlyList<CoAuthorRequest>? people) => [.. (people ?? []).Select(p => new CoAuthorEntry(p.Name, p.Number))];
}
