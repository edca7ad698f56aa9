using System.Globalization;
using System.Text;

namespace Approvals.Feel;

/// <summary>String functions (DMN 1.5, 10.3.4.3); positions and lengths count code points.</summary>
internal static class TextFunctions
{
    public static readonly Builtin[] All =
    [
        new("substring", new Signature("string: string, start position: number, length?: number", Substring)),
        new("string length", new Signature("string: string", static (in Call call) => FeelValue.Of(CodePoints(call.Text(0))))),
        new("upper case", new Signature("string: string", static (in Call call) => call.MakeText(call.Text(0).ToUpperInvariant()))),
        new("lower case", new Signature("string: string", static (in Call call) => call.MakeText(Lower(call.Text(0))))),
        new("substring before", new Signature("string: string, match: string", Before)),
        new("substring after", new Signature("string: string, match: string", After)),
        new("contains", new Signature("string: string, match: string", static (in Call call) =>
            FeelValue.Of(call.Text(0).Contains(call.Text(1), StringComparison.Ordinal)))),
        new("starts with", new Signature("string: string, match: string", static (in Call call) =>
            FeelValue.Of(call.Text(0).StartsWith(call.Text(1), StringComparison.Ordinal)))),
        new("ends with", new Signature("string: string, match: string", static (in Call call) =>
            FeelValue.Of(call.Text(0).EndsWith(call.Text(1), StringComparison.Ordinal)))),
        new("string join", new Signature("list: list, delimiter?: string?", Join)),
    ];

    private static int CodePoints(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            count -= char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return count;
    }

    private static FeelValue Substring(in Call call)
    {
        var text = call.Text(0);
        var length = CodePoints(text);
        var start = decimal.Truncate(call.Number(1));
        var from = start < 0 ? length + start : start - 1;
        var wanted = call.Count > 2 ? decimal.Truncate(call.Number(2)) : length;
        if (start == 0 || from < 0 || wanted < 1)
        {
            return call.Count > 2 && wanted < 1 ? call.Fail("feel.outside", ("value", FeelText.Number(wanted)))
                : call.Fail("feel.outside", ("value", FeelText.Number(start)));
        }

        if (from >= length)
        {
            return FeelValue.Of("");
        }

        var first = UnitsOf(text, (int)from);
        var last = wanted >= length - from ? text.Length : UnitsOf(text, (int)(from + wanted));
        return call.MakeText(text[first..last]);
    }

    /// <summary>How many UTF-16 units so many code points take.</summary>
    private static int UnitsOf(string text, int codePoints)
    {
        var at = 0;
        for (; codePoints > 0 && at < text.Length; codePoints--)
        {
            at += at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
        }

        return at;
    }

    /// <summary>A final sigma at the end of a word keeps its plain form: only simple case mapping is invariant.</summary>
    private static string Lower(string text) => CultureInfo.InvariantCulture.TextInfo.ToLower(text);

    private static FeelValue Before(in Call call)
    {
        var at = call.Text(0).IndexOf(call.Text(1), StringComparison.Ordinal);
        return call.MakeText(at < 0 ? "" : call.Text(0)[..at]);
    }

    private static FeelValue After(in Call call)
    {
        var at = call.Text(0).IndexOf(call.Text(1), StringComparison.Ordinal);
        return call.MakeText(at < 0 ? "" : call.Text(0)[(at + call.Text(1).Length)..]);
    }

    private static FeelValue Join(in Call call)
    {
        var delimiter = call.Has(1) ? call.Text(1) : "";
        var joined = new StringBuilder();
        var isFirst = true;
        foreach (ref readonly var item in call.List(0).Items)
        {
            if (item.Kind is not (FeelKind.String or FeelKind.Null))
            {
                return call.Fail("feel.wrongItem", ("kind", KindNames.Of(item)));
            }

            if (item.IsNull)
            {
                continue;
            }

            joined.Append(isFirst ? "" : delimiter).Append(item.String);
            isFirst = false;
            if (!call.Take((delimiter.Length + item.String.Length) / Evaluation.CharactersAStep))
            {
                return FeelValue.Null;
            }
        }

        return FeelValue.Of(joined.ToString());
    }
}
