using System.Buffers.Text;
using System.Security.Cryptography;
using Approvals.Application.Secrets;

namespace Approvals.Application.Letters;

/// <summary>
/// The token printed on a letter as a QR code: its id and a keyed hash of it, so that nobody guesses one, and no column has to keep it.
/// </summary>
public static class LetterProof
{
    private const int IdLength = 16;
    private const int MacLength = 12;

    /// <summary>The token of a letter.</summary>
    public static string Token(Vault vault, Guid letter)
    {
        Span<byte> bytes = stackalloc byte[IdLength + MacLength];
        letter.TryWriteBytes(bytes);
        vault.LookUp("letter", $"{letter:N}").AsSpan(0, MacLength).CopyTo(bytes[IdLength..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The letter of a token; null when it is none of ours.</summary>
    public static Guid? Read(Vault vault, string token)
    {
        Span<byte> bytes = stackalloc byte[IdLength + MacLength];
        if (token.Length != Base64Url.GetEncodedLength(bytes.Length) || !Base64Url.TryDecodeFromChars(token, bytes, out var written) || written != bytes.Length)
        {
            return null;
        }

        var id = new Guid(bytes[..IdLength]);
        return CryptographicOperations.FixedTimeEquals(bytes[IdLength..], vault.LookUp("letter", $"{id:N}").AsSpan(0, MacLength)) ? id : null;
    }
}
