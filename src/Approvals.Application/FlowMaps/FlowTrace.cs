using Approvals.Workflows;

namespace Approvals.Application.FlowMaps;

/// <summary>
/// Which blocks and ways of a flow a case has gone through the last time. Blocks that people, rules or the authorities' work stand behind
/// remember their outcome; of the others it follows from what lies before and behind them.
/// </summary>
internal sealed class FlowTrace
{
    private readonly ActivityDefinition _root;
    private readonly WorkflowState _state;
    private readonly ILookup<string, Connection> _leaving;
    private readonly ILookup<string, Connection> _arriving;
    private readonly HashSet<string> _waiting;
    private readonly Dictionary<string, bool> _met = new(StringComparer.Ordinal);

    private FlowTrace(ActivityDefinition root, WorkflowState state)
    {
        (_root, _state) = (root, state);
        var ways = root.Connections.IsEmpty
            ? root.Activities.Zip(root.Activities.Skip(1), (first, next) => new Connection(first.Id, "Done", next.Id)).ToList()
            : [.. root.Connections];
        (_leaving, _arriving) = (ways.ToLookup(w => w.Source, StringComparer.Ordinal), ways.ToLookup(w => w.Target, StringComparer.Ordinal));
        _waiting = [.. root.Activities.Where(a => a.WithDescendants().Any(i => state.Bookmarks.Any(b => b.Activity == i.Id))).Select(a => a.Id)];
        Ways = ways;
    }

    /// <summary>The ways between the blocks; in a sequence from each to the next.</summary>
    public IReadOnlyList<Connection> Ways { get; }

    public static FlowTrace Of(ActivityDefinition root, WorkflowState state) => new(root, state);

    /// <summary>Whether the case waits in a block.</summary>
    public bool Waits(string block) => _waiting.Contains(block);

    /// <summary>Whether the case has come through a block, or into it.</summary>
    public bool Met(string block)
    {
        if (!_met.TryGetValue(block, out var met))
        {
            _met[block] = false; // a way that leads round in a circle proves nothing
            _met[block] = met = Remembers(block) ? OutcomeOf(block) is not null || Waits(block) : Waits(block) || LiesBetween(block);
        }

        return met;
    }

    /// <summary>Whether the case went this way the last time.</summary>
    public bool Took(Connection way) => Met(way.Source) && !Waits(way.Source) && Leads(way) && Met(way.Target);

    private bool Leads(Connection way)
    {
        var ports = _leaving[way.Source].Select(w => w.Port).ToHashSet(StringComparer.Ordinal);
        return !Remembers(way.Source) || ports.Count == 1 || OutcomeOf(way.Source) == way.Port || !ports.Contains(OutcomeOf(way.Source) ?? way.Port);
    }

    private bool LiesBetween(string block) =>
        (!_arriving[block].Any() || _arriving[block].Any(w => Remembers(w.Source) ? OutcomeOf(w.Source) is not null && Leads(w) : Met(w.Source)))
        && (_leaving[block].Any() ? _leaving[block].Any(w => Remembers(w.Target) || Waits(w.Target) ? Met(w.Target) : IsEndReached(w.Target) || Met(w.Target)) : IsEndReached(block));

    private bool IsEndReached(string block) =>
        !_leaving[block].Any() && _state.Status == WorkflowStatus.Finished
        && (Block(block)?.Result is not { } result || result == _state.Result);

    /// <summary>Blocks with an own round, whose outcome is known, and those that have not run at all yet.</summary>
    private bool Remembers(string block) => Block(block) is { } found && found.Type.StartsWith("Approvals.", StringComparison.Ordinal);

    private string? OutcomeOf(string block) => _state.Rounds.GetValueOrDefault(block)?.Outcome is { } outcome and not "Cancelled" ? outcome : null;

    private ActivityDefinition? Block(string id) => _root.Activities.FirstOrDefault(a => a.Id == id);
}
