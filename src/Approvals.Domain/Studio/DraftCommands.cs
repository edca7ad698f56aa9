using System.Collections.Frozen;
using Approvals.Domain.Studio.Decisions;
using Approvals.Domain.Studio.Flows;
using Approvals.Domain.Studio.Tables;
using Approvals.Domain.Studio.Variants;

namespace Approvals.Domain.Studio;

/// <summary>Every kind of change there is.</summary>
public static class DraftCommands
{
    private static readonly FrozenDictionary<string, Func<CommandText, Result<DraftCommand>>> Readers =
        new Dictionary<string, Func<CommandText, Result<DraftCommand>>>(StringComparer.Ordinal)
        {
            ["value.set"] = SetValue.Read,
            ["value.remove"] = RemoveValue.Read,
            ["value.insert"] = InsertValue.Read,
            ["value.move"] = MoveValue.Read,
            ["file.write"] = WriteFile.Read,
            ["file.remove"] = RemoveFile.Read,
            ["file.rename"] = RenameFile.Read,
            ["flow.insert"] = InsertBlock.Read,
            ["flow.move"] = MoveBlock.ReadMove,
            ["flow.copy"] = MoveBlock.ReadCopy,
            ["flow.delete"] = DeleteBlock.Read,
            ["flow.branch.add"] = ChangeBranch.ReadAdd,
            ["flow.branch.remove"] = ChangeBranch.ReadRemove,
            ["flow.branch.rename"] = ChangeBranch.ReadRename,
            ["flow.branch.move"] = ChangeBranch.ReadMove,
            ["flow.connect"] = ConnectBlocks.ReadConnect,
            ["flow.disconnect"] = ConnectBlocks.ReadDisconnect,
            ["flow.bend"] = ConnectBlocks.ReadBend,
            ["flow.place"] = PlaceBlock.Read,
            ["flow.set"] = Flows.SetBlock.Read,
            ["flow.rename"] = RenameBlock.Read,
            ["table.set"] = SetCell.Read,
            ["table.block"] = Tables.SetBlock.Read,
            ["table.addRule"] = AddRule.Read,
            ["table.removeRules"] = RemoveRules.Read,
            ["table.moveRule"] = MoveRule.Read,
            ["table.addColumn"] = AddColumn.Read,
            ["table.setColumn"] = SetColumn.Read,
            ["table.moveColumn"] = MoveColumn.Read,
            ["table.removeColumn"] = RemoveColumn.Read,
            ["table.setPolicy"] = SetPolicy.Read,
            ["table.replace"] = ReplaceTable.Read,
            ["table.accept"] = AcceptFinding.Read,
            ["table.acceptNoMore"] = AcceptFinding.ReadBack,
            ["decision.addModel"] = AddModel.Read,
            ["decision.add"] = AddDecision.Read,
            ["decision.remove"] = RemoveDecision.Read,
            ["decision.rename"] = RenameDecision.Read,
            ["decision.set"] = SetDecision.Read,
            ["decision.require"] = RequireDecision.Read,
            ["decision.setEntry"] = SetEntry.Read,
            ["decision.setEntrySetting"] = SetEntrySetting.Read,
            ["decision.removeEntry"] = RemoveEntry.Read,
            ["decision.moveEntry"] = MoveEntry.Read,
            ["variant.dismiss"] = DismissSetAside.Read,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The kinds.</summary>
    public static IEnumerable<string> Kinds => Readers.Keys;

    /// <summary>The change that a text describes; an error names the kind, or what the kind lacks.</summary>
    public static Result<DraftCommand> Read(CommandText text) =>
        !Readers.TryGetValue(text.Kind, out var read) ? new Error("studio.command.unknown").With("kind", text.Kind)
        : IsOfTheStudio(text) ? new Error("studio.variant.kept").With("file", Variant.FileName)
        : read(text);

    /// <summary>Applies changes one after another: all or, at the first that cannot be made, none.</summary>
    public static Result<DraftFiles> Apply(DraftFiles files, IEnumerable<DraftCommand> commands)
    {
        var changed = Result<DraftFiles>.Success(files);
        foreach (var command in commands)
        {
            changed = command.Apply(changed.Value);
            if (!changed.IsSuccess)
            {
                return changed;
            }
        }

        return changed;
    }

    /// <summary>What makes a variant is kept by the studio; people may only end it, and dismiss what was set aside.</summary>
    private static bool IsOfTheStudio(CommandText text) =>
        (text.File == Variant.FileName && text.Kind is not ("variant.dismiss" or "file.remove")) || text.To == Variant.FileName;

    /// <summary>What a kind needs and the text does not have.</summary>
    internal static Error Lacks(CommandText text, string what) => new Error("studio.command.lacks").With("kind", text.Kind).With("what", what);
}
