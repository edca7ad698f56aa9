using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Approvals;

/// <summary>
/// The texts of errors, diagnostics and notices in both languages. Each project keeps them in
/// <c>Texts/&lt;area&gt;.zh-CN.json</c> and <c>Texts/&lt;area&gt;.en.json</c>, flat objects of code and text with
/// <c>{placeholders}</c>, embedded in its assembly.
/// </summary>
public sealed class MessageCatalog
{
    private const string Prefix = "texts.";

    private readonly FrozenDictionary<string, LocalText> _texts;

    private MessageCatalog(FrozenDictionary<string, LocalText> texts) => _texts = texts;

    /// <summary>Every text, by code.</summary>
    public IReadOnlyDictionary<string, LocalText> Texts => _texts;

    /// <summary>Reads the texts embedded in the given assemblies.</summary>
    /// <exception cref="InvalidOperationException">A code lacks one of the languages.</exception>
    public static MessageCatalog Load(params IEnumerable<Assembly> assemblies)
    {
        var chinese = new Dictionary<string, string>(StringComparer.Ordinal);
        var english = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
            {
                ReadInto(name.EndsWith(".en.json", StringComparison.Ordinal) ? english : chinese, assembly, name);
            }
        }

        var lacking = chinese.Keys.Except(english.Keys).Concat(english.Keys.Except(chinese.Keys)).FirstOrDefault();
        return lacking is null
            ? new MessageCatalog(chinese.ToFrozenDictionary(p => p.Key, p => new LocalText(p.Value, english[p.Key]), StringComparer.Ordinal))
            : throw new InvalidOperationException($"The text {lacking} lacks a language.");
    }

    /// <summary>The text of a code with its placeholders filled; a code without a text is shown as it is.</summary>
    public string Format(string code, IReadOnlyDictionary<string, string> data, string? language)
    {
        if (!_texts.TryGetValue(code, out var text))
        {
            return code;
        }

        return data.Aggregate(text.In(language), (sum, pair) => sum.Replace($"{{{pair.Key}}}", pair.Value, StringComparison.Ordinal));
    }

    /// <summary>The text of an error in a language.</summary>
    public string Format(Error error, string? language) => Format(error.Code, error.Data, language);

    private static void ReadInto(Dictionary<string, string> texts, Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        foreach (var pair in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
        {
            texts.Add(pair.Key, pair.Value);
        }
    }
}
