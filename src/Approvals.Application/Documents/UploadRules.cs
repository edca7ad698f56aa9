namespace Approvals.Application.Documents;

/// <summary>What may be uploaded for one document of a service's list.</summary>
/// <param name="MaxBytes">The largest content.</param>
/// <param name="Formats">Names of the formats allowed; empty for all there are.</param>
public sealed record UploadRules(long MaxBytes, IReadOnlyCollection<string> Formats)
{
    /// <summary>What holds where a service says nothing: 20 MB, any known format.</summary>
    public static UploadRules Default { get; } = new(20L * 1024 * 1024, []);

    /// <summary>Judges a file that has streamed by.</summary>
    /// <param name="fileName">The name it was uploaded under.</param>
    /// <param name="sniffer">What its content is.</param>
    public Result<FileFormat> Check(string fileName, FileSniffer sniffer)
    {
        var format = sniffer.Format();
        var allowed = FileFormat.All.Where(f => Formats.Count == 0 || Formats.Contains(f.Name)).ToList();
        if (format is null || !allowed.Contains(format))
        {
            return new Error("documents.formatNotAllowed")
                .With("found", sniffer.Kind())
                .With("allowed", string.Join(", ", allowed.Select(f => f.Name)));
        }

        var extension = Path.GetExtension(fileName).TrimStart('.');
        return format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)
            ? format
            : new Error("documents.nameMisleads").With("extension", extension).With("found", format.Name);
    }
}
