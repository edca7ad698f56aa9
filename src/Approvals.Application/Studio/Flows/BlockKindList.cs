using Approvals.Application.Rights;
using Approvals.Workflows;

namespace Approvals.Application.Studio.Flows;

/// <summary>A kind of block that can be put into a flow.</summary>
/// <param name="Kind">The activity's type, or the word for a block made of several activities.</param>
/// <param name="Family">What it belongs with: people, rules, branches, time, results, messages, data, outside.</param>
/// <param name="IsCommon">Whether it is offered first.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="NameZh">Its name in Chinese, for a new block.</param>
/// <param name="NameEn">Its name in English, for a new block.</param>
/// <param name="Help">What it is for, in one line.</param>
/// <param name="Settings">Its settings, in the order of the drawer.</param>
public sealed record BlockKindDto(string Kind, string Family, bool IsCommon, string Name, string NameZh, string NameEn, string Help, IReadOnlyList<BlockSettingDto> Settings);

/// <summary>A setting of a block.</summary>
/// <param name="Name">Its name in commands.</param>
/// <param name="Kind">What it holds, and so what it is edited with.</param>
/// <param name="Group">Where it stands in the drawer.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Help">Its help, in one line.</param>
/// <param name="IsRequired">Whether the block is not complete without it.</param>
/// <param name="IsInput">Whether it is an input: commands then write an expression <c>{ type, value }</c>.</param>
/// <param name="Path">Where it lies in the activity, names of properties one in the other.</param>
/// <param name="Options">The words to choose from; empty for any other kind.</param>
public sealed record BlockSettingDto(
    string Name, BlockSettingKind Kind, SettingGroup Group, string Label, string Help, bool IsRequired, bool IsInput, IReadOnlyList<string> Path, IReadOnlyList<BlockOptionDto> Options);

/// <summary>A word to choose.</summary>
/// <param name="Value">The word in the file.</param>
/// <param name="Label">What it is called.</param>
public sealed record BlockOptionDto(string Value, string Label);

/// <summary>Every kind of block with its settings, in the reader's words.</summary>
public sealed class BlockKindList(MessageCatalog texts)
{
    private static readonly Dictionary<string, string> None = [];

    public Result<IReadOnlyList<BlockKindDto>> List(CurrentUser user)
    {
        if (!AdministrationRights.SeesServices(user))
        {
            return Refusals.Forbidden;
        }

        return Result<IReadOnlyList<BlockKindDto>>.Success([.. BlockCatalog.Kinds.Select(k => Shown(k, user.Language))]);
    }

    private BlockKindDto Shown(BlockKind kind, string language)
    {
        var name = BlockCatalog.TextOf(kind);
        return new BlockKindDto(
            kind.Kind, kind.Family, kind.IsCommon, Said(name, language), texts.Texts[name].Zh, texts.Texts[name].En, Said(name + ".help", language), [.. kind.Settings.Select(s => Shown(kind, s, language))]);
    }

    private BlockSettingDto Shown(BlockKind kind, BlockSetting setting, string language)
    {
        var text = BlockCatalog.TextOf(kind, setting, texts);
        return new BlockSettingDto(
            setting.Name, setting.Kind, setting.Group, Said(text, language), Said(text + ".help", language), setting.IsRequired, setting.IsInput,
            setting.Path.IsEmpty ? [setting.Name] : [.. setting.Path],
            [.. setting.Options.Select(o => new BlockOptionDto(o, Said(BlockCatalog.TextOf(setting, o), language)))]);
    }

    private string Said(string code, string language) => texts.Format(code, None, language);
}
