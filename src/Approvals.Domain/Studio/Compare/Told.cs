namespace Approvals.Domain.Studio.Compare;

/// <summary>Gathers the differences of one file, each with its sentence.</summary>
internal sealed class Told(CompareWords words, DifferenceArea area, string file)
{
    private readonly List<Difference> _found = [];

    internal IReadOnlyList<Difference> Found => _found;

    internal CompareWords Words => words;

    /// <summary>Adds a difference.</summary>
    /// <param name="act">What became of the thing.</param>
    /// <param name="what">What it is.</param>
    /// <param name="before">How it was.</param>
    /// <param name="after">How it is.</param>
    /// <param name="place">Where in the file.</param>
    /// <param name="activity">The step.</param>
    internal void Add(DifferenceAct act, LocalText what, LocalText? before = null, LocalText? after = null, string? place = null, string? activity = null)
    {
        (before, after) = before is not null && after is not null ? Apart(before, after) : (before, after);
        _found.Add(new Difference(area, act, what, file) { Before = before, After = after, Place = place, Activity = activity, Text = Sentence(act, what, before, after) });
    }

    /// <summary>What differs in one language alone is told in that one to everybody: who reads the other would see the same words twice.</summary>
    private static (LocalText Before, LocalText After) Apart(LocalText before, LocalText after) => (before.Zh == after.Zh, before.En == after.En) switch
    {
        (true, false) => (new LocalText(before.En, before.En), new LocalText(after.En, after.En)),
        (false, true) => (new LocalText(before.Zh, before.Zh), new LocalText(after.Zh, after.Zh)),
        _ => (before, after),
    };

    private LocalText Sentence(DifferenceAct act, LocalText what, LocalText? before, LocalText? after) => act switch
    {
        DifferenceAct.Added when after is not null => words.Text("addedAs", ("what", what), ("after", after)),
        DifferenceAct.Added => words.Text("added", ("what", what)),
        DifferenceAct.Removed when before is not null => words.Text("removedAs", ("what", what), ("before", before)),
        DifferenceAct.Removed => words.Text("removed", ("what", what)),
        DifferenceAct.Moved => words.Text("moved", ("what", what)),
        _ when before is null || after is null => words.Text("changed", ("what", what)),
        _ => words.Text("changedTo", ("what", what), ("before", before), ("after", after)),
    };
}
