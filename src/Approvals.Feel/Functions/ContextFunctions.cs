namespace Approvals.Feel;

/// <summary>Context functions (DMN 1.5, 10.3.4.10).</summary>
internal static class ContextFunctions
{
    public static readonly Builtin[] All =
    [
        new("get value", new Signature("m: context, key: string", static (in Call call) =>
            call[0].Context.TryGet(call.Text(1), out var value) ? value : call.Fail("feel.noMember", ("name", call.Text(1)), ("kind", KindNames.Of(call[0]))))),
        new("get entries", new Signature("m: context", GetEntries)),
        new("context", new Signature("entries: list", Make)),
        new("context put",
            new Signature("context: context, key: string, value: any", static (in Call call) => Made(call, call[0].Context.With(call.Text(1), call[2]))),
            new Signature("context: context, keys: list, value: any", static (in Call call) => Put(call, call[0].Context, call.List(1).Items, call[2]))),
        new("context merge", new Signature("contexts: list", Merge)),
    ];

    private static FeelValue Made(in Call call, FeelContext context) => call.Evaluation.ContextOf(context, call.Place);

    private static FeelValue GetEntries(in Call call)
    {
        var entries = new List<FeelValue>();
        foreach (var (key, value) in call[0].Context.Entries)
        {
            entries.Add(Made(call, FeelContext.Of(("key", FeelValue.Of(key)), ("value", value))));
        }

        return call.MakeList(entries);
    }

    private static FeelValue Make(in Call call)
    {
        var builder = new FeelContextBuilder();
        foreach (ref readonly var entry in call.List(0).Items)
        {
            if (entry.Kind != FeelKind.Context || entry.Context["key"].Kind != FeelKind.String || !entry.Context.TryGet("value", out var value) ||
                !builder.TryAdd(entry.Context["key"].String, value))
            {
                return call.Fail("feel.wrongItem", ("kind", KindNames.Of(entry)));
            }
        }

        return Made(call, builder.Build());
    }

    /// <summary>A path of keys is no deeper than a value may be.</summary>
    private static FeelValue Put(in Call call, FeelContext context, ReadOnlySpan<FeelValue> keys, FeelValue value)
    {
        if (keys.IsEmpty || keys[0].Kind != FeelKind.String || keys.Length > Nesting.Limit)
        {
            return call.Fail("feel.wrongItem", ("kind", keys.IsEmpty ? "null" : KindNames.Of(keys[0])));
        }

        var key = keys[0].String;
        if (keys.Length == 1)
        {
            return Made(call, context.With(key, value));
        }

        var inner = context[key];
        if (inner.Kind != FeelKind.Context)
        {
            return call.Fail("feel.noMember", ("name", key), ("kind", KindNames.Of(inner)));
        }

        var changed = Put(call, inner.Context, keys[1..], value);
        return changed.IsNull ? changed : Made(call, context.With(key, changed));
    }

    private static FeelValue Merge(in Call call)
    {
        var builder = new FeelContextBuilder();
        foreach (ref readonly var item in call.List(0).Items)
        {
            if (item.Kind != FeelKind.Context)
            {
                return call.Fail("feel.wrongItem", ("kind", KindNames.Of(item)));
            }

            if (!call.Take(item.Context.Count))
            {
                return FeelValue.Null;
            }

            foreach (var (key, value) in item.Context.Entries)
            {
                builder.Set(key, value);
            }
        }

        return Made(call, builder.Build());
    }
}
