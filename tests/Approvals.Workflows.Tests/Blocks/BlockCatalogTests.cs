using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Workflows.Tests;

/// <summary>The catalogue knows every activity and everything that its reader asks for, in both languages.</summary>
public sealed class BlockCatalogTests
{
    private static readonly MessageCatalog Texts = MessageCatalog.Load(typeof(BlockCatalog).Assembly);

    public static TheoryData<string> Types { get; } = [.. ActivityCatalog.All.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Catalogue_OfEachType_HasEverythingItsReaderAsksFor(string type)
    {
        var reader = new ActivityReader(new ActivityDefinition { Id = "a", Type = type }, new ExpressionReader(FeelScope.Of([]), ImmutableDictionary<string, string>.Empty, [], ImmutableArray.CreateBuilder<Problem>()));
        ActivityCatalog.Read(reader);

        var known = BlockCatalog.Of(type);

        Assert.NotNull(known);
        Assert.Empty(reader.Asked.Except(known.Settings.Select(s => s.Name)));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Catalogue_HasNoSettingThatNothingReads(string type)
    {
        var reader = new ActivityReader(new ActivityDefinition { Id = "a", Type = type }, new ExpressionReader(FeelScope.Of([]), ImmutableDictionary<string, string>.Empty, [], ImmutableArray.CreateBuilder<Problem>()));
        ActivityCatalog.Read(reader);

        var unread = BlockCatalog.Of(type)!.Settings.Where(s => s.IsInput && !reader.Asked.Contains(s.Name)).Select(s => s.Name);

        Assert.Empty(unread.Except(["mode"])); // of a join: its merge mode is read from the activity as a whole
    }

    [Fact]
    public void Catalogue_SaysEveryWordInBothLanguages()
    {
        var keys = BlockCatalog.Kinds.SelectMany(kind => kind.Settings.SelectMany(setting => setting.Options.Select(o => BlockCatalog.TextOf(setting, o))
                .Append(BlockCatalog.TextOf(kind, setting, Texts)).Append(BlockCatalog.TextOf(kind, setting, Texts) + ".help"))
            .Append(BlockCatalog.TextOf(kind)).Append(BlockCatalog.TextOf(kind) + ".help"));

        Assert.All(keys.Distinct(), key => Assert.Contains(key, Texts.Texts.Keys));
    }

    [Fact]
    public void Catalogue_NamesEachSettingOfAKindOnce() =>
        Assert.All(BlockCatalog.Kinds, kind => Assert.Equal(kind.Settings.Length, kind.Settings.Select(s => s.Name).Distinct().Count()));
}
