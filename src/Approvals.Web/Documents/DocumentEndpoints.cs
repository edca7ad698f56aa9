using Approvals.Application.Documents;
using Approvals.Application.Forms;
using Approvals.Application.Rights;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

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
        documents.MapPost("/", Upload).AddOpenApiOperationTransformer(DescribeAsync).RequireRateLimiting(RateLimits.Uploads)
            .WithMetadata(new RequestSizeLimitAttribute(RequestLimit)).DisableAntiforgery();
        documents.MapGet("/{id:guid}", Read).Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
        documents.MapDelete("/{id:guid}", Delete);
    }

    /// <summary>Takes one file, streamed, for a draft or a task; type and size are checked by its content.</summary>
    private static async Task<Results<Ok<DocumentDto>, ErrorResult>> Upload(
        Guid? draft, Guid? task, string type, HttpRequest request, UploadDocument upload, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var media) || !media.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(media.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
        {
            return new ErrorResult(new Error("documents.noFile"));
        }

        var reader = new MultipartReader(boundary, request.Body);
        while (await NextAsync(reader, cancellationToken) is { } section)
        {
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && disposition.IsFileDisposition())
            {
                var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
                return await upload.HandleAsync(new UploadDocument.Request(draft, task, type, name, section.Body), user, cancellationToken).ToHttp();
            }
        }

        return new ErrorResult(new Error("documents.noFile"));
    }

    /// <summary>The file; PDF and pictures are shown in place.</summary>
    private static async Task<IResult> Read(Guid id, HttpContext http, ReadDocument read, CurrentUser user)
    {
        var opened = await read.HandleAsync(id, user, http.RequestAborted);
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

    /// <summary>The body is read as it streams in, so the document is told of it here.</summary>
    private static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var file = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        var form = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = file } };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["multipart/form-data"] = new() { Schema = form } },
        };
        return Task.CompletedTask;
    }

    /// <summary>The next part; a body that is cut off or no multipart is a bad request, not a failure.</summary>
    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return null;
        }
    }
}
