namespace Approvals.Feel;

/// <summary><c>sort(list, precedes)</c> (DMN 1.5, 10.3.4.7): stable, and it ends whatever the function answers.</summary>
internal static class SortFunction
{
    public static readonly Builtin[] All =
    [
        new("sort",
            new Signature("list: list, precedes: function", static (in Call call) => Sorted(call, call[1].Function)),
            new Signature("list: list", static (in Call call) => Sorted(call, null))),
    ];

    private static FeelValue Sorted(in Call call, FeelFunction? precedes)
    {
        var items = call.List(0).Items.ToArray();
        return Merge(call, items, new FeelValue[items.Length], 0, items.Length, precedes) ? call.Evaluation.List(items, call.Place) : FeelValue.Null;
    }

    private static bool Merge(in Call call, FeelValue[] items, FeelValue[] spare, int from, int to, FeelFunction? precedes)
    {
        if (to - from < 2)
        {
            return true;
        }

        var middle = (from + to) / 2;
        if (!Merge(call, items, spare, from, middle, precedes) || !Merge(call, items, spare, middle, to, precedes))
        {
            return false;
        }

        var (left, right) = (from, middle);
        for (var at = from; at < to; at++)
        {
            bool? takesRight = left >= middle ? true : right >= to ? false : Precedes(call, items[right], items[left], precedes);
            if (takesRight is null)
            {
                return false;
            }

            spare[at] = takesRight.Value ? items[right++] : items[left++];
        }

        Array.Copy(spare, from, items, from, to - from);
        return true;
    }

    private static bool? Precedes(in Call call, in FeelValue first, in FeelValue second, FeelFunction? precedes)
    {
        if (precedes is null)
        {
            if (FeelOrder.Compare(first, second) is { } order)
            {
                return order < 0;
            }

            call.Fail("feel.mismatch", ("left", KindNames.Of(first)), ("right", KindNames.Of(second)));
            return null;
        }

        var answer = precedes.Call(call.Evaluation, [first, second], null, call.Place);
        if (answer.Kind == FeelKind.Boolean)
        {
            return answer.Boolean;
        }

        if (!call.Evaluation.IsExhausted)
        {
            call.Fail("feel.notBoolean", ("kind", KindNames.Of(answer)));
        }

        return null;
    }
}
