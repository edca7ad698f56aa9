using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Web.Requests;

/// <summary>The csv or xlsx file of a request, or why there is none.</summary>
internal sealed record HeldSheet(string Name, MemoryStream? Stream, Error? Error) : IDisposable
{
    public ReadOnlyMemory<byte> Content => Stream is { } stream ? stream.GetBuffer().AsMemory(0, (int)stream.Length) : default;

    public void Dispose() => Stream?.Dispose();

    /// <summary>The file; nobody without the right sends one.</summary>
    public static async Task<HeldSheet> ReadAsync(HttpRequest request, bool isAllowed, CancellationToken cancellationToken)
    {
        if (!isAllowed)
        {
            return new HeldSheet("", null, Refusals.Forbidden);
        }

        var file = await FilePart.FindAsync(request, cancellationToken);
        var held = file is null ? null : await file.HoldAsync(cancellationToken);
        return held is null ? new HeldSheet("", null, new Error("documents.noFile")) : new HeldSheet(file!.Name, held, null);
    }

    /// <summary>What an endpoint needs to take such a file.</summary>
    public static void Take(RouteHandlerBuilder endpoint) => endpoint.TakesFile().RequireRateLimiting(RateLimits.Uploads)
        .WithMetadata(new RequestSizeLimitAttribute(ISheetFiles.MostBytes + 64 * 1024)).DisableAntiforgery();
}
