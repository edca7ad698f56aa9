namespace Approvals.Workflows;

/// <summary>
/// The control states that a definition can come to, breadth first, each with the shortest way to it. Exact when all were seen;
/// otherwise it says so.
/// </summary>
internal sealed class ControlStates
{
    /// <summary>How many states are looked at.</summary>
    public const int Bound = 20_000;

    /// <summary>How much work is done, as a multiple of the states: wide states take more of it.</summary>
    private const int WorkOfAState = 200;

    private const int BytesOfANode = 16;

    private readonly List<(int From, ImmutableArray<PathStep> Path)> _ways = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly List<(ControlCase State, PathMonitor Monitor)> _states = [];

    private ControlStates() { }

    /// <summary>The states, with what the monitor remembers in each.</summary>
    public IReadOnlyList<(ControlCase State, PathMonitor Monitor)> States => _states;

    /// <summary>For each state, those directly before it.</summary>
    public List<List<int>> Before { get; } = [];

    /// <summary>The first state in which the monitor's rule is broken.</summary>
    public int? Broken { get; private set; }

    /// <summary>Whether everything was seen.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Joins that ran, and those at which tokens were left over.</summary>
    public HashSet<string> Joined { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ImmutableArray<PathStep>> LeftWaiting { get; } = new(StringComparer.Ordinal);

    /// <summary>Activities at which a token came while another was still under way to them, or came with it.</summary>
    public HashSet<string> Together { get; } = new(StringComparer.Ordinal);

    public static ControlStates Explore(WorkflowProgram program, PathMonitor monitor, bool withPeople = false, bool withWithdrawal = true, int bound = Bound, ControlCase? from = null)
    {
        var states = new ControlStates();
        var outcomes = new ControlOutcomes(new ProvableValue(program));
        var work = (long)bound * WorkOfAState;
        if (from is not null)
        {
            states.Begin(from, monitor, withPeople);
        }
        else
        {
            states.Runs(new ControlCase(), monitor, program, outcomes, -1, withPeople, withWithdrawal, ref work);
        }

        for (var at = 0; at < states._states.Count && states.Broken is null; at++)
        {
            if (states._states.Count > bound || work <= 0)
            {
                states.IsComplete = false;
                break;
            }

            if (!states._states[at].State.IsOver)
            {
                states.Runs(states._states[at].State, states._states[at].Monitor, program, outcomes, at, withPeople, withWithdrawal, ref work);
            }
        }

        states.IsComplete &= work > 0 && !outcomes.IsCut;
        return states;
    }

    /// <summary>The steps from the start to a state.</summary>
    public ImmutableArray<PathStep> PathTo(int state)
    {
        var steps = new List<PathStep>();
        for (var at = state; at >= 0; at = _ways[at].From)
        {
            steps.InsertRange(0, _ways[at].Path);
        }

        return [.. steps];
    }

    /// <summary>Begins at a state that a case is in.</summary>
    private void Begin(ControlCase from, PathMonitor monitor, bool withPeople)
    {
        _known[Key(from, monitor, withPeople)] = 0;
        _states.Add((from, monitor));
        _ways.Add((-1, []));
        Before.Add([]);
    }

    private static string Key(ControlCase state, PathMonitor monitor, bool withPeople) => $"{monitor.IsBroken}|{monitor.Key}|{state.Key(withPeople)}";

    private void Runs(
        ControlCase from, PathMonitor monitor, WorkflowProgram program, ControlOutcomes outcomes, int at, bool withPeople, bool withWithdrawal, ref long work)
    {
        var script = new ChoiceScript();
        var chosenAt = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            var run = new ControlRun(program, outcomes, script, from.Clone(), monitor.Clone(), chosenAt, withPeople);
            if (at < 0)
            {
                run.Start();
            }
            else if (!ControlEvents.Happen(run, withWithdrawal))
            {
                return;
            }

            work -= 1 + (Add(run, at, withPeople) / BytesOfANode);
        }
        while (Broken is null && work > 0 && script.Next());
    }

    /// <summary>Adds what a run came to.</summary>
    /// <returns>How large it is.</returns>
    private int Add(ControlRun run, int from, bool withPeople)
    {
        if (run.IsKnown)
        {
            return 0;
        }

        Joined.UnionWith(run.Joined);
        Together.UnionWith(run.Together);
        if (run.IsCircling)
        {
            return 0;
        }

        var key = Key(run.State, run.Monitor, withPeople);
        if (!_known.TryGetValue(key, out var state))
        {
            state = _states.Count;
            _known[key] = state;
            _states.Add((run.State, run.Monitor));
            _ways.Add((from, [.. run.Path]));
            Before.Add([]);
            Broken ??= run.Monitor.IsBroken ? state : null;
        }

        foreach (var join in run.LeftWaiting.Where(j => !LeftWaiting.ContainsKey(j)))
        {
            LeftWaiting[join] = from < 0 ? [.. run.Path] : [.. PathTo(from), .. run.Path];
        }

        if (from >= 0)
        {
            Before[state].Add(from);
        }

        return key.Length;
    }
}
