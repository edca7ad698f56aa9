using Approvals.Application.Presence;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.Domain.Residency;
using Approvals.Web.Documents;
using Approvals.Web.Employers;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Approvals.Web.Sheets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Web.Presence;

/// <summary>Ledgers of presence: of oneself, of an employer's talents, of those an office looks after.</summary>
internal static class PresenceEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var presence = api.MapGroup("/presence").WithTags("Presence");
        presence.MapGet("/", ReadOwn);
        presence.MapGet("/sheet", DownloadOwn);
        presence.MapPost("/entries", EnterOwn);
        presence.MapGet("/people", List);
        presence.MapGet("/people/{id:guid}", Read);
        presence.MapGet("/people/{id:guid}/sheet", Download);
        presence.MapPost("/people/{id:guid}/entries", Enter);
        presence.MapPost("/entries/{id:guid}/correction", Correct);
        presence.MapPost("/entries/{id:guid}/withdrawal", Withdraw);
        presence.MapPost("/entries/{id:guid}/confirmation", Confirm);
        presence.MapPost("/entries/{id:guid}/documents", HandIn).TakesFile().RequireRateLimiting(RateLimits.Uploads)
            .WithMetadata(new RequestSizeLimitAttribute(EmployerEndpoints.ProofLimit)).DisableAntiforgery();
        presence.MapGet("/documents/{id:guid}", ReadProof).Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
        HeldSheet.Take(api.MapPost("/employers/{id:guid}/presence", Import).WithTags("Presence"));
    }

    /// <summary>A year of the reader's own ledger; this year where none is named.</summary>
    private static Task<Results<Ok<PresenceLedgerDto>, ErrorResult>> ReadOwn(int? year, PresenceLedger ledger, CurrentUser user, CancellationToken cancellationToken) =>
        ledger.OwnAsync(year, user, cancellationToken).ToHttp();

    /// <summary>The same as a spreadsheet.</summary>
    private static Task<Results<FileContentHttpResult, ErrorResult>> DownloadOwn(
        int? year, ExportPresence export, CurrentUser user, CancellationToken cancellationToken) => export.ReadAsync(null, year, user, cancellationToken).ToWorkbook("presence");

    /// <summary>Enters own days.</summary>
    private static async Task<Results<Ok<PresenceEnteredDto>, ErrorResult>> EnterOwn(
        EnterPresenceRequest request, EnterPresence enter, CurrentUser user, CancellationToken cancellationToken) => user.PersonId is { } person
            ? (await enter.HandleAsync(request.For(person), user, cancellationToken)).Map(id => new PresenceEnteredDto(id.ToString())).ToHttp()
            : new ErrorResult(new Error("presence.noPerson", ErrorKind.NotFound));

    /// <summary>Those whose days the reader looks after, by number, with what a year counts to.</summary>
    private static Task<Results<Ok<PresencePeopleDto>, ErrorResult>> List(
        int? year, string? number, PresencePeople people, CurrentUser user, CancellationToken cancellationToken) => people.ListAsync(year, number, user, cancellationToken).ToHttp();

    /// <summary>A year of somebody's ledger, as far as the reader reaches.</summary>
    private static Task<Results<Ok<PresenceLedgerDto>, ErrorResult>> Read(
        Guid id, int? year, PresenceLedger ledger, CurrentUser user, CancellationToken cancellationToken) => ledger.ReadAsync(id, year, user, cancellationToken).ToHttp();

    /// <summary>The same as a spreadsheet.</summary>
    private static Task<Results<FileContentHttpResult, ErrorResult>> Download(
        Guid id, int? year, ExportPresence export, CurrentUser user, CancellationToken cancellationToken) => export.ReadAsync(id, year, user, cancellationToken).ToWorkbook("presence");

    /// <summary>Enters somebody's days for the reader's employer.</summary>
    private static async Task<Results<Ok<PresenceEnteredDto>, ErrorResult>> Enter(
        Guid id, EnterPresenceRequest request, EnterPresence enter, CurrentUser user, CancellationToken cancellationToken) =>
        (await enter.HandleAsync(request.For(id), user, cancellationToken)).Map(entry => new PresenceEnteredDto(entry.ToString())).ToHttp();

    /// <summary>Puts a corrected entry in the place of one, which stays in the history.</summary>
    private static async Task<Results<Ok<PresenceEnteredDto>, ErrorResult>> Correct(
        Guid id, CorrectPresenceRequest request, ChangePresence change, CurrentUser user, CancellationToken cancellationToken) =>
        (await change.CorrectAsync(new ChangePresence.Correction(id, request.From, request.To, request.Proofs, request.Reason, request.Etag), user, cancellationToken))
            .Map(entry => new PresenceEnteredDto(entry.ToString())).ToHttp();

    /// <summary>Takes an entry back; a second time does nothing.</summary>
    private static Task<Results<NoContent, ErrorResult>> Withdraw(
        Guid id, WithdrawPresenceRequest request, ChangePresence change, CurrentUser user, CancellationToken cancellationToken) =>
        change.WithdrawAsync(id, request.Reason, user, cancellationToken).ToNoContent();

    /// <summary>The employer confirms an entry; a second time does nothing.</summary>
    private static Task<Results<NoContent, ErrorResult>> Confirm(Guid id, ChangePresence change, CurrentUser user, CancellationToken cancellationToken) =>
        change.ConfirmAsync(id, user, cancellationToken).ToNoContent();

    /// <summary>Takes a document that shows an entry.</summary>
    private static async Task<Results<NoContent, ErrorResult>> HandIn(
        Guid id, ProofKind? kind, HttpRequest request, HandInEvidence evidence, CurrentUser user, CancellationToken cancellationToken)
    {
        var file = await FilePart.FindAsync(request, cancellationToken);
        return await evidence.HandleAsync(new HandInEvidence.Request(id, kind, file?.Name ?? "", file?.Content), user, cancellationToken).ToNoContent();
    }

    /// <summary>A document of an entry; PDF and pictures are shown in place.</summary>
    private static async Task<IResult> ReadProof(Guid id, HttpContext http, HandInEvidence evidence, CurrentUser user) =>
        DocumentEndpoints.Show(await evidence.ReadAsync(id, user, http.RequestAborted), http);

    /// <summary>Takes the days of an employer's talents from a file; with <c>dryRun</c> it only says what would happen.</summary>
    private static async Task<Results<Ok<SheetImportDto>, ErrorResult>> Import(
        Guid id, bool? dryRun, HttpRequest request, ImportPresence import, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await import.RefusalAsync(id, user, cancellationToken) is { } refusal)
        {
            return new ErrorResult(refusal);
        }

        using var held = await HeldSheet.ReadAsync(request, isAllowed: true, cancellationToken);
        return held.Error is { } error
            ? new ErrorResult(error)
            : await import.HandleAsync(new ImportPresence.Request(id, held.Name, held.Content, dryRun ?? false), user, cancellationToken).ToHttp();
    }
}
