using System.Collections.Immutable;
using Approvals.Application.Documents;
using Approvals.Domain.Forms;

namespace Approvals.Application.Forms;

/// <summary>Uploaded documents as forms check them.</summary>
internal static class FormFiles
{
    internal static ImmutableDictionary<string, FormFile> Of(IEnumerable<Document> documents) => documents.ToImmutableDictionary(
        d => d.Id.ToString(),
        d => new FormFile(d.Id.ToString(), d.DocumentType, "", Format(d.ContentType), d.Length),
        StringComparer.OrdinalIgnoreCase);

    private static string Format(string contentType) => FileFormat.All.FirstOrDefault(f => f.ContentType == contentType)?.Name ?? "";
}
