namespace Approvals.Bench.People;

/// <summary>A file that begins as a PDF does and goes on with bytes that do not pack, made as it is read: the client holds none of it.</summary>
internal sealed class MadeFile(long length) : Stream
{
    private static readonly byte[] Head = "%PDF-1.7\n"u8.ToArray();

    private readonly Random _bytes = new(7);
    private long _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var span = buffer.AsSpan(offset, (int)Math.Min(count, length - _at));
        _bytes.NextBytes(span);
        for (var place = 0; place < span.Length && _at + place < Head.Length; place++)
        {
            span[place] = Head[_at + place];
        }

        _at += span.Length;
        return span.Length;
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
