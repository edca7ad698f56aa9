using System.Collections.Frozen;

namespace Approvals.Feel;

/// <summary>A built-in function (DMN 1.5, 10.3.4): a name with one or more signatures.</summary>
internal sealed class Builtin(string name, params Signature[] signatures) : FeelFunction
{
    public string Name => name;

    public override IReadOnlyList<string> Parameters => signatures[0].Names;

    internal override FeelValue Call(Evaluation evaluation, FeelValue[] arguments, string[]? names, Place place)
    {
        Signature? candidate = null;
        foreach (var signature in signatures)
        {
            if (signature.Arrange(arguments, names) is not { } arranged)
            {
                continue;
            }

            candidate = signature;
            if (signature.TryFit(arranged, out _))
            {
                var result = evaluation.BeginCall(place) ? signature.Body(new Call(evaluation, arranged, place, name)) : FeelValue.Null;
                evaluation.EndCall();
                return result;
            }
        }

        return candidate is null
            ? evaluation.Fail("feel.wrongArguments", place, ("parameters", string.Join(" | ", signatures.Select(signature => signature.Text))))
            : Mismatch(evaluation, candidate, candidate.Arrange(arguments, names)!, place);
    }

    private static FeelValue Mismatch(Evaluation evaluation, Signature signature, FeelValue[] arranged, Place place)
    {
        signature.TryFit(arranged, out var wrong);
        return evaluation.Fail("feel.wrongType", place, ("parameter", signature.NameAt(wrong)), ("kind", KindNames.Of(arranged[wrong])));
    }
}

/// <summary>The work of a built-in function.</summary>
internal delegate FeelValue BuiltinBody(in Call call);

/// <summary>One call of a built-in function.</summary>
internal readonly struct Call(Evaluation evaluation, FeelValue[] arguments, Place place, string function)
{
    public Evaluation Evaluation => evaluation;

    public FeelValue[] Arguments => arguments;

    public Place Place => place;

    public int Count => arguments.Length;

    public FeelValue this[int index] => index < arguments.Length ? arguments[index] : FeelValue.Null;

    public bool Has(int index) => index < arguments.Length && !arguments[index].IsNull;

    public string Text(int index) => arguments[index].String;

    public decimal Number(int index) => arguments[index].Number;

    public FeelList List(int index) => arguments[index].List;

    public FeelValue Fail(string code, params ReadOnlySpan<(string Name, string Value)> data)
    {
        Span<(string, string)> all = new (string, string)[data.Length + 1];
        data.CopyTo(all);
        all[^1] = ("function", function);
        return evaluation.Fail(code, place, all);
    }

    public FeelValue Overflow() => Fail("feel.overflow");

    public FeelValue NumberOr(decimal? number) => number is { } value ? FeelValue.Of(value) : Overflow();

    public FeelValue MakeList(List<FeelValue> items) => evaluation.List(items, place);

    public FeelValue MakeText(string text) => evaluation.Text(text, place);

    /// <summary>Counts work that grows with the length of what is worked on.</summary>
    public bool Take(long steps) => evaluation.TakeSteps(steps, place);
}

/// <summary>All built-in functions by name.</summary>
internal static class Builtins
{
    private static readonly FrozenDictionary<string, Builtin> ByName = All().ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Keys;

    public static Builtin? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary><c>today</c> and <c>now</c>: functions though the context holds values of these names.</summary>
    public static Builtin? Clock(string name) => name is "today" or "now" ? Find(name) : null;

    private static IEnumerable<Builtin> All() =>
    [
        .. ConversionFunctions.All, .. LogicFunctions.All, .. TextFunctions.All, .. PatternFunctions.All, .. ListFunctions.All, .. ListEditing.All,
        .. AggregateFunctions.All, .. NumberFunctions.All, .. RoundingFunctions.All, .. TemporalFunctions.All, .. TemporalConstructors.All,
        .. RangeFunctions.All, .. ContextFunctions.All, .. SortFunction.All,
    ];
}

/// <summary>The names of built-in functions of more than one word, for the parser.</summary>
internal static class BuiltinNames
{
    private static readonly FrozenDictionary<string, KnownName[]> Long = Builtins.Names.Select(KnownName.Of).OfType<KnownName>()
        .GroupBy(known => known.FirstWord, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    public static KnownName[] Known(string firstWord) => Long.GetValueOrDefault(firstWord, []);

    public static bool IsOne(string name) => Builtins.Find(name) is not null;
}
