using System.Text.Json;

namespace Approvals.Domain.Studio.Flows;

/// <summary>What is done to a branch.</summary>
public enum BranchAct
{
    /// <summary>It is new.</summary>
    Add,

    /// <summary>It goes, with what only it leads to.</summary>
    Remove,

    /// <summary>It gets another name.</summary>
    Rename,

    /// <summary>It gets another place among its sisters.</summary>
    Move,
}

/// <summary>
/// Changes a branch of a parting: <c>flow.branch.add</c>, <c>flow.branch.remove</c>, <c>flow.branch.rename</c> (the value is the new name) and
/// <c>flow.branch.move</c> (to the index), each with the branch's name as <c>to</c>.
/// </summary>
/// <param name="File">The flow.</param>
/// <param name="Activity">The parting.</param>
/// <param name="Act">What is done.</param>
/// <param name="Branch">The branch.</param>
/// <param name="Name">Its new name.</param>
/// <param name="Index">Its new place from 0.</param>
public sealed record ChangeBranch(string File, string Activity, BranchAct Act, string Branch, string Name, int Index) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets =>
        Act == BranchAct.Move ? [FlowDraft.Way(File, Activity, null)] : [FlowDraft.Way(File, Activity, Branch), .. Act == BranchAct.Rename ? [FlowDraft.Way(File, Activity, Name)] : (string[])[]];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => FlowDraft.Change(files, File, flow => Act switch
    {
        BranchAct.Add => BlockEdits.AddBranch(flow, Activity, Branch),
        BranchAct.Remove => BlockEdits.RemoveBranch(flow, Activity, Branch),
        BranchAct.Rename => BlockEdits.RenameBranch(flow, Activity, Branch, Name),
        _ => BlockEdits.MoveBranch(flow, Activity, Branch, Index),
    });

    internal static Result<DraftCommand> ReadAdd(CommandText text) => Read(text, BranchAct.Add);

    internal static Result<DraftCommand> ReadRemove(CommandText text) => Read(text, BranchAct.Remove);

    internal static Result<DraftCommand> ReadRename(CommandText text) =>
        text.Value is { ValueKind: JsonValueKind.String } name ? Read(text, BranchAct.Rename, name.GetString()!) : DraftCommands.Lacks(text, "value");

    internal static Result<DraftCommand> ReadMove(CommandText text) => text.Index is null ? DraftCommands.Lacks(text, "index") : Read(text, BranchAct.Move);

    private static Result<DraftCommand> Read(CommandText text, BranchAct act, string name = "") => FlowDraft.At(text).Bind<DraftCommand>(at =>
        text.To is { Length: > 0 and <= 100 } branch ? new ChangeBranch(text.File, at, act, branch, name, text.Index ?? 0) : DraftCommands.Lacks(text, "to"));
}
