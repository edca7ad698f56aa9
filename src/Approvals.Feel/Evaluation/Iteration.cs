namespace Approvals.Feel;

/// <summary>One <c>x in …</c> of an iteration: a list, a range of integers or days, or two ends.</summary>
internal sealed class Iterator(Node domain, Node? end, Place place)
{
    /// <summary>The values one after the other; nothing, with a diagnostic, when the domain cannot be walked.</summary>
    public IEnumerable<FeelValue>? Values(Frame frame)
    {
        var first = domain.Evaluate(frame);
        return end is not null ? Between(frame, first, end.Evaluate(frame)) : first.Kind switch
        {
            FeelKind.List => first.List,
            FeelKind.Range => Between(frame, first.Range),
            FeelKind.Null => None(frame, first),
            _ => [first],
        };
    }

    private IEnumerable<FeelValue>? Between(Frame frame, FeelRange range) =>
        Between(frame, range.Start, range.End)?.Where(value => range.Contains(value) == true);

    private IEnumerable<FeelValue>? Between(Frame frame, FeelValue from, FeelValue to) => (from.Kind, to.Kind) switch
    {
        (FeelKind.Number, FeelKind.Number) => Numbers(frame, from.Number, to.Number),
        (FeelKind.Date, FeelKind.Date) => Days(frame, from.Date.EpochDays, to.Date.EpochDays),
        _ => None(frame, from.IsNull ? from : to),
    };

    private IEnumerable<FeelValue> Numbers(Frame frame, decimal from, decimal to)
    {
        var step = from <= to ? 1 : -1;
        for (var number = from; (step > 0 ? number <= to : number >= to) && frame.Evaluation.TakeSteps(1, place); number += step)
        {
            yield return FeelValue.Of(number);
        }
    }

    private IEnumerable<FeelValue> Days(Frame frame, long from, long to)
    {
        var step = from <= to ? 1 : -1;
        for (var day = from; (step > 0 ? day <= to : day >= to) && frame.Evaluation.TakeSteps(1, place); day += step)
        {
            yield return FeelValue.Of(new CivilDate(day));
        }
    }

    private IEnumerable<FeelValue>? None(Frame frame, FeelValue value)
    {
        frame.Evaluation.Fail("feel.notIterable", place, ("kind", KindNames.Of(value)));
        return null;
    }
}

/// <summary><c>for … return …</c>; the results so far are visible as <c>partial</c>.</summary>
internal sealed class ForLoop(Iterator[] iterators, Node result, bool usesPartial) : Node
{
    protected override FeelValue Compute(Frame frame)
    {
        var results = new Results();
        return Walk(frame, 0, results) ? frame.Evaluation.ListOf(results.SoFar(), Place) : FeelValue.Null;
    }

    private bool Walk(Frame frame, int depth, Results results)
    {
        var evaluation = frame.Evaluation;
        if (depth == iterators.Length)
        {
            if (results.Depth > Nesting.Limit)
            {
                evaluation.Fail("feel.tooDeep", Place);
                return false;
            }

            results.Add(result.Evaluate(usesPartial ? frame.Push(FeelValue.Of(results.SoFar())) : frame));
            return !evaluation.IsExhausted && evaluation.TakeItems(1, Place);
        }

        if (iterators[depth].Values(frame) is not { } values)
        {
            return false;
        }

        foreach (var value in values)
        {
            if (!Walk(frame.Push(value), depth + 1, results))
            {
                return false;
            }
        }

        return !evaluation.IsExhausted;
    }

    /// <summary>The results so far: earlier views stay as they were because the buffer is only appended to.</summary>
    private sealed class Results
    {
        private FeelValue[] _buffer = new FeelValue[4];
        private int _count;

        public int Depth { get; private set; } = 1;

        public FeelList SoFar() => _count == 0 ? FeelList.Empty : FeelList.Prefix(_buffer, _count, Depth);

        public void Add(FeelValue value)
        {
            if (_count == _buffer.Length)
            {
                Array.Resize(ref _buffer, _count * 2);
            }

            _buffer[_count++] = value;
            Depth = Math.Max(Depth, Nesting.Of(value) + 1);
        }
    }
}

/// <summary><c>some … satisfies …</c> and <c>every … satisfies …</c> in three-valued logic.</summary>
/// <param name="iterators">The iterators, the first outermost.</param>
/// <param name="condition">What each combination is asked.</param>
/// <param name="decisive">The answer that decides: true for <c>some</c>, false for <c>every</c>.</param>
internal sealed class Quantified(Iterator[] iterators, Node condition, bool decisive) : Node
{
    public override FeelType? Type => FeelType.Boolean;

    protected override FeelValue Compute(Frame frame) => Walk(frame, 0) switch
    {
        Answer.Decided => FeelValue.Of(decisive),
        Answer.Open => FeelValue.Of(!decisive),
        _ => FeelValue.Null,
    };

    private Answer Walk(Frame frame, int depth)
    {
        if (depth == iterators.Length)
        {
            var value = condition.Evaluate(frame);
            if (value.Kind == FeelKind.Boolean)
            {
                return value.Boolean == decisive ? Answer.Decided : Answer.Open;
            }

            Failure.NotBoolean(frame, condition, value);
            return Answer.Unknown;
        }

        var answer = Answer.Open;
        if (iterators[depth].Values(frame) is not { } values)
        {
            return Answer.Unknown;
        }

        foreach (var value in values)
        {
            var one = Walk(frame.Push(value), depth + 1);
            if (one == Answer.Decided || frame.Evaluation.IsExhausted)
            {
                return one;
            }

            answer = one == Answer.Unknown ? one : answer;
        }

        return answer;
    }

    private enum Answer
    {
        Open,
        Unknown,
        Decided,
    }
}
