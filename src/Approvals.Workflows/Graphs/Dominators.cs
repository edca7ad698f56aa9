namespace Approvals.Workflows;

/// <summary>Which node lies on every path to which (the iterative algorithm of Cooper, Harvey and Kennedy).</summary>
internal sealed class Dominators
{
    private readonly int[] _immediate;
    private readonly int[] _order;

    public Dominators(int count, int start, Func<int, IEnumerable<int>> targets, Func<int, IEnumerable<int>> sources)
    {
        _immediate = new int[count];
        _order = new int[count];
        Array.Fill(_immediate, -1);
        Array.Fill(_order, -1);
        if (start < 0)
        {
            return;
        }

        var reversed = ReversePostOrder(count, start, targets);
        for (var i = 0; i < reversed.Count; i++)
        {
            _order[reversed[i]] = i;
        }

        _immediate[start] = start;
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var node in reversed.Skip(1))
            {
                changed |= Improve(node, sources(node));
            }
        }
    }

    public bool IsReachable(int node) => _order[node] >= 0;

    public bool Dominates(int earlier, int later)
    {
        if (!IsReachable(earlier) || !IsReachable(later))
        {
            return earlier == later;
        }

        while (_order[later] > _order[earlier])
        {
            later = _immediate[later];
        }

        return later == earlier;
    }

    private bool Improve(int node, IEnumerable<int> sources)
    {
        var best = -1;
        foreach (var source in sources)
        {
            if (_order[source] >= 0 && _immediate[source] >= 0)
            {
                best = best < 0 ? source : Meet(best, source);
            }
        }

        if (best < 0 || _immediate[node] == best)
        {
            return false;
        }

        _immediate[node] = best;
        return true;
    }

    private int Meet(int left, int right)
    {
        while (left != right)
        {
            if (_order[left] > _order[right])
            {
                left = _immediate[left];
            }
            else
            {
                right = _immediate[right];
            }
        }

        return left;
    }

    private static List<int> ReversePostOrder(int count, int start, Func<int, IEnumerable<int>> targets)
    {
        var seen = new bool[count];
        var done = new List<int>();
        var path = new Stack<(int Node, IEnumerator<int> Targets)>();
        seen[start] = true;
        path.Push((start, targets(start).GetEnumerator()));
        while (path.TryPeek(out var step))
        {
            if (!step.Targets.MoveNext())
            {
                done.Add(step.Node);
                path.Pop();
            }
            else if (!seen[step.Targets.Current])
            {
                seen[step.Targets.Current] = true;
                path.Push((step.Targets.Current, targets(step.Targets.Current).GetEnumerator()));
            }
        }

        done.Reverse();
        return done;
    }
}
