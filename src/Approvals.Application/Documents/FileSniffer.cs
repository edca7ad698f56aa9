using System.Buffers.Binary;
using System.Text;

namespace Approvals.Application.Documents;

/// <summary>
/// Finds out what a file is while it streams by, from its first bytes and, for packed formats, from the directory at its
/// end; neither its name nor what the browser said counts.
/// </summary>
public sealed class FileSniffer
{
    private const int HeadLength = 8;

    /// <summary>The directory of a packed office document is far smaller; a larger one is refused.</summary>
    private const int TailLength = 256 * 1024;

    private const uint EndOfDirectory = 0x06054b50;
    private const uint DirectoryEntry = 0x02014b50;
    private const int EndOfDirectoryLength = 22;
    private const int DirectoryEntryLength = 46;

    private readonly byte[] _head = new byte[HeadLength];
    private readonly byte[] _tail = new byte[TailLength];
    private long _length;

    /// <summary>Looks at the next bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_length < HeadLength)
        {
            bytes[..Math.Min(bytes.Length, HeadLength - (int)_length)].CopyTo(_head.AsSpan((int)_length));
        }

        var last = bytes.Length > TailLength ? bytes[^TailLength..] : bytes;
        var start = (int)((_length + bytes.Length - last.Length) % TailLength);
        var first = Math.Min(last.Length, TailLength - start);
        last[..first].CopyTo(_tail.AsSpan(start));
        last[first..].CopyTo(_tail);
        _length += bytes.Length;
    }

    /// <summary>The format, or null for anything that may not be uploaded.</summary>
    public FileFormat? Format()
    {
        ReadOnlySpan<byte> head = _head.AsSpan(0, (int)Math.Min(_length, HeadLength));
        return head switch
        {
            _ when head.StartsWith("%PDF-"u8) => FileFormat.Pdf,
            [0xFF, 0xD8, 0xFF, ..] => FileFormat.Jpeg,
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] => FileFormat.Png,
            [0x50, 0x4B, 0x03, 0x04, ..] => Packed(),
            _ => null,
        };
    }

    /// <summary>What to call it when it may not be uploaded: <c>zip</c> or <c>unknown</c>.</summary>
    public string Kind() => Format()?.Name ?? (_head is [0x50, 0x4B, ..] ? "zip" : "unknown");

    private FileFormat? Packed()
    {
        var names = Names();
        return names.Contains("word/vbaProject.bin") || names.Contains("xl/vbaProject.bin") ? null
            : names.Contains("OFD.xml") ? FileFormat.Ofd
            : !names.Contains("[Content_Types].xml") ? null
            : names.Contains("word/document.xml") ? FileFormat.Word
            : names.Contains("xl/workbook.xml") ? FileFormat.Excel
            : null;
    }

    /// <summary>The names in the directory; empty when there is no whole directory within the tail.</summary>
    private HashSet<string> Names()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var tail = Tail();
        var end = EndOf(tail);
        if (end < 0)
        {
            return names;
        }

        var directoryLength = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        var at = end - (long)directoryLength;
        while (at >= 0 && at + DirectoryEntryLength <= end && ReadUInt32(tail, (int)at) == DirectoryEntry)
        {
            var entry = tail.AsSpan((int)at);
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
            var rest = BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
            if (at + DirectoryEntryLength + nameLength > end)
            {
                break;
            }

            names.Add(Encoding.UTF8.GetString(entry.Slice(DirectoryEntryLength, nameLength)));
            at += DirectoryEntryLength + nameLength + rest;
        }

        return names;
    }

    private byte[] Tail()
    {
        if (_length <= TailLength)
        {
            return _tail[..(int)_length];
        }

        var start = (int)(_length % TailLength);
        return [.. _tail.AsSpan(start), .. _tail.AsSpan(0, start)];
    }

    private static int EndOf(byte[] tail)
    {
        for (var at = tail.Length - EndOfDirectoryLength; at >= 0; at--)
        {
            if (ReadUInt32(tail, at) == EndOfDirectory)
            {
                return at;
            }
        }

        return -1;
    }

    private static uint ReadUInt32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
