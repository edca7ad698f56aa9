namespace Approvals.Feel;

/// <summary>List functions that ask or combine (DMN 1.5, 10.3.4.4).</summary>
internal static class ListFunctions
{
    public static readonly Builtin[] All =
    [
        new("list contains", new Signature("list: list, element: any", static (in Call call) => FeelValue.Of(call.List(0).Contains(call[1])))),
        new("count", new Signature("list: list", static (in Call call) => FeelValue.Of(call.List(0).Count))),
        new("append", new Signature("list: list, item...: any", static (in Call call) =>
            call.MakeList([.. call.List(0), .. call.Arguments[1..]]))),
        new("concatenate", new Signature("list...: list", static (in Call call) => call.MakeList(Joined(call.Arguments)))),
        new("union", new Signature("list...: list", static (in Call call) => call.MakeList(Distinct(Joined(call.Arguments))))),
        new("distinct values", new Signature("list: list", static (in Call call) => call.MakeList(Distinct(call.List(0))))),
        new("index of", new Signature("list: list, match: any", IndexOf)),
        new("flatten", new Signature("list: list", Flatten)),
        new("reverse", new Signature("list: list", static (in Call call) => call.MakeList([.. call.List(0).Reverse()]))),
        new("sublist", new Signature("list: list, start position: number, length?: number", Sublist)),
    ];

    private static List<FeelValue> Joined(FeelValue[] lists) => [.. lists.SelectMany(list => list.List)];

    private static List<FeelValue> Distinct(IEnumerable<FeelValue> values)
    {
        var seen = new HashSet<FeelValue>();
        return [.. values.Where(seen.Add)];
    }

    private static FeelValue IndexOf(in Call call)
    {
        var found = new List<FeelValue>();
        var list = call.List(0);
        for (var i = 0; i < list.Count; i++)
        {
            if (FeelEquality.Same(list[i], call[1]))
            {
                found.Add(FeelValue.Of(i + 1));
            }
        }

        return call.MakeList(found);
    }

    private static FeelValue Flatten(in Call call)
    {
        var flat = new List<FeelValue>();
        return AddFlat(call, call.List(0), flat) ? call.MakeList(flat) : FeelValue.Null;
    }

    /// <summary>Lists are nested no deeper than <see cref="Nesting.Limit"/>, so this recursion is bounded.</summary>
    private static bool AddFlat(in Call call, FeelList list, List<FeelValue> flat)
    {
        foreach (ref readonly var item in list.Items)
        {
            if (!call.Take(1) || flat.Count > FeelRun.MostItems || (item.Kind == FeelKind.List && !AddFlat(call, item.List, flat)))
            {
                return false;
            }

            if (item.Kind != FeelKind.List)
            {
                flat.Add(item);
            }
        }

        return true;
    }

    private static FeelValue Sublist(in Call call)
    {
        var list = call.List(0);
        var start = decimal.Truncate(call.Number(1));
        var from = start < 0 ? list.Count + start : start - 1;
        var length = call.Count > 2 ? decimal.Truncate(call.Number(2)) : list.Count - from;
        if (start == 0 || from < 0 || length < 0 || from + length > list.Count)
        {
            return call.Fail("feel.outside", ("value", FeelText.Number(from < 0 || start == 0 ? start : length)));
        }

        return call.MakeList([.. list.Skip((int)from).Take((int)length)]);
    }
}
