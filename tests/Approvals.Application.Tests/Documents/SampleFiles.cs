using System.IO.Compression;
using System.Text;

namespace Approvals.Application.Tests.Documents;

/// <summary>Small files of each kind.</summary>
internal static class SampleFiles
{
    public static byte[] Pdf(int length = 200) => [.. "%PDF-1.7\n"u8, .. new byte[length]];

    public static byte[] Jpeg => [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[64]];

    public static byte[] Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[64]];

    public static byte[] Word => Zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");

    public static byte[] Excel => Zip("[Content_Types].xml", "xl/workbook.xml");

    public static byte[] MacroWord => Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");

    public static byte[] Ofd => Zip("OFD.xml", "Doc_0/Document.xml");

    public static byte[] Zip(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(new string('x', 1000)));
            }
        }

        return stream.ToArray();
    }

    /// <summary>A stream that hands out a file in small pieces, as a network does.</summary>
    public sealed class Dribble(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 777)], cancellationToken);
    }
}
