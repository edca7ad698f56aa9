using System.Globalization;
using System.Text;

namespace Approvals.Feel;

/// <summary>Values as text: as literals to be read again, and as the <c>string</c> function gives them.</summary>
internal static class FeelText
{
    private const string Cut = "…";

    public static string Literal(in FeelValue value)
    {
        var text = new StringBuilder();
        Append(text, value, literal: true, int.MaxValue);
        return text.ToString();
    }

    /// <summary>The same, or its beginning: however much a value holds, what is told of it stays short.</summary>
    public static string Literal(in FeelValue value, int most) => Shortened(value, literal: true, most);

    /// <summary>What <c>string(value)</c> gives, or its beginning.</summary>
    public static string Plain(in FeelValue value, int most) =>
        value.Kind == FeelKind.String ? Shortened(value.String, most) : Shortened(value, literal: false, most);

    /// <summary>What <c>string(value)</c> gives: a string itself, a temporal value in its ISO form.</summary>
    public static string Plain(in FeelValue value)
    {
        if (value.Kind == FeelKind.String)
        {
            return value.String;
        }

        var text = new StringBuilder();
        Append(text, value, literal: false, int.MaxValue);
        return text.ToString();
    }

    public static string Number(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? WithoutZeros(text) : text;
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

    private static string WithoutZeros(string text)
    {
        var shortened = text.TrimEnd('0').TrimEnd('.');
        return shortened == "-0" ? "0" : shortened;
    }

    private static string Shortened(in FeelValue value, bool literal, int most)
    {
        var text = new StringBuilder();
        Append(text, value, literal, most);
        return Shortened(text.ToString(), most);
    }

    private static string Shortened(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + Cut;

    /// <summary>Appends a value; one that is longer than the most only so far as to show that it is.</summary>
    private static void Append(StringBuilder text, in FeelValue value, bool literal, int most)
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
                AppendQuoted(text, value.String.Length > most ? value.String[..(most + 1)] : value.String);
                break;
            case FeelKind.List:
                AppendList(text, value.List, literal, most);
                break;
            case FeelKind.Context:
                AppendContext(text, value.Context, literal, most);
                break;
            case FeelKind.Range:
                AppendRange(text, value.Range, literal, most);
                break;
            case FeelKind.Function:
                text.Append("function(").AppendJoin(", ", value.Function.Parameters).Append(") external");
                break;
            default:
                text.Append(literal ? "@\"" : "").Append(TemporalText.Of(value)).Append(literal ? "\"" : "");
                break;
        }
    }

    private static void AppendList(StringBuilder text, FeelList list, bool literal, int most)
    {
        text.Append('[');
        for (var i = 0; i < list.Count && text.Length <= most; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Append(text, list[i], literal, most);
        }

        text.Append(']');
    }

    private static void AppendContext(StringBuilder text, FeelContext context, bool literal, int most)
    {
        text.Append('{');
        for (var i = 0; i < context.Count && text.Length <= most; i++)
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
            Append(text, context.Values[i], literal, most);
        }

        text.Append('}');
    }

    private static void AppendRange(StringBuilder text, FeelRange range, bool literal, int most)
    {
        if (range.Start.IsNull || range.End.IsNull)
        {
            text.Append('(').Append(range.Start.IsNull ? "<" : ">").Append((range.Start.IsNull ? range.EndIncluded : range.StartIncluded) ? "=" : "").Append(' ');
            Append(text, range.Start.IsNull ? range.End : range.Start, literal, most);
            text.Append(')');
            return;
        }

        text.Append(range.StartIncluded ? '[' : '(');
        Append(text, range.Start, literal, most);
        text.Append("..");
        Append(text, range.End, literal, most);
        text.Append(range.EndIncluded ? ']' : ')');
    }
}
