namespace Approvals.Domain.Studio.Variants;

/// <summary>A change that does not fit a newer base.</summary>
/// <param name="Change">The change.</param>
/// <param name="What">What it did to the older base, in words.</param>
/// <param name="Why">What stands in the way, and where.</param>
public sealed record UnfitChange(VariantChange Change, ImmutableArray<LocalText> What, Error Why);

/// <summary>What a variant's changes make of a newer base.</summary>
/// <param name="Files">The base's files with the changes that fit.</param>
/// <param name="Fitting">Those changes, as they are to be kept from now on.</param>
/// <param name="Unfit">The others.</param>
public sealed record VariantOutcome(DraftFiles Files, ImmutableArray<VariantChange> Fitting, ImmutableArray<UnfitChange> Unfit);

/// <summary>
/// Applies the changes of a variant to a newer base. Each is made on the older base as well: what it did there tells what it means, and whether
/// it would do the same on the newer one. Where the base itself changed the very value that the variant has otherwise, the variant's stands.
/// </summary>
public static class VariantReapply
{
    /// <summary>The newer base with the changes that fit, and those that do not.</summary>
    /// <param name="older">The files of the base that the changes were made on.</param>
    /// <param name="newer">The files of the base to take over.</param>
    /// <param name="changes">The changes in their order.</param>
    /// <param name="texts">The product's texts by code.</param>
    public static VariantOutcome Of(DraftFiles older, DraftFiles newer, ImmutableArray<VariantChange> changes, IReadOnlyDictionary<string, LocalText> texts)
    {
        var walk = new VariantWalk(older.Without(Variant.FileName), newer.Without(Variant.FileName), texts);
        foreach (var change in changes)
        {
            walk.Take(change);
        }

        return walk.Outcome;
    }
}
