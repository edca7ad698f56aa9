namespace Approvals.Domain.Studio.Variants;

/// <summary>Says that a change which did not fit a newer base needs nothing more: <c>variant.dismiss</c> with its id.</summary>
/// <param name="Id">The change's id.</param>
public sealed record DismissSetAside(string Id) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [$"{Variant.FileName}#/setAside/[id={Id}]"];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => Variant.Read(files).Bind(variant => variant.SetAside.FirstOrDefault(s => s.Id == Id) is { } known
        ? (variant with { SetAside = variant.SetAside.Remove(known) }).Write(files)
        : new Error("studio.nowhere", ErrorKind.NotFound).With("at", Id));

    internal static Result<DraftCommand> Read(CommandText text) => text is { File: Variant.FileName, At: { Length: > 0 } at }
        ? new DismissSetAside(at)
        : DraftCommands.Lacks(text, "at");
}
