namespace Approvals.Domain.Studio;

/// <summary>Takes a file away.</summary>
/// <param name="File">The file.</param>
public sealed record RemoveFile(string File) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [$"{File}#"];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => files.Read(File).Map(_ => files.Without(File));

    internal static Result<DraftCommand> Read(CommandText text) => new RemoveFile(text.File);
}
