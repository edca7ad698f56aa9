using Approvals.Domain.Forms;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Domain.Tests.Forms;

public sealed class FormDifferenceTests
{
    private static readonly Form Form = Samples.Form("""
        { "key": "name", "type": "textfield", "label": "Name", "approvals": { "mask": "name" } },
        { "key": "idType", "type": "textfield", "label": "T" },
        { "key": "idNumber", "type": "textfield", "label": "I", "approvals": { "format": "=idType", "sensitive": true } },
        { "key": "pay", "type": "number", "label": "P", "approvals": { "sensitive": true } },
        { "key": "who", "type": "person", "label": "W" },
        { "key": "rows", "type": "dynamiclist", "label": "Rows", "components": [ { "key": "a", "type": "textfield", "label": "A" }, { "key": "m", "type": "textfield", "label": "M", "approvals": { "format": "mobile" } } ] }
        """);

    [Fact]
    public void Between_SameAnswers_IsEmpty() => Assert.Empty(Differences("""{ "name": "x", "rows": [ { "a": "1" } ] }""", """{ "name": "x", "rows": [ { "a": "1" } ] }"""));

    [Fact]
    public void Between_ChangedFields_NamesEach() =>
        Assert.Equal(["name Changed", "pay Added", "idType Removed"], Differences("""{ "name": "x", "idType": "uscc" }""", """{ "name": "y", "pay": 1 }""").Order(StringComparer.Ordinal).OrderBy(d => d[0] == 'i'));

    [Fact]
    public void Between_RowPutInBetween_IsOneDifference() =>
        Assert.Equal(["rows[1] Added"], Differences("""{ "rows": [ { "a": "1" }, { "a": "2" } ] }""", """{ "rows": [ { "a": "1" }, { "a": "new" }, { "a": "2" } ] }"""));

    [Fact]
    public void Between_RowTakenAwayAndOneChanged_SaysSo() =>
        Assert.Equal(["rows[0] Removed", "rows[1].a Changed"], Differences(
            """{ "rows": [ { "a": "1" }, { "a": "2" }, { "a": "3" } ] }""", """{ "rows": [ { "a": "2" }, { "a": "4" } ] }"""));

    [Fact]
    public void Between_AnyRows_IsEmptyOnlyForEqualOnes() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte[]>(), (byte[] one, byte[] two) =>
            (Differences(Rows(one), Rows(two)).Length == 0) == one.Select(b => b % 3).SequenceEqual(two.Select(b => b % 3))));

    [Fact]
    public void Apply_Masks_HidesByMaskFormatAndSensitivity()
    {
        var data = Samples.Data(Form, """
            { "name": "张试例", "idType": "resident-id", "idNumber": "220104199003079918", "pay": 12.5,
              "who": { "name": "李试例", "idType": "resident-id", "idNumber": "220104199003079918" }, "rows": [ { "a": "1", "m": "13812341234" } ] }
            """);

        Assert.Equal(
            """{"name":"张*","idType":"resident-id","idNumber":"2201**********9918","pay":"****","who":{"name":"李*","idType":"resident-id","idNumber":"2201**********9918"},"rows":[{"a":"1","m":"138****1234"}]}""",
            FieldMasks.Apply(Form, data).ToJson());
    }

    private static string Rows(byte[] values) => $$"""{ "rows": [ {{string.Join(',', values.Select(v => $$"""{ "a": "{{v % 3}}" }"""))}} ] }""";

    private static string[] Differences(string before, string after) =>
        [.. FormDifference.Between(Form, Samples.Data(Form, before), Samples.Data(Form, after)).Select(d => $"{d.Path} {d.Kind}")];
}
