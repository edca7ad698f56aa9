using System.Security.Cryptography;
using System.Text;
using Approvals.Application.Secrets;

namespace Approvals.Infrastructure.Secrets;

/// <summary>AES-256-GCM, SHA-256 and HMAC-SHA-256 of the base library.</summary>
public sealed class AesCryptography : ICryptography
{
    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = 1 + NonceLength;

    /// <inheritdoc />
    public int KeyLength => 32;

    /// <inheritdoc />
    public byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <inheritdoc />
    public byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context)
    {
        var payload = new byte[HeaderLength + plain.Length + TagLength];
        payload[0] = Format;
        var nonce = payload.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, payload.AsSpan(HeaderLength, plain.Length), payload.AsSpan(HeaderLength + plain.Length), context);
        return payload;
    }

    /// <inheritdoc />
    public byte[] Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> context)
    {
        if (payload.Length < HeaderLength + TagLength || payload[0] != Format)
        {
            throw new CryptographicException("The payload is not one of this platform's.");
        }

        var plain = new byte[payload.Length - HeaderLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(payload.Slice(1, NonceLength), payload[HeaderLength..^TagLength], payload[^TagLength..], plain, context);
        return plain;
    }

    /// <inheritdoc />
    public byte[] Hash(ReadOnlySpan<byte> data) => SHA256.HashData(data);

    /// <inheritdoc />
    public byte[] Mac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data) => HMACSHA256.HashData(key, data);

    /// <inheritdoc />
    public IRunningHash StartHash() => new RunningHash(IncrementalHash.CreateHash(HashAlgorithmName.SHA256));

    /// <inheritdoc />
    public IRunningHash StartMac(ReadOnlySpan<byte> key) => new RunningHash(IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key));

    /// <inheritdoc />
    public byte[] Derive(ReadOnlySpan<byte> key, string purpose)
    {
        var derived = new byte[KeyLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, [], Encoding.UTF8.GetBytes(purpose));
        return derived;
    }

    private sealed class RunningHash(IncrementalHash hash) : IRunningHash
    {
        public void Append(ReadOnlySpan<byte> data) => hash.AppendData(data);

        public byte[] Finish() => hash.GetHashAndReset();

        public void Dispose() => hash.Dispose();
    }
}
