using System.ComponentModel.DataAnnotations;
using Approvals.Application.Paging;
using Approvals.Application.Replay;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Approvals.Web.Sheets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Policies;

/// <summary>Begins to play past cases of a service against a version, the latest first.</summary>
/// <param name="Version">The version, a draft as well.</param>
/// <param name="IdempotencyKey">Made by the page for this one click; a second request with it begins nothing twice.</param>
/// <param name="AtMost">How many cases.</param>
/// <param name="Open">Whether cases under way are played too, as far as they are.</param>
internal sealed record StartReplayRequest(
    Guid Version,
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey,
    [property: Range(1, StartReplay.Most)] int AtMost = 200,
    bool Open = false) : IRequest;

/// <summary>What one thinks of a case that comes out otherwise.</summary>
/// <param name="Place">The case's place in the run, from 1.</param>
/// <param name="Note">What is said, at most 1,000 letters; empty takes back what was said before.</param>
/// <param name="Alike">Whether it is said to every other case too that changes in the same way and that nobody said anything to yet.</param>
internal sealed record ReplayNoteRequest(
    [property: Range(1, StartReplay.Most)] int Place, [property: StringLength(1000)] string Note, bool Alike = false) : IRequest;

/// <summary>Past cases against another version of their service: for those who write and publish versions.</summary>
internal static class ReplayEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/policy/services/{code}/replays", Start).WithTags("Policy");
        var runs = api.MapGroup("/policy/replays/{id:guid}").WithTags("Policy");
        runs.MapGet("/", Read);
        runs.MapDelete("/", Cancel);
        runs.MapGet("/cases", ListCases);
        runs.MapGet("/work", ReadWork);
        runs.MapGet("/table", Download);
        runs.MapPut("/notes", Note);
        api.MapGet("/policy/versions/{id:guid}/replays", List).WithTags("Policy");
    }

    /// <summary>Begins a run.</summary>
    private static async Task<Results<Ok<ReplayRunDto>, ErrorResult>> Start(
        string code, StartReplayRequest request, StartReplay start, ReplayList list, CurrentUser user, CancellationToken cancellationToken)
    {
        var started = await start.HandleAsync(
            new StartReplay.Request(code, request.Version, request.AtMost, request.Open, request.IdempotencyKey), user, cancellationToken);
        return started.IsSuccess ? await list.FindAsync(started.Value, user, cancellationToken).ToHttp() : new ErrorResult(started.Error);
    }

    /// <summary>The latest runs against a version.</summary>
    private static Task<Results<Ok<IReadOnlyList<ReplayHeadDto>>, ErrorResult>> List(Guid id, ReplayList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.ListAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Keeps what one says to a case of a run; whoever publishes reads it.</summary>
    private static Task<Results<NoContent, ErrorResult>> Note(
        Guid id, ReplayNoteRequest request, NoteReplayedCase note, CurrentUser user, CancellationToken cancellationToken) =>
        note.HandleAsync(new NoteReplayedCase.Request(id, request.Place, request.Note, request.Alike), user, cancellationToken).ToNoContent();

    /// <summary>A run: how far it is, how many cases change, and why.</summary>
    private static Task<Results<Ok<ReplayRunDto>, ErrorResult>> Read(Guid id, ReplayList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.FindAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Cancels a run; what was played stays.</summary>
    private static Task<Results<NoContent, ErrorResult>> Cancel(Guid id, CancelReplay cancel, CurrentUser user, CancellationToken cancellationToken) =>
        cancel.HandleAsync(id, user, cancellationToken).ToNoContent();

    /// <summary>The cases of a run in its order, all or those of a verdict.</summary>
    private static Task<Results<Ok<Page<ReplayedCaseDto>>, ErrorResult>> ListCases(
        Guid id, ReplayVerdict? verdict, string? cursor, ReplayList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.CasesAsync(id, verdict, cursor, user, cancellationToken).ToHttp();

    /// <summary>How many tasks each step had in each week, and would have had.</summary>
    private static Task<Results<Ok<ReplayWorkDto>, ErrorResult>> ReadWork(Guid id, ReplayList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.WorkAsync(id, user, cancellationToken).ToHttp();

    /// <summary>The whole report as a spreadsheet.</summary>
    private static Task<Results<FileContentHttpResult, ErrorResult>> Download(Guid id, ReplayList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.TableAsync(id, user, cancellationToken).ToWorkbook("replay");
}
