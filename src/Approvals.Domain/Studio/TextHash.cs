using System.Security.Cryptography;
using System.Text;

namespace Approvals.Domain.Studio;

/// <summary>A short name for a long text, the same on every machine.</summary>
internal static class TextHash
{
    internal static string GetDeterministicHash(this string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
