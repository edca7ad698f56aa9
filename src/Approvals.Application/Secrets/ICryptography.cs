namespace Approvals.Application.Secrets;

/// <summary>The algorithms of the platform behind one port, so that a national set can replace AES, SHA-256 and HMAC.</summary>
public interface ICryptography
{
    /// <summary>Length of keys in bytes.</summary>
    public int KeyLength { get; }

    /// <summary>A new random key.</summary>
    public byte[] NewKey();

    /// <summary>Encrypts with authentication.</summary>
    /// <param name="key">The key.</param>
    /// <param name="plain">What to hide.</param>
    /// <param name="context">Where it belongs; decrypting needs the same, so a payload cannot be moved to another row.</param>
    public byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context);

    /// <summary>Decrypts what <see cref="Encrypt"/> made.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The payload, its context or its key is not the one it was made with.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> context);

    /// <summary>Hash of a text of bytes.</summary>
    public byte[] Hash(ReadOnlySpan<byte> data);

    /// <summary>Keyed hash.</summary>
    public byte[] Mac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data);

    /// <summary>A hash that is fed piece by piece.</summary>
    public IRunningHash StartHash();

    /// <summary>A keyed hash that is fed piece by piece.</summary>
    public IRunningHash StartMac(ReadOnlySpan<byte> key);

    /// <summary>A key of its own for one purpose, derived from another.</summary>
    public byte[] Derive(ReadOnlySpan<byte> key, string purpose);
}

/// <summary>A hash under way.</summary>
public interface IRunningHash : IDisposable
{
    /// <summary>Feeds bytes.</summary>
    public void Append(ReadOnlySpan<byte> data);

    /// <summary>The hash of everything fed; the object starts anew.</summary>
    public byte[] Finish();
}
