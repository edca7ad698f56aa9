using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Approvals.Web.Requests;

/// <summary>The one file of a form, read as it streams in.</summary>
/// <param name="Name">The file's name as the sender gives it.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record FilePart(string Name, Stream Content)
{
    private const int LongestBoundary = 200;

    /// <summary>The first file of the form; null where the body is no form, has no file, or breaks off before it.</summary>
    public static async Task<FilePart?> FindAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var media) || !media.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(media.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
        {
            return null;
        }

        var reader = new MultipartReader(boundary, request.Body);
        while (await NextAsync(reader, cancellationToken) is { } section)
        {
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && disposition.IsFileDisposition())
            {
                var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
                return new FilePart(name, section.Body);
            }
        }

        return null;
    }

    /// <summary>The whole file in memory, null when it breaks off; the address's own limit keeps it small.</summary>
    public async Task<MemoryStream?> HoldAsync(CancellationToken cancellationToken)
    {
        var held = new MemoryStream();
        try
        {
            await Content.CopyToAsync(held, cancellationToken);
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            await held.DisposeAsync();
            return null;
        }

        held.Position = 0;
        return held;
    }

    /// <summary>The next part; a body that is cut off or no multipart is a bad request, not a failure.</summary>
    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            return null;
        }
    }

    private static bool IsBroken(Exception exception) => exception is InvalidDataException or IOException and not BadHttpRequestException;
}

/// <summary>Tells the document of an address that takes a file: the body is no parameter of its endpoint.</summary>
internal static class FileForms
{
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        var file = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        var form = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = file } };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["multipart/form-data"] = new() { Schema = form } },
        };
        return Task.CompletedTask;
    });
}
