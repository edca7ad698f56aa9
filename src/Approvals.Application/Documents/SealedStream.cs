using System.Buffers.Binary;
using System.Security.Cryptography;
using Approvals.Application.Secrets;

namespace Approvals.Application.Documents;

/// <summary>
/// A stream encrypted piece by piece, so that a large file never lies in memory. Each piece is bound to its file, its number
/// and whether it is the last: pieces cannot be swapped, repeated or cut off unseen.
/// </summary>
internal static class SealedStream
{
    public const int PieceLength = 64 * 1024;

    private const int SaltLength = 16;
    private const int ContextLength = SaltLength + sizeof(long) + 1;

    /// <summary>Writes the salt and all pieces.</summary>
    /// <param name="cryptography">The algorithms.</param>
    /// <param name="key">The content key.</param>
    /// <param name="pieces">The plain pieces; all but the last are <see cref="PieceLength"/> long.</param>
    /// <param name="target">Where to.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static async Task WriteAsync(
        ICryptography cryptography, byte[] key, IAsyncEnumerable<(ReadOnlyMemory<byte> Bytes, bool IsLast)> pieces, Stream target,
        CancellationToken cancellationToken)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        await target.WriteAsync(salt, cancellationToken);
        var header = new byte[sizeof(int)];
        long number = 0;
        await foreach (var (bytes, isLast) in pieces.WithCancellation(cancellationToken))
        {
            var payload = cryptography.Encrypt(key, bytes.Span, Context(salt, number++, isLast));
            BinaryPrimitives.WriteInt32LittleEndian(header, payload.Length);
            await target.WriteAsync(header, cancellationToken);
            await target.WriteAsync(payload, cancellationToken);
        }
    }

    /// <summary>Reads what <see cref="WriteAsync"/> wrote.</summary>
    public static Stream Open(ICryptography cryptography, byte[] key, Stream source) => new Reader(cryptography, key, source);

    private static byte[] Context(ReadOnlySpan<byte> salt, long number, bool isLast)
    {
        var context = new byte[ContextLength];
        salt.CopyTo(context);
        BinaryPrimitives.WriteInt64LittleEndian(context.AsSpan(SaltLength), number);
        context[^1] = isLast ? (byte)1 : (byte)0;
        return context;
    }

    private sealed class Reader(ICryptography cryptography, byte[] key, Stream source) : Stream
    {
        private const int LargestPayload = PieceLength + 1024;

        private byte[]? _salt;
        private byte[] _piece = [];
        private int _at;
        private long _number;
        private bool _isLast;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            while (_at == _piece.Length)
            {
                if (_isLast)
                {
                    return 0;
                }

                await NextAsync(cancellationToken);
            }

            var count = Math.Min(buffer.Length, _piece.Length - _at);
            _piece.AsMemory(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) =>
            ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
            // Nothing is written.
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                source.Dispose();
            }

            base.Dispose(disposing);
        }

        private async ValueTask NextAsync(CancellationToken cancellationToken)
        {
            _salt ??= await TakeAsync(SaltLength, cancellationToken);
            var length = BinaryPrimitives.ReadInt32LittleEndian(await TakeAsync(sizeof(int), cancellationToken));
            if (length is < 0 or > LargestPayload)
            {
                throw new CryptographicException("The stored file is damaged.");
            }

            var payload = await TakeAsync(length, cancellationToken);
            _isLast = source.CanSeek && source.Position == source.Length;
            _piece = cryptography.Decrypt(key, payload, Context(_salt, _number++, _isLast));
            _at = 0;
        }

        private async ValueTask<byte[]> TakeAsync(int count, CancellationToken cancellationToken)
        {
            var bytes = new byte[count];
            return await source.ReadAtLeastAsync(bytes, count, throwOnEndOfStream: false, cancellationToken) == count
                ? bytes
                : throw new CryptographicException("The stored file is cut off.");
        }
    }
}
