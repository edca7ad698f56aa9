using Approvals.Domain.Letters;

namespace Approvals.Domain.Packages;

/// <summary>Loads letters: each in both languages; a package's own goes before a shared one of the same name.</summary>
internal sealed class LetterLoader(PackageFiles files, PackageFiles shared, List<PackageProblem> problems)
{
    private static readonly ImmutableArray<string> Languages = ["zh-CN", "en"];

    internal ImmutableSortedDictionary<string, LetterPair> Load() =>
        Load(shared, "_shared/").SetItems(Load(files, ""));

    private ImmutableSortedDictionary<string, LetterPair> Load(PackageFiles from, string prefix)
    {
        var pairs = ImmutableSortedDictionary.CreateBuilder<string, LetterPair>(StringComparer.Ordinal);
        foreach (var letter in from.In("letters", ".md").Select(Named).GroupBy(l => l.Name))
        {
            var read = Languages.Select(language => Read(from, prefix, letter.Key, language)).ToList();
            if (read is [{ } zh, { } en]) pairs[letter.Key] = new LetterPair(letter.Key, zh, en);
        }

        problems.AddRange(from.In("letters", ".md").Where(p => !Languages.Contains(Named(p).Language))
            .Select(p => new PackageProblem(prefix + p, "letters.name")));
        return pairs.ToImmutable();
    }

    private Letter? Read(PackageFiles from, string prefix, string name, string language)
    {
        var path = $"letters/{name}.{language}.md";
        if (!from.TryGet(path, out _))
        {
            problems.Add(new PackageProblem(prefix + path, "letters.language").With("name", name).With("language", language));
            return null;
        }

        if (from.Text(path) is not { } text)
        {
            problems.Add(new PackageProblem(prefix + path, "package.encoding"));
            return null;
        }

        var load = Letter.Parse(prefix + path, name, language, text);
        problems.AddRange(load.Problems);
        return load.Letter;
    }

    private static (string Name, string Language) Named(string path)
    {
        var file = path["letters/".Length..^".md".Length];
        var dot = file.LastIndexOf('.');
        return dot < 0 ? (file, "") : (file[..dot], file[(dot + 1)..]);
    }
}
