namespace Approvals.Application.Secrets;

/// <summary>A key for the payloads of one case, person, organisation or voting round, wrapped by the master key.</summary>
public sealed class ContentKey
{
    public required Guid Id { get; init; }

    /// <summary>What it protects, such as <c>case</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>Which master key wraps it.</summary>
    public required string MasterKeyId { get; set; }

    /// <summary>Empty once destroyed: what it protected can never be read again.</summary>
    public required byte[] WrappedKey { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DestroyedAt { get; set; }
}

/// <summary>What opening a key needs of its row.</summary>
internal sealed record KeyContent(Guid Id, string MasterKeyId, byte[] WrappedKey, DateTimeOffset? DestroyedAt);
