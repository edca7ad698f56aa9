using System.Text.RegularExpressions;

namespace Approvals.Feel;

/// <summary>The functions over regular expressions (DMN 1.5, 10.3.4.3; XPath functions and operators, 5.6).</summary>
internal static class PatternFunctions
{
    /// <summary>What making a regular expression counts for: it takes as long as this many simple operations.</summary>
    private const int StepsAPattern = 1000;
    private const int StepsACharacter = 20;

    public static readonly Builtin[] All = [Of("matches", null), Of("replace", null), Of("split", null)];

    /// <summary>The function of a name whose pattern, always the same, is already made.</summary>
    public static Builtin Prepared(string name, Regex pattern) => Of(name, pattern);

    private static Builtin Of(string name, Regex? prepared) => name switch
    {
        "matches" => new("matches", new Signature("input: string, pattern: string, flags?: string?", (in Call call) => Matches(call, prepared))),
        "replace" => new("replace", new Signature("input: string, pattern: string, replacement: string, flags?: string?", (in Call call) => Replace(call, prepared))),
        _ => new("split", new Signature("string: string, delimiter: string", (in Call call) => Split(call, prepared))),
    };

    private static FeelValue Matches(in Call call, Regex? prepared) => Pattern(call, 1, 2, prepared) is { } pattern ? FeelValue.Of(pattern.IsMatch(call.Text(0))) : FeelValue.Null;

    private static FeelValue Replace(in Call call, Regex? prepared)
    {
        if (Pattern(call, 1, 3, prepared) is not { } pattern)
        {
            return FeelValue.Null;
        }

        var isLiteral = call.Has(3) && call.Text(3).Contains('q', StringComparison.Ordinal);
        var replacement = isLiteral ? call.Text(2).Replace("$", "$$", StringComparison.Ordinal) : XPathPattern.Replacement(call.Text(2), pattern);
        if (replacement is null || pattern.IsMatch(""))
        {
            return call.Fail(replacement is null ? "feel.wrongReplacement" : "feel.patternMatchesNothing", ("pattern", call.Text(1)));
        }

        // Each match may grow by the replacement and the groups it names.
        var matches = pattern.Count(call.Text(0));
        var growth = replacement.Length + (replacement.Contains('$', StringComparison.Ordinal) ? (long)call.Text(0).Length * replacement.Count(c => c == '$') : 0);
        return call.Take(((matches * growth) + call.Text(0).Length) / Evaluation.CharactersAStep)
            ? call.MakeText(pattern.Replace(call.Text(0), replacement))
            : FeelValue.Null;
    }

    private static FeelValue Split(in Call call, Regex? prepared)
    {
        if (Pattern(call, 1, 2, prepared) is not { } pattern)
        {
            return FeelValue.Null;
        }

        var parts = new List<FeelValue>();
        foreach (var range in pattern.EnumerateSplits(call.Text(0)))
        {
            parts.Add(FeelValue.Of(call.Text(0)[range]));
        }

        return call.MakeList(parts);
    }

    private static Regex? Pattern(in Call call, int pattern, int flags, Regex? prepared)
    {
        var text = call.Text(pattern);
        var making = prepared is null ? StepsAPattern + ((long)StepsACharacter * text.Length) : 0;
        if (!call.Take(making + ((call.Text(0).Length + text.Length) / Evaluation.CharactersAStep)))
        {
            return null;
        }

        if ((prepared ?? XPathPattern.Compile(text, call.Has(flags) ? call.Text(flags) : "")) is { } compiled)
        {
            return compiled;
        }

        call.Fail("feel.wrongPattern", ("pattern", text));
        return null;
    }
}
