using System.Collections.Immutable;
using System.IO.Compression;
using Approvals.Decisions;
using Approvals.Infrastructure.Spreadsheets;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Infrastructure.Tests.Spreadsheets;

/// <summary>Tables as workbooks and back; files from anywhere do no harm.</summary>
public sealed class XlsxTests
{
    private static readonly string[] Words = ["-", "< 5", "\"甲\", \"乙\"", "not(\"a\")", "@\"2026-01-31\"", "1", "true", "a  b", "\"x\ny\"", "\"<&>\""];

    private static readonly Gen<TableGrid> Tables =
        from inputs in Gen.Choose(1, 4)
        from outputs in Gen.Choose(1, 3)
        from notes in Gen.Choose(0, 2)
        from rules in Gen.Choose(0, 6)
        from words in Gen.Elements(Words).ArrayOf(40)
        from policy in Gen.Elements("UNIQUE", "FIRST", "COLLECT", "RULE ORDER")
        select Table(inputs, outputs, notes, rules, words, policy);

    [Fact]
    public void Read_WhatWasWritten_TheSameTable() => Prop.ForAll(Tables.ToArbitrary(), table =>
    {
        var reading = XlsxReader.Read(XlsxWriter.Write(table)).Value;
        Assert.Empty(reading.Problems.Select(problem => problem.Message.En));
        Assert.Equal(Text(table), Text(reading.Table!));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Theory]
    [InlineData("<c r=\"B8\" t=\"inlineStr\"><is><t>&lt; &lt;</t></is></c>", "Sheet1!B8")]
    [InlineData("<c r=\"B8\"><f>1+1</f><v>2</v></c>", "Sheet1!B8")]
    [InlineData("<c r=\"B8\" t=\"e\"><v>#REF!</v></c>", "Sheet1!B8")]
    [InlineData("<c r=\"B8\" s=\"2\"><v>46053</v></c>", "Sheet1!B8")]
    [InlineData("<c r=\"B8\"><v>5</v></c>", "")]
    [InlineData("<c r=\"B8\" t=\"b\"><v>1</v></c>", "")]
    public void Read_CellOfAnotherProgram_UnderstoodOrNamedByItsAddress(string cell, string address)
    {
        var written = XlsxWriter.Write(Table(1, 1, 0, 1, Words, "FIRST") with { Name = "" });
        var changed = Replaced(written, ("sheet", "r=\"B8\"", cell), ("styles", "</x:cellXfs>", "<x:xf numFmtId=\"14\"/></x:cellXfs>"));
        var reading = XlsxReader.Read(changed).Value;
        Assert.Equal(address.Length == 0 ? [] : [address], reading.Problems.Select(problem => problem.Address).Distinct());
    }

    [Fact]
    public void Read_FileThatUnpacksToTooMuch_Refused()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 80; i++)
            {
                entry.Write(zeros);
            }
        }

        Assert.True(stream.Length < XlsxReader.MostBytes);
        Assert.Equal("spreadsheets.tooLarge", XlsxReader.Read(stream.ToArray()).Error?.Code);
        Assert.Equal("spreadsheets.tooLarge", XlsxReader.Read(new byte[XlsxReader.MostBytes + 1]).Error?.Code);
    }

    [Fact]
    public void Read_DamagedFile_NeverThrows()
    {
        var good = XlsxWriter.Write(Table(2, 1, 1, 3, Words, "FIRST"));
        Prop.ForAll(Gen.Choose(0, good.Length - 1).Zip(Gen.Choose(0, 255)).ToArbitrary(), change =>
        {
            var bad = (byte[])good.Clone();
            bad[change.Item1] = (byte)change.Item2;
            var reading = XlsxReader.Read(bad);
            Assert.True(reading.IsSuccess || reading.Error.Code.StartsWith("spreadsheets.", StringComparison.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
        Assert.Equal("spreadsheets.notWorkbook", XlsxReader.Read("no zip at all"u8.ToArray()).Error?.Code);
        Assert.Equal("spreadsheets.notWorkbook", XlsxReader.Read(ReadOnlyMemory<byte>.Empty).Error?.Code);
    }

    private static TableGrid Table(int inputs, int outputs, int notes, int rules, string[] words, string policy)
    {
        var next = 0;
        string Word() => words[next++ % words.Length];
        ImmutableArray<string> Texts(int count) => [.. Enumerable.Range(0, count).Select(_ => Word())];
        return new TableGrid("费用 table")
        {
            HitPolicy = policy,
            Aggregation = policy == "COLLECT" && outputs == 1 ? "SUM" : null,
            Inputs = [.. Enumerable.Range(0, inputs).Select(i => new GridInput($"in{i}", i % 2 == 0 ? "标签" : null, "number", i % 2 == 0 ? null : "[0..9]"))],
            Outputs = [.. Enumerable.Range(0, outputs).Select(i => new GridOutput($"out{i}", null, null, null, i == 0 ? "1" : null))],
            Annotations = [.. Enumerable.Range(0, notes).Select(i => $"note {i}")],
            Rules = [.. Enumerable.Range(1, rules).Select(i => new GridRule(Texts(inputs), [.. Texts(outputs).Select(word => $"\"{i} {word.Length}\"")], Texts(notes)) { Id = i % 3 == 0 ? null : $"r{i}", Description = i == 2 ? "why" : null })],
        };
    }

    private static string Text(TableGrid table) => string.Join('\n', TableSheet.Rows(table).Select(row => string.Join('|', row)));

    /// <summary>The workbook with a cell replaced in its sheet, and something else in its styles.</summary>
    private static byte[] Replaced(byte[] xlsx, params (string Part, string Old, string New)[] changes)
    {
        using var stream = new MemoryStream();
        stream.Write(xlsx);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (part, old, changed) in changes)
            {
                var entry = archive.Entries.Single(entry => entry.Name.StartsWith(part, StringComparison.Ordinal));
                using var reader = new StreamReader(entry.Open());
                var text = reader.ReadToEnd();
                reader.Dispose();
                var cell = text.IndexOf(old, StringComparison.Ordinal);
                Assert.True(cell >= 0, text);
                text = part != "sheet" ? text.Replace(old, changed, StringComparison.Ordinal)
                    : text[..text.LastIndexOf('<', cell)] + changed.Replace("<", "<x:", StringComparison.Ordinal).Replace("<x:/", "</x:", StringComparison.Ordinal) + text[(text.IndexOf("</x:c>", cell, StringComparison.Ordinal) + 6)..];
                var name = entry.FullName;
                entry.Delete();
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}
