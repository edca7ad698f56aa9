using System.Text;
using System.Text.Json;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Compare;
using Approvals.Domain.Studio.Merge;
using Approvals.Domain.Studio.Variants;

namespace Approvals.Domain.Tests.Studio;

public sealed class VariantDraftTests
{
    private static readonly MessageCatalog Texts = MessageCatalog.Load(typeof(FileComparison).Assembly);

    [Fact]
    public void Keep_OfAVariant_HasTheChangesInTheirOrder()
    {
        var files = Edit(Edit(Begun(), "one", Set("/order", 5)), "two", Set("/name", "x"));

        Assert.Equal(["/order", "/name"], Variant.Read(files).Value.Changes.Select(c => c.Command.At));
    }

    [Fact]
    public void Keep_OfAValueChangedAgain_HasTheLatestOnly()
    {
        var files = Edit(Edit(Edit(Begun(), "one", Set("/order", 5)), "two", Set("/name", "x")), "three", Set("/order", 6));

        var changes = Variant.Read(files).Value.Changes;
        Assert.Equal(["/name", "/order"], changes.Select(c => c.Command.At));
        Assert.Equal(6, changes[1].Command.Value!.Value.GetInt32());
    }

    [Fact]
    public void Keep_OfAValueChangedAgainAroundAnother_HasAll()
    {
        var files = Edit(Edit(Edit(Begun(), "one", Set("/limits", new { promised = 1 })), "two", Set("/limits/promised", 2)), "three", Set("/limits", new { promised = 3 }));

        Assert.Equal(3, Variant.Read(files).Value.Changes.Length);
    }

    [Fact]
    public void Keep_OfWhatChangesNothing_KeepsNothing()
    {
        var files = Edit(Begun(), "one", Set("/order", 5));

        Assert.Single(Variant.Read(Edit(files, "two", Set("/order", 5))).Value.Changes);
    }

    [Fact]
    public void Keep_OfWhatStandsAlone_MakesNoVariant() => Assert.DoesNotContain(Variant.FileName, Edit(Alone(), "one", Set("/order", 5)).Files.Keys);

    [Fact]
    public void Changes_OfTwo_CanBeTakenBackOneByOne()
    {
        var (before, one) = (Begun(), Edit(Begun(), "one", Set("/order", 5)));
        var both = Edit(one, "two", Set("/name", "x"));

        var merged = ThreeWay.Of(Variant.FileName, Content(one), Content(before), Content(both));

        var left = Variant.Read(both.Write(Variant.FileName, merged.Value!.Value).Value).Value;
        Assert.Equal("/name", Assert.Single(left.Changes).Command.At);
    }

    [Theory]
    [InlineData("value.set", Variant.FileName, null)]
    [InlineData("file.write", Variant.FileName, null)]
    [InlineData("file.rename", "service.json", Variant.FileName)]
    public void Read_OfAChangeOfWhatTheStudioKeeps_IsRefused(string kind, string file, string? to) =>
        Assert.Equal("studio.variant.kept", DraftCommands.Read(new CommandText(kind, file, "/base", to, Value: JsonSerializer.SerializeToElement(1))).Error?.Code);

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"base\": { \"service\": \"base\", \"number\": 0 } }")]
    [InlineData("{ \"base\": { \"service\": \"base\", \"number\": 1 }, \"commands\": [ null ] }")]
    [InlineData("{ \"base\": { \"service\": \"base\", \"number\": 1 }, \"setAside\": [ { \"id\": \"x\" } ] }")]
    public void Read_OfWhatIsNoVariant_IsAnError(string json) =>
        Assert.Equal("studio.variant.unreadable", Variant.Read(Alone().Write(Variant.FileName, Encoding.UTF8.GetBytes(json)).Value).Error?.Code);

    [Fact]
    public void Dismiss_OfWhatWasSetAside_TakesItOut()
    {
        var change = new SetAsideChange("x", Set("/order", 5), [new LocalText("顺序", "Order")], new LocalText("不在", "Gone"));
        var files = (Variant.Read(Begun()).Value with { SetAside = [change] }).Write(Begun()).Value;
        var dismiss = new CommandText("variant.dismiss", Variant.FileName, "x");

        var dismissed = DraftCommands.Apply(files, [DraftCommands.Read(dismiss).Value]).Value;

        Assert.Equal("Order", Assert.Single(Assert.Single(Variant.Read(files).Value.SetAside).What).En);
        Assert.Empty(Variant.Read(dismissed).Value.SetAside);
        Assert.Equal(["Removed: set aside: Order"], FileComparison.Of(DraftFileChange.Between(files, dismissed), Texts.Texts).Select(d => d.Text.En));
        Assert.Equal("studio.nowhere", DraftCommands.Apply(dismissed, [DraftCommands.Read(dismiss).Value]).Error?.Code);
    }

    [Fact]
    public void Compare_OfAnotherBase_SaysWhichOne()
    {
        var newer = (Variant.Read(Begun()).Value with { Number = 4 }).Write(Begun()).Value;

        Assert.Equal(["Inherits from: base v3 → base v4"], FileComparison.Of(DraftFileChange.Between(Begun(), newer), Texts.Texts).Select(d => d.Text.En));
    }

    [Fact]
    public void OfferedIn_OfAServiceWithAndWithoutRegions_LimitsItToOne()
    {
        var without = VariantDraft.OfferedIn(Alone(), "220100");
        var with = VariantDraft.OfferedIn(DraftCommands.Apply(Alone(), [DraftCommands.Read(without).Value]).Value, "220200");

        Assert.Equal(("/regions", "/regions/roots"), (without.At, with.At));
        Assert.Equal("220200", Assert.Single(with.Value!.Value.EnumerateArray()).GetString());
    }

    private static DraftFiles Alone() => DraftFiles.Of(new Dictionary<string, ReadOnlyMemory<byte>> { ["service.json"] = Encoding.UTF8.GetBytes("{ \"code\": \"base\" }") });

    private static DraftFiles Begun() => Variant.Begin(Alone(), "base", 3, "220100").Value;

    private static CommandText Set(string at, object value) => new("value.set", "service.json", at, Value: JsonSerializer.SerializeToElement(value));

    private static DraftFiles Edit(DraftFiles files, string stamp, CommandText command) =>
        VariantDraft.Keep(files, DraftCommands.Apply(files, [DraftCommands.Read(command).Value]).Value, [command], stamp).Value;

    private static ReadOnlyMemory<byte>? Content(DraftFiles files) => files.Files[Variant.FileName];
}
