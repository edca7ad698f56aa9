using System.Text.Json;
using System.Xml.Linq;

namespace Approvals.Architecture.Tests;

/// <summary>The platform names no service, level or card: those are data of the packages.</summary>
public sealed class NamesTests
{
    [Fact]
    public void Sources_OfThePlatform_NameNothingOfThePackages()
    {
        var names = Packages().SelectMany(NamesOf).Where(n => n.Length >= 2).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(names);

        var found = Repository.Files("src", ".cs", ".ts", ".tsx", ".json", ".html", ".css")
            .Where(f => !f.EndsWith("package-lock.json", StringComparison.Ordinal) && !f.EndsWith("packages.lock.json", StringComparison.Ordinal))
            .SelectMany(f => FoundIn(f, names));

        Found.Nothing(found);
    }

    private static IEnumerable<string> Packages() =>
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, "workflows")).Where(d => !Path.GetFileName(d).StartsWith('_'));

    private static IEnumerable<string> FoundIn(string file, IReadOnlySet<string> names)
    {
        var text = File.ReadAllText(file);
        return names.Where(n => Contains(text, n)).Select(n => $"{Repository.Relative(file)} names {n}");
    }

    /// <summary>A Latin name counts as a whole word only, a Chinese one anywhere.</summary>
    private static bool Contains(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            var before = at > 0 && IsWord(text[at - 1]) && IsWord(name[0]);
            var after = end < text.Length && IsWord(text[end]) && IsWord(name[^1]);
            if (!before && !after)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';

    private static IEnumerable<string> NamesOf(string package) =>
        ServiceNames(package).Concat(Directory.EnumerateFiles(package, "*.dmn", SearchOption.AllDirectories).SelectMany(AllowedValues));

    private static IEnumerable<string> ServiceNames(string package)
    {
        using var service = JsonDocument.Parse(File.ReadAllText(Path.Combine(package, "service.json")));
        var root = service.RootElement;
        yield return root.GetProperty("code").GetString()!;
        foreach (var name in Texts(root.GetProperty("name")))
        {
            yield return name;
        }

        foreach (var card in root.TryGetProperty("entitlements", out var kinds) ? kinds.EnumerateArray() : default)
        {
            foreach (var name in Texts(card.GetProperty("name")))
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<string> Texts(JsonElement text) =>
        text.ValueKind == JsonValueKind.String ? [text.GetString()!] : text.EnumerateObject().Select(p => p.Value.GetString()!);

    /// <summary>The levels: string literals that the outputs of the package's tables may take.</summary>
    private static IEnumerable<string> AllowedValues(string file) =>
        XDocument.Load(file).Descendants().Where(e => e.Name.LocalName == "outputValues")
            .SelectMany(e => e.Value.Split(',')).Select(v => v.Trim().Trim('"'))
            .Where(v => v.Any(char.IsUpper) || v.Any(c => c > 0x2E80));
}
