using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Web.Policies;

/// <summary>Hands a draft over.</summary>
/// <param name="EffectiveFrom">The day proposed: today at the earliest; whoever publishes may set another.</param>
/// <param name="Note">What its author says to whoever publishes.</param>
/// <param name="MoveFrom">The version whose cases under way shall be migrated once this one is in force; absent when they stay.</param>
/// <param name="Activities">Places that the author named, where the suggested ones do not do: the new step's id by the old one's.</param>
internal sealed record SubmitVersionRequest(
    DateOnly EffectiveFrom,
    [property: StringLength(1000, MinimumLength = 1)] string Note,
    Guid? MoveFrom = null,
    [property: ItemLength(200)] IReadOnlyDictionary<string, string>? Activities = null) : IRequest;

/// <summary>Puts a version in force.</summary>
/// <param name="EffectiveFrom">The first day on which submissions are bound to it: today at the earliest.</param>
/// <param name="Etag">The version's hash as it was read and checked.</param>
internal sealed record PublishRequest(DateOnly EffectiveFrom, [property: StringLength(100, MinimumLength = 1)] string Etag) : IRequest;

/// <summary>Says why.</summary>
/// <param name="Reason">The reason; it stands in the audit.</param>
internal sealed record ReasonRequest([property: StringLength(1000, MinimumLength = 1)] string Reason) : IRequest;

/// <summary>The life of a service's versions: editors bring in and submit, a second person checks and publishes.</summary>
internal static class VersionEndpoints
{
    /// <summary>The largest archive, in bytes.</summary>
    private const long ArchiveLimit = 8L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        var versions = api.MapGroup("/policy/versions").WithTags("Policies");
        versions.MapGet("/", List);
        versions.MapPost("/", Import).TakesFile().RequireRateLimiting(RateLimits.Uploads)
            .WithMetadata(new RequestSizeLimitAttribute(ArchiveLimit)).DisableAntiforgery();
        versions.MapGet("/{id:guid}/check", Check);
        versions.MapGet("/{id:guid}/archive", Export).Produces(StatusCodes.Status200OK, contentType: "application/zip");
        versions.MapDelete("/{id:guid}", Discard);
        versions.MapPost("/{id:guid}/submit", Submit);
        versions.MapPost("/{id:guid}/send-back", SendBack);
        versions.MapPost("/{id:guid}/publish", Publish);
        versions.MapPost("/{id:guid}/recall", Recall);
        versions.MapPost("/{id:guid}/retire", Retire);
    }

    /// <summary>The versions of a service, or of all, latest first, with how many cases follow each.</summary>
    private static Task<Results<Ok<IReadOnlyList<ServiceVersionDto>>, ErrorResult>> List(
        string? service, VersionList versions, CurrentUser user, CancellationToken cancellationToken) =>
        versions.ListAsync(string.IsNullOrEmpty(service) ? null : service, user, cancellationToken).ToHttp();

    /// <summary>Brings a package in as the next draft of its service: a zip archive, at most 8 MB. The same content twice makes one draft.</summary>
    private static async Task<Results<Ok<ImportedVersionDto>, ErrorResult>> Import(
        HttpRequest request, ImportArchive import, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Edits(user))
        {
            return new ErrorResult(Refusals.Forbidden);
        }

        using var archive = await FilePart.FindAsync(request, cancellationToken) is { } file ? await file.HoldAsync(cancellationToken) : null;
        return archive is null ? new ErrorResult(new Error("documents.noFile")) : await import.HandleAsync(archive, user, cancellationToken).ToHttp();
    }

    /// <summary>What would stand in the way of publishing: lint, tables, guarantees, and every scenario played on the real application.</summary>
    private static Task<Results<Ok<VersionReport>, ErrorResult>> Check(Guid id, CheckVersion check, CurrentUser user, CancellationToken cancellationToken) =>
        check.HandleAsync(id, user, cancellationToken).ToHttp();

    /// <summary>The version's files, byte for byte as they came in, as a zip archive.</summary>
    private static async Task<IResult> Export(Guid id, ExportVersion export, CurrentUser user, CancellationToken cancellationToken)
    {
        var exported = await export.HandleAsync(id, user, cancellationToken);
        return exported.IsSuccess
            ? TypedResults.File(exported.Value.Archive(), "application/zip", $"{exported.Value.Service}-{exported.Value.Number}.zip")
            : new ErrorResult(exported.Error);
    }

    /// <summary>Throws a draft away.</summary>
    private static Task<Results<NoContent, ErrorResult>> Discard(Guid id, DiscardDraft discard, CurrentUser user, CancellationToken cancellationToken) =>
        discard.HandleAsync(id, user, cancellationToken).ToNoContent();

    /// <summary>Hands a draft to whoever publishes, once the whole check passes.</summary>
    private static Task<Results<NoContent, ErrorResult>> Submit(
        Guid id, SubmitVersionRequest request, SubmitVersion submit, CurrentUser user, CancellationToken cancellationToken) =>
        submit.HandleAsync(
            new SubmitVersion.Request(
                id, request.EffectiveFrom, request.Note, request.MoveFrom,
                (request.Activities ?? ImmutableSortedDictionary<string, string>.Empty).ToImmutableSortedDictionary(StringComparer.Ordinal)),
            user,
            cancellationToken).ToNoContent();

    /// <summary>Gives a submitted version back to its author.</summary>
    private static Task<Results<NoContent, ErrorResult>> SendBack(
        Guid id, ReasonRequest request, SendBackVersion sendBack, CurrentUser user, CancellationToken cancellationToken) =>
        sendBack.HandleAsync(new SendBackVersion.Request(id, request.Reason), user, cancellationToken).ToNoContent();

    /// <summary>Puts a submitted version in force from a day on, once the whole check passes; never by whoever wrote or submitted it.</summary>
    private static Task<Results<NoContent, ErrorResult>> Publish(
        Guid id, PublishRequest request, PublishVersion publish, CurrentUser user, CancellationToken cancellationToken) =>
        publish.HandleAsync(new PublishVersion.Request(id, request.EffectiveFrom, request.Etag), user, cancellationToken).ToNoContent();

    /// <summary>Takes a published version back before its day.</summary>
    private static Task<Results<NoContent, ErrorResult>> Recall(
        Guid id, ReasonRequest request, RecallVersion recall, CurrentUser user, CancellationToken cancellationToken) =>
        recall.HandleAsync(new RecallVersion.Request(id, request.Reason), user, cancellationToken).ToNoContent();

    /// <summary>Puts away a version whose place a later one has taken.</summary>
    private static Task<Results<NoContent, ErrorResult>> Retire(
        Guid id, ReasonRequest request, RetireVersion retire, CurrentUser user, CancellationToken cancellationToken) =>
        retire.HandleAsync(new RetireVersion.Request(id, request.Reason), user, cancellationToken).ToNoContent();
}
