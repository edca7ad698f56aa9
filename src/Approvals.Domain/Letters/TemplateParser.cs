using System.Globalization;
using System.Text.RegularExpressions;
using Approvals.Domain.Json;

namespace Approvals.Domain.Letters;

/// <summary>Compiles templates.</summary>
internal sealed partial class TemplateParser(string text, int firstLine)
{
    private int _position;
    private Error? _error;

    internal static Result<Template> Parse(string text, int firstLine)
    {
        if (text.Length > Template.LongestText) return new Error("letters.tooLong", ErrorKind.TooLarge);
        var parser = new TemplateParser(text.Replace("\r\n", "\n", StringComparison.Ordinal), firstLine);
        var (parts, end) = parser.Parts(0);
        if (parser._error is { } error) return error;
        return end is null ? new Template(parts) : parser.Wrong("letters.unexpected", end.Value.Line, end.Value.Text);
    }

    /// <summary>Parts up to the end or to a tag that ends a block, which is handed back.</summary>
    private (ImmutableArray<TemplatePart> Parts, Tag? End) Parts(int depth)
    {
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        while (_error is null && _position < text.Length)
        {
            var open = text.IndexOf("{{", _position, StringComparison.Ordinal);
            if (open < 0) break;
            var plain = text[_position..open];
            if (ReadTag(open) is not { } tag) return ([], null);
            parts.AddRange(Plain(tag.IsBlock ? WithoutIndent(plain) : plain));
            if (tag.Text is "else" or "/if" or "/each") return (parts.DrainToImmutable(), tag);
            if (Part(tag, depth) is { } part) parts.Add(part);
        }

        if (_error is not null) return ([], null);
        parts.AddRange(Plain(text[_position..]));
        _position = text.Length;
        return (parts.DrainToImmutable(), null);
    }

    private TemplatePart? Part(Tag tag, int depth)
    {
        if (!tag.IsBlock) return Compile(tag, tag.Text) is { } value ? new ValuePart(value, tag.Line) : null;
        if (depth >= Template.DeepestNesting) return Fail("letters.tooDeep", tag);
        if (tag.Text.StartsWith("#if ", StringComparison.Ordinal)) return If(tag, depth);
        return EachTag().Match(tag.Text) is { Success: true } each ? Each(tag, each, depth) : Fail("letters.unexpected", tag);
    }

    private IfPart? If(Tag tag, int depth)
    {
        var condition = Compile(tag, tag.Text[4..]);
        var (then, end) = Parts(depth + 1);
        ImmutableArray<TemplatePart> otherwise = [];
        if (end?.Text == "else") (otherwise, end) = Parts(depth + 1);
        if (end?.Text != "/if") return Fail<IfPart>("letters.unclosed", tag);
        return condition is null ? null : new IfPart(condition, tag.Line, then, otherwise);
    }

    private EachPart? Each(Tag tag, Match match, int depth)
    {
        var items = Compile(tag, match.Groups["items"].Value);
        var (body, end) = Parts(depth + 1);
        if (end?.Text != "/each") return Fail<EachPart>("letters.unclosed", tag);
        return items is null ? null : new EachPart(items, match.Groups["name"].Value, tag.Line, body);
    }

    private FeelExpression? Compile(Tag tag, string expression)
    {
        var compiled = FeelExpression.Compile(expression.Trim(), Expressions.Scope);
        if (compiled.IsSuccess) return compiled.Value;
        _error ??= compiled.Error.With("line", Number(tag.Line)).With("text", expression.Trim());
        return null;
    }

    /// <summary>Reads from <c>{{</c> to the closing <c>}}</c>; braces of contexts and quotes inside do not end it.</summary>
    private Tag? ReadTag(int open)
    {
        var (depth, quoted) = (0, false);
        for (var i = open + 2; i < text.Length; i++)
        {
            if (text[i] == '"' && text[i - 1] != '\\') quoted = !quoted;
            if (quoted) continue;
            if (text[i] == '{') depth++;
            if (text[i] != '}') continue;
            if (depth == 0 && i + 1 < text.Length && text[i + 1] == '}') return Closed(open, i);
            depth--;
        }

        _error ??= Wrong("letters.unclosed", LineOf(open), text[open..Math.Min(text.Length, open + 40)]);
        return null;
    }

    /// <summary>A block's tag that stands alone on its line takes the line with it.</summary>
    private Tag Closed(int open, int close)
    {
        var tag = new Tag(text[(open + 2)..close].Trim(), LineOf(open));
        _position = close + 2;
        var lineStart = text.LastIndexOf('\n', Math.Max(0, open - 1)) + 1;
        var aloneBefore = open == 0 || string.IsNullOrWhiteSpace(text[Math.Min(lineStart, open)..open]);
        var lineEnd = text.IndexOf('\n', _position);
        var rest = lineEnd < 0 ? text[_position..] : text[_position..lineEnd];
        var alone = tag.IsBlock && aloneBefore && string.IsNullOrWhiteSpace(rest);
        if (alone) _position = lineEnd < 0 ? text.Length : lineEnd + 1;
        return tag with { IsAlone = alone };
    }

    private static string WithoutIndent(string plain)
    {
        var line = plain.LastIndexOf('\n') + 1;
        return string.IsNullOrWhiteSpace(plain[line..]) && line > 0 ? plain[..line] : plain;
    }

    private static TemplatePart[] Plain(string plain) => plain.Length == 0 ? [] : [new PlainPart(plain)];

    private int LineOf(int position) => firstLine + text.AsSpan(0, position).Count('\n');

    private TemplatePart? Fail(string code, Tag tag) => Fail<TemplatePart>(code, tag);

    private T? Fail<T>(string code, Tag tag)
        where T : class
    {
        _error ??= Wrong(code, tag.Line, tag.Text);
        return null;
    }

    private Error Wrong(string code, int line, string what) => _error ?? new Error(code).With("line", Number(line)).With("text", what);

    private static string Number(int line) => line.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^#each\s+(?<items>.+)\s+as\s+(?<name>[A-Za-z_]\w*)\z", RegexOptions.Singleline)]
    private static partial Regex EachTag();

    private readonly record struct Tag(string Text, int Line, bool IsAlone = false)
    {
        internal bool IsBlock => Text is "else" || Text.StartsWith('#') || Text.StartsWith('/');
    }
}
