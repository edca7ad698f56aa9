namespace Approvals.Application.Documents;

/// <summary>A kind of file that may be uploaded.</summary>
/// <param name="Name">The name service packages use, such as <c>pdf</c>.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Extensions">File name endings it may carry.</param>
public sealed record FileFormat(string Name, string ContentType, IReadOnlyList<string> Extensions)
{
    public static FileFormat Pdf { get; } = new("pdf", "application/pdf", ["pdf"]);

    public static FileFormat Jpeg { get; } = new("jpg", "image/jpeg", ["jpg", "jpeg"]);

    public static FileFormat Png { get; } = new("png", "image/png", ["png"]);

    public static FileFormat Word { get; } =
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx"]);

    public static FileFormat Excel { get; } =
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["xlsx"]);

    /// <summary>The national fixed-layout format, GB/T 33190.</summary>
    public static FileFormat Ofd { get; } = new("ofd", "application/ofd", ["ofd"]);

    /// <summary>Every format there is; a service's document list may allow fewer.</summary>
    public static IReadOnlyList<FileFormat> All { get; } = [Pdf, Jpeg, Png, Word, Excel, Ofd];
}
