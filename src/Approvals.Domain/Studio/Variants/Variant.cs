namespace Approvals.Domain.Studio.Variants;

/// <summary>A change that makes part of the difference between a variant and its base.</summary>
/// <param name="Id">What tells it from the others of the variant.</param>
/// <param name="Command">The change.</param>
public sealed record VariantChange(string Id, CommandText Command);

/// <summary>A change that did not fit a newer base; it is shown until somebody dismisses it.</summary>
/// <param name="Id">The id that it had among the variant's changes.</param>
/// <param name="Command">The change.</param>
/// <param name="What">What it did to the older base, a line each; empty where it did nothing.</param>
/// <param name="Why">What stood in the way, and where.</param>
public sealed record SetAsideChange(string Id, CommandText Command, ImmutableArray<LocalText> What, LocalText Why);

/// <summary>
/// What makes a version a variant: the version of another service that it inherits from, and its differences as changes. It lies in the
/// version's folder as <c>variant.json</c>; whoever runs the package does not need it.
/// </summary>
public sealed record Variant
{
    /// <summary>The file.</summary>
    public const string FileName = "variant.json";

    /// <summary>The most changes that a variant is told by.</summary>
    public const int MostChanges = 1_000;

    /// <summary>The code of the service that it inherits from.</summary>
    public required string Service { get; init; }

    /// <summary>The number of the version that it inherits from.</summary>
    public required int Number { get; init; }

    /// <summary>The code of the region that it is for.</summary>
    public required string Region { get; init; }

    /// <summary>The difference: applied in this order to the base, they give the variant.</summary>
    public ImmutableArray<VariantChange> Changes { get; init; } = [];

    /// <summary>What did not fit a newer base.</summary>
    public ImmutableArray<SetAsideChange> SetAside { get; init; } = [];

    /// <summary>What files say of the base; an error where they say nothing, or cannot be read.</summary>
    public static Result<Variant> Read(DraftFiles files) => files.Read(FileName).Bind(VariantFile.Read);

    /// <summary>A version's files as the beginning of a variant of it, without a difference.</summary>
    /// <param name="files">The files of the base; where it is a variant itself, what it inherits is its own matter.</param>
    /// <param name="service">The base's service.</param>
    /// <param name="number">The base's number.</param>
    /// <param name="region">The region of the variant.</param>
    public static Result<DraftFiles> Begin(DraftFiles files, string service, int number, string region) =>
        new Variant { Service = service, Number = number, Region = region }.Write(files);

    /// <summary>The files with this in them.</summary>
    public Result<DraftFiles> Write(DraftFiles files) => files.Write(FileName, VariantFile.Bytes(this));
}
