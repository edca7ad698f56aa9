namespace Approvals.Decisions;

/// <summary>How many boxes a search may still look at.</summary>
internal sealed class SearchBudget(int boxes)
{
    public const int Default = 1_000_000;

    private int _left = boxes;

    /// <summary>Whether the search had to stop before its end.</summary>
    public bool IsSpent { get; private set; }

    public bool Take()
    {
        IsSpent |= --_left < 0;
        return !IsSpent;
    }
}

/// <summary>
/// Finds what a set of rules leaves uncovered in a box, input by input: pieces on which the same rules are still open go
/// together, and an open set of rules that proved complete once is not looked at again.
/// </summary>
internal sealed class Coverage
{
    private readonly int _rules;
    private readonly int[] _order;
    private readonly List<(Bits Open, Bits Pieces)>[] _classes;
    private readonly Bits[] _completeFrom;
    private readonly HashSet<(int Level, Bits Open)> _covered = [];
    private readonly SearchBudget _budget;
    private readonly int _most;
    private readonly Bits[] _box;
    private readonly List<Bits[]> _found = [];

    /// <param name="box">Where to look.</param>
    /// <param name="rules">What each rule covers, by dimension.</param>
    /// <param name="budget">How far to look.</param>
    /// <param name="most">How many uncovered boxes to find.</param>
    public Coverage(Bits[] box, IReadOnlyList<Bits[]> rules, SearchBudget budget, int most)
    {
        (_rules, _budget, _most, _box) = (rules.Count, budget, most, box);
        var classes = box.Select((pieces, dimension) => Classes(pieces, dimension, rules)).ToArray();
        _order = [.. Enumerable.Range(0, box.Length).OrderBy(dimension => classes[dimension].Count)];
        _classes = [.. _order.Select(dimension => classes[dimension])];
        _completeFrom = Complete(rules);
    }

    /// <summary>Uncovered boxes, without overlap.</summary>
    public List<Bits[]> Uncovered()
    {
        if (Array.TrueForAll(_box, pieces => !pieces.IsEmpty))
        {
            Search(0, Bits.Full(_rules), [.. _box]);
        }

        return _found;
    }

    private static List<(Bits Open, Bits Pieces)> Classes(Bits pieces, int dimension, IReadOnlyList<Bits[]> rules)
    {
        var classes = new Dictionary<Bits, Bits>();
        foreach (var piece in pieces.Members())
        {
            var open = new Bits(rules.Count);
            for (var rule = 0; rule < rules.Count; rule++)
            {
                if (rules[rule][dimension][piece])
                {
                    open.Add(rule);
                }
            }

            if (!classes.TryGetValue(open, out var members))
            {
                classes.Add(open, members = new Bits(pieces.Length));
            }

            members.Add(piece);
        }

        return [.. classes.Select(pair => (pair.Key, pair.Value))];
    }

    /// <summary>By level: the rules that ask nothing from there on.</summary>
    private Bits[] Complete(IReadOnlyList<Bits[]> rules)
    {
        var complete = new Bits[_order.Length + 1];
        complete[_order.Length] = Bits.Full(_rules);
        for (var level = _order.Length - 1; level >= 0; level--)
        {
            complete[level] = new Bits(_rules);
            foreach (var rule in complete[level + 1].Members())
            {
                if (_box[_order[level]].IsWithin(rules[rule][_order[level]]))
                {
                    complete[level].Add(rule);
                }
            }
        }

        return complete;
    }

    private bool Search(int level, Bits open, Bits[] box)
    {
        if (open.IsEmpty)
        {
            _found.Add([.. box]);
            return false;
        }

        if (open.Meets(_completeFrom[level]) || _covered.Contains((level, open)))
        {
            return true;
        }

        var dimension = _order[level];
        var isCovered = true;
        foreach (var (left, pieces) in Branches(level, open))
        {
            if (!_budget.Take() || _found.Count >= _most)
            {
                return false;
            }

            box[dimension] = pieces;
            isCovered &= Search(level + 1, left, box);
            box[dimension] = _box[dimension];
        }

        if (isCovered)
        {
            _covered.Add((level, open));
        }

        return isCovered;
    }

    /// <summary>The classes that leave the same rules open, as one.</summary>
    private IEnumerable<(Bits Open, Bits Pieces)> Branches(int level, Bits open)
    {
        var branches = new Dictionary<Bits, Bits>();
        foreach (var (rules, pieces) in _classes[level])
        {
            var left = open.And(rules);
            branches[left] = branches.TryGetValue(left, out var known) ? known.Or(pieces) : pieces;
        }

        return branches.Select(pair => (pair.Key, pair.Value));
    }
}
