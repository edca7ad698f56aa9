using Approvals.Application.Database;

namespace Approvals.Application.ApiKeys;

/// <summary>
/// A key with which a program acts as an account, within some of its rights. The secret is shown once and kept as a hash; a key is
/// revoked, never deleted, because acts refer to it.
/// </summary>
public sealed class ApiKey : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>The account it acts as.</summary>
    public required Guid UserId { get; init; }

    /// <summary>What its owner calls it, such as the program that holds it.</summary>
    public required string Name { get; init; }

    /// <summary>Codes of <see cref="ApiScopes"/>, parted by spaces.</summary>
    public required string Scopes { get; init; }

    /// <summary>SHA-256 of the secret, which is 256 random bits: there is nothing to guess it from.</summary>
    public required byte[] Hash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was last used, to the hour.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public Guid? RevokedByUserId { get; set; }

    public int Version { get; set; }

    /// <summary>Whether it opens anything at an instant.</summary>
    public bool IsInForce(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;
}
