namespace Approvals.Application.ApiKeys;

/// <summary>Where a key stands.</summary>
public enum ApiKeyState
{
    InForce,
    Expired,
    Revoked,
}

/// <summary>A key, without its secret.</summary>
/// <param name="Id">Its id; the second part of the key as its holder writes it.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Scopes">What it may be used for.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="LastUsedAt">When it was last used, to the hour; null when never.</param>
/// <param name="OwnerName">The account it acts as, for administrators.</param>
public sealed record ApiKeyDto(
    string Id, string Name, IReadOnlyList<string> Scopes, ApiKeyState State, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt,
    string? OwnerName = null);

/// <summary>A key that was just made.</summary>
/// <param name="Key">The key without its secret.</param>
/// <param name="Secret">The whole key; shown this once.</param>
public sealed record IssuedApiKeyDto(ApiKeyDto Key, string Secret);
