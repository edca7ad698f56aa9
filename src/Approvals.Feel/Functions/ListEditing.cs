namespace Approvals.Feel;

/// <summary>List functions that give a changed copy (DMN 1.5, 10.3.4.4).</summary>
internal static class ListEditing
{
    public static readonly Builtin[] All =
    [
        new("insert before", new Signature("list: list, position: number, newItem: any", InsertBefore)),
        new("remove", new Signature("list: list, position: number", Remove)),
        new("list replace",
            new Signature("list: list, position: number, newItem: any", ReplaceAt),
            new Signature("list: list, match: function, newItem: any", ReplaceMatching)),
    ];

    private static FeelValue InsertBefore(in Call call)
    {
        var list = call.List(0);
        return Index(call, list.Count) is not { } at ? FeelValue.Null : call.MakeList([.. list.Take(at), call[2], .. list.Skip(at)]);
    }

    private static FeelValue Remove(in Call call)
    {
        var list = call.List(0);
        return Index(call, list.Count) is not { } at ? FeelValue.Null : call.MakeList([.. list.Take(at), .. list.Skip(at + 1)]);
    }

    private static FeelValue ReplaceAt(in Call call)
    {
        var list = call.List(0);
        return Index(call, list.Count) is not { } at ? FeelValue.Null : call.MakeList([.. list.Take(at), call[2], .. list.Skip(at + 1)]);
    }

    private static FeelValue ReplaceMatching(in Call call)
    {
        var list = call.List(0);
        var items = new FeelValue[list.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var answer = call[1].Function.Call(call.Evaluation, [list[i], call[2]], null, call.Place);
            if (answer.Kind != FeelKind.Boolean)
            {
                return call.Evaluation.IsExhausted ? FeelValue.Null : call.Fail("feel.notBoolean", ("kind", KindNames.Of(answer)));
            }

            items[i] = answer.Boolean ? call[2] : list[i];
        }

        return call.Evaluation.List(items, call.Place);
    }

    /// <summary>The position, from 1 or from the end when negative, as an index from 0.</summary>
    private static int? Index(in Call call, int count)
    {
        var position = call.Number(1);
        var at = position < 0 ? count + position : position - 1;
        if (position != 0 && at >= 0 && at < count && decimal.IsInteger(position))
        {
            return (int)at;
        }

        call.Fail("feel.outside", ("value", FeelText.Number(call.Number(1))));
        return null;
    }
}
