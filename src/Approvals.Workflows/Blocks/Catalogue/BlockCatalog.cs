using System.Collections.Frozen;

namespace Approvals.Workflows;

/// <summary>Every kind of block and all its settings, as data: what the drawer shows, what commands may write, what tests compare with the activities' readers.</summary>
public static class BlockCatalog
{
    private static readonly FrozenDictionary<string, BlockKind> Known = BlockTable.Kinds.ToFrozenDictionary(k => k.Kind, StringComparer.Ordinal);

    /// <summary>The kinds in the order in which they are offered.</summary>
    public static ImmutableArray<BlockKind> Kinds => BlockTable.Kinds;

    /// <summary>The kind of an activity; null when the catalogue does not know its type.</summary>
    public static BlockKind? Of(string type) => Known.GetValueOrDefault(Bare(type));

    /// <summary>The key of a kind's name; with <c>.help</c> of what it is for.</summary>
    public static string TextOf(BlockKind kind) => $"blocks.kind.{kind.Kind}";

    /// <summary>The key of a setting's label; with <c>.help</c> of its help. A kind may say it in words of its own.</summary>
    public static string TextOf(BlockKind kind, BlockSetting setting, MessageCatalog texts) =>
        $"blocks.setting.{kind.Kind}.{setting.Name}" is var own && texts.Texts.ContainsKey(own) ? own : $"blocks.setting.{setting.Name}";

    /// <summary>The key of an option's label.</summary>
    public static string TextOf(BlockSetting setting, string option) => $"blocks.option.{setting.Name}.{option}";

    private static string Bare(string type) => type.IndexOfAny(['<', '`']) is var at and > 0 ? type[..at] : type;
}
