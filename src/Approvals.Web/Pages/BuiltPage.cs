using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Approvals.Web.Pages;

/// <summary>
/// Serves the built page: compressed files that lie beside the plain ones, assets with a hash in their name for ever, and the
/// page itself for every address of its routes.
/// </summary>
internal sealed class BuiltPage(IFileProvider files)
{
    private static readonly (string Encoding, string Suffix)[] Compressed = [("br", ".br"), ("gzip", ".gz")];
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void Use(WebApplication app)
    {
        var page = new BuiltPage(app.Environment.WebRootFileProvider);
        app.Use(page.TryServeAsync);
    }

    private async Task TryServeAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value ?? "/";
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

        // An address without a file ending belongs to the page's own routes.
        var name = Path.HasExtension(path) && !path.StartsWith("/verify/", StringComparison.Ordinal) ? path : "/index.html";
        if (isRead && !IsServer(http.Request.Path) && files.GetFileInfo(name) is { Exists: true, IsDirectory: false } file)
        {
            await ServeAsync(http, name, file);
            return;
        }

        await next(http);
    }

    private static bool IsServer(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments("/health") || path.StartsWithSegments("/openapi");

    private async Task ServeAsync(HttpContext http, string name, IFileInfo plain)
    {
        var (file, encoding) = Choose(http.Request, name, plain);
        var response = http.Response;
        var etag = new EntityTagHeaderValue($"\"{plain.LastModified.ToUnixTimeMilliseconds():x}-{file.Length:x}\"");
        response.ContentType = Types.TryGetContentType(name, out var type) ? WithCharset(type) : "application/octet-stream";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.ETag = etag.ToString();
        response.Headers.CacheControl = name.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(etag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        response.ContentLength = file.Length;
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await response.SendFileAsync(file, http.RequestAborted);
        }
    }

    private (IFileInfo File, string? Encoding) Choose(HttpRequest request, string name, IFileInfo plain)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, suffix) in Compressed)
        {
            if (accepted.Any(a => a.Value == encoding && a.Quality is not 0) && files.GetFileInfo(name + suffix) is { Exists: true } compressed)
            {
                return (compressed, encoding);
            }
        }

        return (plain, null);
    }

    private static string WithCharset(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" ? $"{type}; charset=utf-8" : type;
}
