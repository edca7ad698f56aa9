using System.Text;
using System.Text.Json;

namespace Approvals.Domain.Studio;

/// <summary>Writes a whole file of text, such as a letter, new or over the one that is there.</summary>
/// <param name="File">The file.</param>
/// <param name="Text">Its text.</param>
public sealed record WriteFile(string File, string Text) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [$"{File}#"];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => files.Write(File, Encoding.UTF8.GetBytes(Text));

    internal static Result<DraftCommand> Read(CommandText text) => text.Value is { ValueKind: JsonValueKind.String } value
        ? new WriteFile(text.File, value.GetString()!)
        : DraftCommands.Lacks(text, "value");
}
