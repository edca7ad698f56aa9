using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Secrets;

/// <summary>
/// Encrypts what is sensitive under the key of its case or person. A payload is bound to the <c>place</c> it was made for,
/// such as <c>submission:ID</c>, and opens nowhere else.
/// </summary>
public sealed class Vault(ApprovalsDbContext context, ICryptography cryptography, IMasterKeys masters, IIdSource ids, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Dictionary<Guid, byte[]> _opened = [];
    private readonly Dictionary<Guid, KeyContent> _known = [];

    /// <summary>A new key, added to the context and written with the caller's transaction.</summary>
    /// <param name="purpose">What it protects: <c>case</c>, <c>person</c>, <c>organisation</c>, <c>vote</c>.</param>
    public ContentKey Create(string purpose)
    {
        var key = cryptography.NewKey();
        var row = new ContentKey
        {
            Id = ids.Next(),
            Purpose = purpose,
            MasterKeyId = masters.CurrentId,
            WrappedKey = [],
            CreatedAt = time.GetUtcNow(),
        };
        row.WrappedKey = cryptography.Encrypt(masters.Find(row.MasterKeyId), key, Place(row.Id));
        context.ContentKeys.Add(row);
        _opened[row.Id] = key;
        return row;
    }

    /// <summary>Encrypts bytes.</summary>
    public async ValueTask<byte[]> SealAsync(Guid keyId, ReadOnlyMemory<byte> plain, string place, CancellationToken cancellationToken)
    {
        var key = await KeyAsync(keyId, cancellationToken);
        return key.IsSuccess
            ? cryptography.Encrypt(key.Value, plain.Span, Encoding.UTF8.GetBytes(place))
            : throw new InvalidOperationException($"The key {keyId} was destroyed; nothing more can be written under it.");
    }

    /// <summary>Encrypts a value as JSON.</summary>
    public ValueTask<byte[]> SealJsonAsync<T>(Guid keyId, T value, string place, CancellationToken cancellationToken) =>
        SealAsync(keyId, JsonSerializer.SerializeToUtf8Bytes(value, Json), place, cancellationToken);

    /// <summary>Decrypts bytes; fails with <c>secrets.erased</c> when the key was destroyed.</summary>
    public async ValueTask<Result<byte[]>> OpenAsync(Guid keyId, byte[] payload, string place, CancellationToken cancellationToken)
    {
        var key = await KeyAsync(keyId, cancellationToken);
        return key.Map(k => cryptography.Decrypt(k, payload, Encoding.UTF8.GetBytes(place)));
    }

    /// <summary>Decrypts a JSON value; fails with <c>secrets.erased</c> when the key was destroyed.</summary>
    public async ValueTask<Result<T>> OpenJsonAsync<T>(Guid keyId, byte[] payload, string place, CancellationToken cancellationToken) =>
        (await OpenAsync(keyId, payload, place, cancellationToken)).Map(plain => JsonSerializer.Deserialize<T>(plain, Json)!);

    /// <summary>The key itself, for streams; fails with <c>secrets.erased</c> when it was destroyed.</summary>
    public async ValueTask<Result<byte[]>> KeyAsync(Guid keyId, CancellationToken cancellationToken)
    {
        if (_opened.TryGetValue(keyId, out var known))
        {
            return known;
        }

        var content = _known.GetValueOrDefault(keyId) ?? Content(context.ContentKeys.Local.FindEntry(keyId)?.Entity
            ?? await context.ContentKeys.AsNoTracking().SingleAsync(k => k.Id == keyId, cancellationToken));
        if (content.DestroyedAt is not null)
        {
            return new Error("secrets.erased", ErrorKind.NotFound);
        }

        return _opened[keyId] = cryptography.Decrypt(masters.Find(content.MasterKeyId), content.WrappedKey, Place(keyId));
    }

    /// <summary>A key's row that another question brought along, so that it need not be read again.</summary>
    internal void Know(KeyContent key) => _known[key.Id] = key;

    /// <summary>Destroys a key with the caller's transaction: everything under it is unreadable from then on, backups aside.</summary>
    public async Task DestroyAsync(Guid keyId, CancellationToken cancellationToken)
    {
        var row = await context.ContentKeys.SingleAsync(k => k.Id == keyId, cancellationToken);
        row.WrappedKey = [];
        row.DestroyedAt ??= time.GetUtcNow();
        _known.Remove(keyId);
        if (_opened.Remove(keyId, out var key))
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>The keyed hash by which an identifier or a sensitive value is found; exact match only.</summary>
    /// <param name="kind">The kind of value, so that equal texts of two kinds do not meet.</param>
    /// <param name="value">The normalised value.</param>
    public byte[] LookUp(string kind, string value) =>
        cryptography.Mac(masters.LookUpKey, Encoding.UTF8.GetBytes($"{kind}\n{value}"));

    private static KeyContent Content(ContentKey row) => new(row.Id, row.MasterKeyId, row.WrappedKey, row.DestroyedAt);

    private static byte[] Place(Guid keyId) => Encoding.UTF8.GetBytes($"key:{keyId:N}");
}
