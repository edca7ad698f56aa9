using Approvals.Application.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Application.Tests.Documents;

public sealed class FileSnifferTests
{
    public static TheoryData<string, byte[]> Known => new()
    {
        { "pdf", SampleFiles.Pdf() },
        { "jpg", SampleFiles.Jpeg },
        { "png", SampleFiles.Png },
        { "docx", SampleFiles.Word },
        { "xlsx", SampleFiles.Excel },
        { "ofd", SampleFiles.Ofd },
    };

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "zip", SampleFiles.Zip("a.txt") },
        { "zip", SampleFiles.MacroWord },
        { "zip", SampleFiles.Word[..^10] },
        { "unknown", "MZ\0\0 program"u8.ToArray() },
        { "unknown", "<html><script>"u8.ToArray() },
        { "unknown", [] },
    };

    [Theory, MemberData(nameof(Known))]
    public void Format_KnownContent_IsRecognised(string name, byte[] content) => Assert.Equal(name, Sniff(content, 64).Format()?.Name);

    [Theory, MemberData(nameof(Refused))]
    public void Format_AnythingElse_IsNone(string kind, byte[] content)
    {
        var sniffer = Sniff(content, 64);

        Assert.Null(sniffer.Format());
        Assert.Equal(kind, sniffer.Kind());
    }

    [Fact]
    public void Format_PackedFileLargerThanTheTail_IsStillRecognised()
    {
        var word = SampleFiles.Zip("[Content_Types].xml", "word/document.xml");
        var padded = new byte[1_000_000 + word.Length];
        word.AsSpan(0, 4).CopyTo(padded);
        word.CopyTo(padded, 1_000_000);

        Assert.Equal(FileFormat.Word, Sniff(padded, 65_536).Format());
    }

    [Fact]
    public void Format_AnyBytesInAnyPieces_NeverThrows() => Prop.ForAll<byte[], byte>((content, piece) =>
    {
        byte[] zip = [0x50, 0x4B, 0x03, 0x04, .. content, 0x50, 0x4B, 0x05, 0x06, .. content];
        Sniff(zip, piece + 1).Format();
        Sniff(content, piece + 1).Format();
    }).QuickCheckThrowOnFailure();

    private static FileSniffer Sniff(byte[] content, int piece)
    {
        var sniffer = new FileSniffer();
        foreach (var bytes in content.Chunk(piece))
        {
            sniffer.Append(bytes);
        }

        return sniffer;
    }
}
