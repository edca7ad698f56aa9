using Approvals.Decisions;

namespace Approvals.Domain.Studio.Decisions;

/// <summary>Makes an empty decision file, named by its path.</summary>
/// <param name="File">Its path.</param>
public sealed record AddModel(string File) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [$"{File}#"];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) =>
        !File.StartsWith("decisions/", StringComparison.Ordinal) || !File.EndsWith(".dmn", StringComparison.Ordinal) || !DraftFiles.IsPath(File) ? new Error("studio.file.path").With("file", File)
        : files.Files.ContainsKey(File) ? new Error("studio.file.exists", ErrorKind.Conflict).With("file", File)
        : files.Write(File, DecisionDocument.Empty(File["decisions/".Length..^".dmn".Length], $"urn:approvals:{File}").Write());

    internal static Result<DraftCommand> Read(CommandText text) => new AddModel(text.File);
}
