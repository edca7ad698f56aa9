using System.Text.Json;
using System.Text.RegularExpressions;

namespace Approvals.Architecture.Tests;

/// <summary>Every text that people see exists in zh-CN and en, with the same placeholders.</summary>
public sealed partial class TextTests
{
    [Fact]
    public void Catalogues_OfEachProject_HaveBothLanguages() =>
        Found.Nothing(Repository.Files("src", ".zh-CN.json").SelectMany(f => Differences(f, f.Replace(".zh-CN.json", ".en.json", StringComparison.Ordinal))));

    [Fact]
    public void Resources_OfThePage_HaveBothLanguages()
    {
        var chinese = Repository.Files("src/Approvals.Web/ui/src/i18n/zh-CN", ".json").ToList();
        Assert.NotEmpty(chinese);
        Found.Nothing(chinese.SelectMany(f => Differences(f, f.Replace("/zh-CN/", "/en/", StringComparison.Ordinal))));
    }

    [Fact]
    public void Letters_OfThePackages_HaveBothLanguages() =>
        Found.Nothing(Repository.Files("workflows", ".zh-CN.md").Where(f => !File.Exists(f.Replace(".zh-CN.md", ".en.md", StringComparison.Ordinal)))
            .Concat(Repository.Files("workflows", ".en.md").Where(f => !File.Exists(f.Replace(".en.md", ".zh-CN.md", StringComparison.Ordinal)))));

    [Fact]
    public void ErrorCodes_InSources_HaveATextInTheCatalogues()
    {
        var known = Repository.Files("src", ".zh-CN.json").SelectMany(f => Flat(f).Keys).ToHashSet(StringComparer.Ordinal);
        var used = Repository.Sources("src").SelectMany(f => ErrorCode().Matches(File.ReadAllText(f)).Select(m => (File: f, Code: m.Groups[1].Value)));

        Found.Nothing(used.Where(u => !known.Contains(u.Code)).Select(u => $"{Repository.Relative(u.File)}: {u.Code}"));
    }

    private static IEnumerable<string> Differences(string chinese, string english)
    {
        if (!File.Exists(english))
        {
            return [$"{Repository.Relative(english)} is missing"];
        }

        var (zh, en) = (Flat(chinese), Flat(english));
        return zh.Keys.Except(en.Keys).Concat(en.Keys.Except(zh.Keys)).Select(k => $"{Repository.Relative(chinese)}: {k} lacks a language")
            .Concat(zh.Where(p => en.TryGetValue(p.Key, out var other) && Placeholders(p.Value) != Placeholders(other))
                .Select(p => $"{Repository.Relative(chinese)}: {p.Key} has other placeholders"))
            .Concat(zh.Concat(en).Where(p => string.IsNullOrWhiteSpace(p.Value)).Select(p => $"{Repository.Relative(chinese)}: {p.Key} is empty"));
    }

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static Dictionary<string, string> Flat(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return Flatten("", document.RootElement).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, string>> Flatten(string path, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Flatten(path.Length == 0 ? p.Name : $"{path}.{p.Name}", p.Value)),
        _ => [KeyValuePair.Create(path, element.ToString())],
    };

    [GeneratedRegex(@"\{\{?[\w.]+\}?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("new (?:Field)?Error\\(\\s*\"([a-zA-Z]+(?:\\.[a-zA-Z0-9]+)+)\"")]
    private static partial Regex ErrorCode();
}
