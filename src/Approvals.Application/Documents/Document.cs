namespace Approvals.Application.Documents;

/// <summary>An uploaded file. Its name may tell who somebody is, so it is encrypted like the content.</summary>
public sealed class Document
{
    public required Guid Id { get; init; }

    public Guid? DraftId { get; init; }

    public Guid? CaseId { get; set; }

    public Guid? OrganisationId { get; init; }

    /// <summary>The key of content and name.</summary>
    public required Guid KeyId { get; init; }

    /// <summary>Which document of the service's list it is; empty for proof of an organisation and the like.</summary>
    public required string DocumentType { get; init; }

    /// <summary>The name it was uploaded under, encrypted.</summary>
    public required byte[] FileName { get; init; }

    /// <summary>The type found by looking at the content, never the one claimed.</summary>
    public required string ContentType { get; init; }

    /// <summary>Length of the content in bytes before encryption.</summary>
    public required long Length { get; init; }

    /// <summary>SHA-256 of the encrypted content, in hexadecimal: its address in the store.</summary>
    public required string Address { get; init; }

    /// <summary>Keyed hash of the content: the same file is recognised across applicants without being readable.</summary>
    public required byte[] ContentHash { get; init; }

    public required Guid UploadedByUserId { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Taken out by its owner before it was part of a submission.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
