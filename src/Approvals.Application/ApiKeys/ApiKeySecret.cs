using System.Buffers.Text;
using System.Security.Cryptography;

namespace Approvals.Application.ApiKeys;

/// <summary>A key as its holder writes it: a mark that scanners of leaked secrets find, the id, and the secret.</summary>
/// <param name="Id">Which key.</param>
/// <param name="Secret">The secret, 32 random bytes.</param>
public sealed record ApiKeySecret(Guid Id, byte[] Secret)
{
    private const string Mark = "apk";
    private const int Bytes = 32;

    /// <summary>A new secret.</summary>
    public static ApiKeySecret New(Guid id) => new(id, RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored.</summary>
    public byte[] Hash => SHA256.HashData(Secret);

    /// <summary>Reads a key as it was written; null when it is none.</summary>
    public static ApiKeySecret? Parse(string text)
    {
        if (text.Split('.') is not [Mark, { Length: 32 } id, { Length: > 0 and <= 64 } secret] || !Guid.TryParseExact(id, "N", out var key))
        {
            return null;
        }

        var bytes = new byte[Bytes];
        return Base64Url.IsValid(secret, out var length) && length == Bytes && Base64Url.TryDecodeFromChars(secret, bytes, out _)
            ? new ApiKeySecret(key, bytes)
            : null;
    }

    /// <summary>Whether it is the secret that was stored, in a time that tells nothing.</summary>
    public bool Opens(ApiKey key) => CryptographicOperations.FixedTimeEquals(Hash, key.Hash);

    /// <summary>What the holder keeps.</summary>
    public override string ToString() => $"{Mark}.{Id:N}.{Base64Url.EncodeToString(Secret)}";
}
