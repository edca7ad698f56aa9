using System.Text;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Merge;

namespace Approvals.Domain.Tests.Studio;

public sealed class ThreeWayTests
{
    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"a":9,"b":2}""", """{"a":1,"b":8}""", """{"a":9,"b":8}""")]
    [InlineData("""{"a":1,"b":2}""", """{"b":2}""", """{"a":1,"b":2,"c":3}""", """{"b":2,"c":3}""")]
    [InlineData("""[{"id":"x"}]""", """[{"id":"x"},{"id":"y"}]""", """[{"id":"x"},{"id":"z"}]""", """[{"id":"x"},{"id":"y"},{"id":"z"}]""")]
    [InlineData("""[{"id":"x","n":1},{"id":"y","n":1}]""", """[{"id":"x","n":2},{"id":"y","n":1}]""", """[{"id":"y","n":3},{"id":"x","n":1}]""", """[{"id":"y","n":3},{"id":"x","n":2}]""")]
    [InlineData("""[{"id":"x"},{"id":"y"}]""", """[{"id":"y"}]""", """[{"id":"x"},{"id":"y"},{"id":"z"}]""", """[{"id":"y"},{"id":"z"}]""")]
    [InlineData("""[{"type":"g","c":[1]},{"type":"g","c":[2]}]""", """[{"type":"g","c":[9]},{"type":"g","c":[2]}]""", """[{"type":"g","c":[1]},{"type":"g","c":[8]}]""", """[{"type":"g","c":[9]},{"type":"g","c":[8]}]""")]
    [InlineData("""[{"type":"g","label":"a","n":1},{"type":"g","label":"b","n":1}]""", """[{"type":"g","label":"a","n":1},{"type":"g","label":"c"},{"type":"g","label":"b","n":1}]""", """[{"type":"g","label":"a","n":1},{"type":"g","label":"b","n":2}]""", """[{"type":"g","label":"a","n":1},{"type":"g","label":"c"},{"type":"g","label":"b","n":2}]""")]
    public void Of_JsonChangedApart_HasBoth(string before, string wanted, string now, string both)
    {
        var merged = ThreeWay.Of("a.json", Bytes(before), Bytes(wanted), Bytes(now));

        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(
            System.Text.Json.Nodes.JsonNode.Parse(both), System.Text.Json.Nodes.JsonNode.Parse(Text(merged.Value))), Text(merged.Value));
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""", """{"a":3}""")]
    [InlineData("""{"a":{"n":1}}""", """{}""", """{"a":{"n":2}}""")]
    [InlineData("""[{"id":"x","n":1}]""", """[]""", """[{"id":"x","n":2}]""")]
    [InlineData("""[1,2]""", """[1,3]""", """[1,4]""")]
    [InlineData("""[{"type":"g","label":"a","c":[1]},{"type":"g","label":"b","c":[]}]""", """[{"type":"g","label":"b","c":[]},{"type":"g","label":"d","c":[]}]""", """[{"type":"g","label":"a","c":[1,2]},{"type":"g","label":"b","c":[]}]""")]
    public void Of_JsonChangedInTheSamePlace_IsRefused(string before, string wanted, string now) =>
        Assert.Equal("studio.merge.overlap", ThreeWay.Of("a.json", Bytes(before), Bytes(wanted), Bytes(now)).Error?.Code);

    [Theory]
    [InlineData("a\nb\nc\nd", "A\nb\nc\nd", "a\nb\nc\nD", "A\nb\nc\nD")]
    [InlineData("a\nb\nc", "b\nc", "a\nb\nc\nd", "b\nc\nd")]
    [InlineData("a\nb\nc", "a\nx\nb\nc", "a\nc", "a\nx\nc")]
    public void Of_TextChangedApart_HasBoth(string before, string wanted, string now, string both) =>
        Assert.Equal(both, Text(ThreeWay.Of("a.md", Bytes(before), Bytes(wanted), Bytes(now)).Value));

    [Fact]
    public void Of_TextChangedInTheSameLine_IsRefused() =>
        Assert.Equal("studio.merge.overlap", ThreeWay.Of("a.md", Bytes("a\nb"), Bytes("a\nc"), Bytes("a\nd")).Error?.Code);

    [Fact]
    public void Of_FileThatIsGoneAndWasNotTouched_IsGone() => Assert.Null(ThreeWay.Of("a.md", Bytes("a"), null, Bytes("a")).Value);

    [Theory]
    [InlineData("a.json#/x", "a.json#/x", true)]
    [InlineData("a.json#/x", "a.json#/x/y", true)]
    [InlineData("a.json#/x", "a.json#/xy", false)]
    [InlineData("a.json#", "a.json#/x", true)]
    [InlineData("a.json#/x", "b.json#/x", false)]
    [InlineData("a.json#/l/+[id=a]", "a.json#/l/+[id=b]", false)]
    [InlineData("a.json#/l/2/n", "a.json#/l/+[id=b]", true)]
    [InlineData("a.json#/l/2/n", "a.json#/l/5", true)]
    [InlineData("a.json#/l/2/n", "a.json#/l/5/n", false)]
    [InlineData("a.json#/l/2/n", "a.json#/l/[id=a]/n", true)]
    [InlineData("a.json#/l/2/n", "a.json#/l/[id=a]/m", false)]
    public void Meet_OfTwoTargets_IsAsTheyTouch(string one, string other, bool meet) =>
        Assert.Equal((meet, meet), (DraftTargets.Meet(one, other), DraftTargets.Meet(other, one)));

    private static ReadOnlyMemory<byte>? Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(ReadOnlyMemory<byte>? content) => Encoding.UTF8.GetString(content!.Value.Span);
}
