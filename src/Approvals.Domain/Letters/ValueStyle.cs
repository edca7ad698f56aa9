using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Approvals.Domain.Letters;

/// <summary>How values are printed.</summary>
/// <param name="Language">Language of dates, lists and words.</param>
/// <param name="IsMarkdown">Whether values are escaped for markdown and HTML; else they are plain text on one line.</param>
/// <param name="Zone">Zone of instants; absent: their own offset.</param>
public sealed partial record ValueStyle(string Language, bool IsMarkdown, TimeZoneInfo? Zone = null)
{
    private const string Active = "\\`*_[]#|~{}$^@";

    private bool IsEnglish => Language.StartsWith("en", StringComparison.OrdinalIgnoreCase);

    /// <summary>Prints a value; null prints nothing.</summary>
    /// <param name="value">The value.</param>
    /// <param name="startsLine">Whether it stands at the start of a line, where signs may mean a list or a heading.</param>
    public string Show(FeelValue value, bool startsLine = false) =>
        IsMarkdown ? Escape(Print(value), startsLine) : WhiteSpace().Replace(Print(value), " ");

    private string Print(FeelValue value) => value.Kind switch
    {
        FeelKind.Null => "",
        FeelKind.String => value.AsString(),
        FeelKind.Boolean => (value.AsBoolean(), IsEnglish) switch { (true, true) => "yes", (false, true) => "no", (true, _) => "是", _ => "否" },
        FeelKind.Number => value.AsNumber().ToString("0.############################", CultureInfo.InvariantCulture),
        FeelKind.Date when value.TryGetDate(out var date) => Day(date),
        FeelKind.DateTime when value.TryGetDateTime(out var instant) => Instant(instant),
        FeelKind.List => string.Join(IsEnglish ? ", " : "、", value.AsList().Select(Print)),
        FeelKind.Context => Localized(value.AsContext()),
        _ => value.ToString(),
    };

    private string Day(DateOnly day) => IsEnglish
        ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : $"{day.Year}年{day.Month}月{day.Day}日";

    private string Instant(DateTimeOffset instant)
    {
        var local = Zone is null ? instant : TimeZoneInfo.ConvertTime(instant, Zone);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return Day(DateOnly.FromDateTime(local.DateTime)) + (IsEnglish ? ", " : " ") + time;
    }

    /// <summary>A text in languages prints in this one; a choice prints its label.</summary>
    private string Localized(FeelContext context) =>
        context.TryGet(IsEnglish ? "en" : "zh-CN", out var text) ? Print(text)
        : context.TryGet("label", out var label) ? Print(label)
        : context.TryGet("name", out var name) ? Print(name)
        : context.ToString();

    /// <summary>What a person typed can never become markup, a link or another line of the letter's own.</summary>
    private static string Escape(string text, bool startsLine)
    {
        var plain = text.Replace("\r", "", StringComparison.Ordinal);
        var escaped = new StringBuilder(plain.Length + 16);
        var lineStart = startsLine ? 0 : -1;
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] == '\n') lineStart = i + 1;
            else if (lineStart == i && plain[i] is ' ' or '\t')
            {
                lineStart++;
                continue;
            }

            Append(escaped, plain[i], lineStart >= 0 && Marks(plain, lineStart, i));
        }

        return Address().Replace(escaped.ToString(), m => m.Value.Replace("/", "\\/", StringComparison.Ordinal)
            .Replace(".", "\\.", StringComparison.Ordinal));
    }

    /// <summary>Whether a sign at the start of a line, or after digits there, would begin a list, a rule or a heading.</summary>
    private static bool Marks(string text, int lineStart, int at)
    {
        if (at == lineStart) return text[at] is '-' or '+' or '=' or ':';
        return text[at] is '.' or ')' && text.AsSpan(lineStart, at - lineStart).IndexOfAnyExceptInRange('0', '9') < 0
            && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));
    }

    private static void Append(StringBuilder escaped, char character, bool marks)
    {
        if (character == '<') escaped.Append("&lt;");
        else if (character == '>') escaped.Append("&gt;");
        else if (character == '&') escaped.Append("&amp;");
        else if (character == '\n') escaped.Append("\\\n");
        else if (marks || Active.Contains(character, StringComparison.Ordinal)) escaped.Append('\\').Append(character);
        else escaped.Append(character);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"://|(?i:\bwww\.)")]
    private static partial Regex Address();
}
