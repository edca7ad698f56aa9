namespace Approvals.Domain.Studio;

/// <summary>Gives a file another path; a file that is there already is not overwritten.</summary>
/// <param name="File">The file.</param>
/// <param name="To">Its new path.</param>
public sealed record RenameFile(string File, string To) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [$"{File}#", $"{To}#"];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files)
    {
        if (files.Files.ContainsKey(To))
        {
            return new Error("studio.file.exists", ErrorKind.Conflict).With("file", To);
        }

        var content = files.Read(File);
        return content.IsSuccess ? files.Without(File).Write(To, content.Value) : content.Error;
    }

    internal static Result<DraftCommand> Read(CommandText text) => text.To is { Length: > 0 } to
        ? new RenameFile(text.File, to)
        : DraftCommands.Lacks(text, "to");
}
