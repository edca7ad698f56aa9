using System.Globalization;
using System.Text;

namespace Approvals.Feel;

/// <summary>Values as text: as literals to be read again, and as the <c>string</c> function gives them.</summary>
internal static class FeelText
{
    public static string Literal(in FeelValue value)
    {
        var text = new StringBuilder();
        Append(text, value, literal: true);
        return text.ToString();
    }

    /// <summary>What <c>string(value)</c> gives: a string itself, a temporal value in its ISO form.</summary>
    public static string Plain(in FeelValue value)
    {
        if (value.Kind == FeelKind.String)
        {
            return value.String;
        }

        var text = new StringBuilder();
        Append(text, value, literal: false);
        return text.ToString();
    }

    public static string Number(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? Shortened(text) : text;
    }

    public static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }

    private static string Shortened(string text)
    {
        var shortened = text.TrimEnd('0').TrimEnd('.');
        return shortened == "-0" ? "0" : shortened;
    }

    private static void Append(StringBuilder text, in FeelValue value, bool literal)
    {
        switch (value.Kind)
        {
            case FeelKind.Null:
                text.Append("null");
                break;
            case FeelKind.Boolean:
                text.Append(value.Boolean ? "true" : "false");
                break;
            case FeelKind.Number:
                text.Append(Number(value.Number));
                break;
            case FeelKind.String:
                AppendQuoted(text, value.String);
                break;
            case FeelKind.List:
                AppendList(text, value.List, literal);
                break;
            case FeelKind.Context:
                AppendContext(text, value.Context, literal);
                break;
            case FeelKind.Range:
                AppendRange(text, value.Range, literal);
                break;
            case FeelKind.Function:
                text.Append("function(").AppendJoin(", ", value.Function.Parameters).Append(") external");
                break;
            default:
                text.Append(literal ? "@\"" : "").Append(TemporalText.Of(value)).Append(literal ? "\"" : "");
                break;
        }
    }

    private static void AppendList(StringBuilder text, FeelList list, bool literal)
    {
        text.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Append(text, list[i], literal);
        }

        text.Append(']');
    }

    private static void AppendContext(StringBuilder text, FeelContext context, bool literal)
    {
        text.Append('{');
        for (var i = 0; i < context.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            if (FeelName.IsPlain(context.Names[i]))
            {
                text.Append(context.Names[i]);
            }
            else
            {
                AppendQuoted(text, context.Names[i]);
            }

            text.Append(": ");
            Append(text, context.Values[i], literal);
        }

        text.Append('}');
    }

    private static void AppendRange(StringBuilder text, FeelRange range, bool literal)
    {
        if (range.Start.IsNull || range.End.IsNull)
        {
            text.Append('(').Append(range.Start.IsNull ? "<" : ">").Append((range.Start.IsNull ? range.EndIncluded : range.StartIncluded) ? "=" : "").Append(' ');
            Append(text, range.Start.IsNull ? range.End : range.Start, literal);
            text.Append(')');
            return;
        }

        text.Append(range.StartIncluded ? '[' : '(');
        Append(text, range.Start, literal);
        text.Append("..");
        Append(text, range.End, literal);
        text.Append(range.EndIncluded ? ']' : ')');
    }
}
