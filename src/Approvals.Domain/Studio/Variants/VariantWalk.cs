using Approvals.Domain.Studio.Compare;

namespace Approvals.Domain.Studio.Variants;

/// <summary>Takes changes one after another on the older and on the newer base.</summary>
internal sealed class VariantWalk(DraftFiles older, DraftFiles newer, IReadOnlyDictionary<string, LocalText> texts)
{
    private const int MostWords = 5;

    private readonly ImmutableArray<VariantChange>.Builder _fitting = ImmutableArray.CreateBuilder<VariantChange>();
    private readonly ImmutableArray<UnfitChange>.Builder _unfit = ImmutableArray.CreateBuilder<UnfitChange>();

    /// <summary>What changes that were set aside would have brought in: what rests on it cannot stand either.</summary>
    private readonly HashSet<VariantName> _lost = [];

    private DraftFiles _older = older;
    private DraftFiles _newer = newer;

    internal VariantOutcome Outcome => new(_newer, _fitting.ToImmutable(), _unfit.ToImmutable());

    internal void Take(VariantChange change)
    {
        var read = DraftCommands.Read(change.Command);
        if (!read.IsSuccess)
        {
            _unfit.Add(new UnfitChange(change, [], read.Error));
            return;
        }

        var before = _older;
        _older = read.Value.Apply(before) is { IsSuccess: true } done ? done.Value : before;
        var added = VariantNames.Added(before, _older);
        var fit = Fitted(change.Command, read.Value, before, added);
        if (fit.IsSuccess)
        {
            _newer = fit.Value.Files;
            _fitting.Add(change with { Command = fit.Value.Command });
            return;
        }

        _lost.UnionWith(added);
        var words = FileComparison.Of(DraftFileChange.Between(before, _older), texts).Take(MostWords).Select(d => d.Text);
        _unfit.Add(new UnfitChange(change, [.. words], fit.Error));
    }

    private Result<Fit> Fitted(CommandText text, DraftCommand command, DraftFiles before, HashSet<VariantName> added)
    {
        if (VariantNames.Resting(text, command.Targets, _lost) is { } lost)
        {
            return new Error("studio.variant.rests").With("name", lost).With("file", text.File);
        }

        if (VariantPlaces.Moved(command.Targets, before, _newer) is { } place)
        {
            return new Error("studio.variant.moved").With("at", place).With("file", text.File);
        }

        return VariantMerge.Of(text, before, _older, _newer).Bind(merged =>
            DraftCommands.Read(merged).Bind(fitting => fitting.Apply(_newer)).Bind(files => Named(merged, files, added)));
    }

    /// <summary>What it brings in must have the names that it has in the variant: later changes speak of them.</summary>
    private Result<Fit> Named(CommandText text, DraftFiles files, HashSet<VariantName> added)
    {
        var there = VariantNames.Added(_newer, files);
        return added.FirstOrDefault(a => !there.Contains(a)) is { } taken
            ? new Error("studio.variant.taken").With("name", taken.Name).With("file", taken.File)
            : new Fit(text, files);
    }

    private sealed record Fit(CommandText Command, DraftFiles Files);
}
