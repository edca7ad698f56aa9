using Approvals.Application.ApiKeys;
using Approvals.Application.Documents;
using Approvals.Application.Forms;
using Approvals.Application.Rights;
using Approvals.Web.ApiKeys;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Approvals.Web.Documents;

/// <summary>Uploaded documents.</summary>
internal static class DocumentEndpoints
{
    /// <summary>More than any type of document allows, so that a file that is too large is refused with the limit of its type.</summary>
    private const long RequestLimit = 64L * 1024 * 1024;

    private static readonly string[] ShownInPlace = ["application/pdf", "image/jpeg", "image/png"];

    public static void Map(IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("Documents");
        documents.MapPost("/", Upload).TakesFile().RequireRateLimiting(RateLimits.Uploads).ForKeys(ApiScopes.FileCases)
            .WithMetadata(new RequestSizeLimitAttribute(RequestLimit)).DisableAntiforgery();
        documents.MapGet("/{id:guid}", Read).Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ForKeys(ApiScopes.ReadCases);
        documents.MapDelete("/{id:guid}", Delete).ForKeys(ApiScopes.FileCases);
    }

    /// <summary>Takes one file, streamed, for a draft or a task; type and size are checked by its content.</summary>
    private static async Task<Results<Ok<DocumentDto>, ErrorResult>> Upload(
        Guid? draft, Guid? task, string type, HttpRequest request, UploadDocument upload, CurrentUser user, CancellationToken cancellationToken) =>
        await FilePart.FindAsync(request, cancellationToken) is { } file
            ? await upload.HandleAsync(new UploadDocument.Request(draft, task, type, file.Name, file.Content), user, cancellationToken).ToHttp()
            : new ErrorResult(new Error("documents.noFile"));

    /// <summary>The file; PDF and pictures are shown in place.</summary>
    private static async Task<IResult> Read(Guid id, HttpContext http, ReadDocument read, CurrentUser user) =>
        Show(await read.HandleAsync(id, user, http.RequestAborted), http);

    /// <summary>Sends an opened document; PDF and pictures to be shown in place.</summary>
    internal static IResult Show(Result<OpenedDocument> opened, HttpContext http)
    {
        if (!opened.IsSuccess)
        {
            return new ErrorResult(opened.Error);
        }

        var document = opened.Value;
        var disposition = new ContentDispositionHeaderValue(ShownInPlace.Contains(document.ContentType) ? "inline" : "attachment");
        disposition.SetHttpFileName(document.FileName);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Stream(document.Content, document.ContentType);
    }

    /// <summary>Removes a document that was not submitted yet.</summary>
    private static Task<Results<NoContent, ErrorResult>> Delete(Guid id, RemoveDocument remove, CurrentUser user, CancellationToken cancellationToken) =>
        remove.HandleAsync(id, user, cancellationToken).ToNoContent();
}
