using System.Globalization;
using Approvals.Domain.Packages;

namespace Approvals.Domain.Letters;

/// <summary>Reads letter files: front matter of simple <c>key: value</c> lines between <c>---</c>, then the template.</summary>
internal sealed class LetterReader(string file)
{
    internal static readonly ImmutableArray<string> Properties = ["subject", "channels", "kind", "seal", "deliver"];
    internal static readonly ImmutableArray<string> Channels = ["page", "mail", "sms", "pickup"];
    internal static readonly ImmutableArray<string> Kinds = ["letter", "message"];

    private readonly List<PackageProblem> _problems = [];
    private readonly Dictionary<string, (string Text, int Line)> _values = new(StringComparer.Ordinal);

    internal static LetterLoad Read(string file, string name, string language, string text)
    {
        var reader = new LetterReader(file);
        var letter = reader.Read(name, language, text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal));
        return new LetterLoad(reader._problems.Exists(p => p.Severity == ProblemSeverity.Error) ? null : letter, [.. reader._problems]);
    }

    private Letter? Read(string name, string language, string text)
    {
        var lines = text.Split('\n');
        var end = lines is ["---", ..] ? Array.FindIndex(lines, 1, l => l.TrimEnd() == "---") : -1;
        if (end < 0)
        {
            Add("letters.frontMatter", 1);
            return null;
        }

        for (var i = 1; i < end; i++) ReadLine(lines[i], i + 1);
        var subject = Compile(Value("subject"), _values.GetValueOrDefault("subject").Line);
        var body = Compile(string.Join('\n', lines[(end + 1)..]), end + 2);
        if (!_values.ContainsKey("subject")) Add("letters.noSubject", 1);
        return subject is null || body is null ? null : new Letter
        {
            Name = name,
            Language = language,
            Subject = subject,
            Body = body,
            Channels = _values.ContainsKey("channels") ? [.. Items("channels", Channels)] : ["page"],
            Kind = Items("kind", Kinds).FirstOrDefault() ?? "letter",
            Seal = Flag("seal"),
            Deliver = Flag("deliver"),
        };
    }

    private void ReadLine(string line, int number)
    {
        if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#')) return;
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var key = colon < 0 ? "" : line[..colon].Trim();
        if (key.Length == 0) Add("letters.frontMatter", number);
        else if (!Properties.Contains(key)) _problems.Add(NotRead(key, number));
        else if (!_values.TryAdd(key, (Unquoted(line[(colon + 1)..].Trim()), number))) Add("letters.twice", number);
    }

    private string Value(string key) => _values.GetValueOrDefault(key).Text ?? "";

    private bool Flag(string key)
    {
        if (Value(key) is "true" or "false" or "") return Value(key) == "true";
        Add("letters.flag", _values[key].Line);
        return false;
    }

    private List<string> Items(string key, ImmutableArray<string> allowed)
    {
        var items = Value(key).Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Unquoted).ToList();
        if (items.Find(i => !allowed.Contains(i)) is { } wrong)
        {
            _problems.Add(Problem("package.json.choice", _values[key].Line).With("value", wrong).With("choices", string.Join(", ", allowed)));
        }

        return items;
    }

    private Template? Compile(string text, int line)
    {
        var template = Template.Parse(text, line);
        if (template.IsSuccess) return template.Value;
        var error = template.Error;
        var isOurs = error.Code.StartsWith("letters.", StringComparison.Ordinal);
        _problems.Add(new PackageProblem(file, isOurs ? error.Code : "package.feel")
        {
            Place = $"line {error.Data.GetValueOrDefault("line", "1")}", Data = error.Data, Cause = isOurs ? null : error,
        });
        return null;
    }

    private static string Unquoted(string text) =>
        text.Length >= 2 && text[0] == text[^1] && text[0] is '"' or '\'' ? text[1..^1] : text;

    private void Add(string code, int line) => _problems.Add(Problem(code, line));

    private PackageProblem NotRead(string key, int line) =>
        Problem("letters.unknown", line).With("name", key) with { Severity = ProblemSeverity.Warning };

    private PackageProblem Problem(string code, int line) =>
        new(file, code) { Place = "line " + line.ToString(CultureInfo.InvariantCulture) };
}
