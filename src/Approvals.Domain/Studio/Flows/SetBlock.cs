using System.Text.Json;

namespace Approvals.Domain.Studio.Flows;

/// <summary>
/// Writes a setting of a block: <c>flow.set</c> with the setting's name of the catalogue as <c>to</c>; without a value the setting is taken away.
/// </summary>
/// <param name="File">The flow.</param>
/// <param name="Activity">The block.</param>
/// <param name="Setting">The setting.</param>
/// <param name="Value">For an input its expression <c>{ type, value }</c>, for anything else the value; null takes it away.</param>
public sealed record SetBlock(string File, string Activity, string Setting, JsonElement? Value) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [FlowDraft.Step(File, Activity, "/" + Setting)];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => FlowDraft.Change(files, File, flow => BlockEdits.Set(flow, Activity, Setting, Value));

    internal static Result<DraftCommand> Read(CommandText text) => FlowDraft.At(text).Bind<DraftCommand>(at =>
        text.To is { Length: > 0 } setting ? new SetBlock(text.File, at, setting, text.Value) : DraftCommands.Lacks(text, "to"));
}
