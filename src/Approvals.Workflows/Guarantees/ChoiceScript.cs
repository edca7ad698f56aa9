namespace Approvals.Workflows;

/// <summary>Makes every choice of a run in turn: the run is repeated with the next script until all scripts are used up.</summary>
internal sealed class ChoiceScript
{
    private readonly List<(int Chosen, int Of)> _choices = [];
    private int _at;

    /// <summary>Whether the next choice was not made by this script before.</summary>
    public bool IsNew => _at == _choices.Count;

    /// <summary>One of a number of alternatives.</summary>
    public int Choose(int alternatives)
    {
        if (_at == _choices.Count)
        {
            _choices.Add((0, alternatives));
        }

        return _choices[_at++].Chosen;
    }

    /// <summary>Goes on to the next script; false when there is none.</summary>
    public bool Next()
    {
        _at = 0;
        while (_choices.Count > 0)
        {
            var (chosen, of) = _choices[^1];
            if (chosen + 1 < of)
            {
                _choices[^1] = (chosen + 1, of);
                return true;
            }

            _choices.RemoveAt(_choices.Count - 1);
        }

        return false;
    }
}
