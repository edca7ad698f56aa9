using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Approvals.Domain.Packages;

/// <summary>The files of a package by path, in order, and their hash.</summary>
internal sealed class PackageFiles(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
{
    internal const int MostFiles = 1_000;
    internal const int LargestFile = 20 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(false, true);

    internal IEnumerable<string> Paths => files.Keys.Order(StringComparer.Ordinal);

    internal bool TryGet(string path, out ReadOnlyMemory<byte> bytes) => files.TryGetValue(path, out bytes);

    internal ReadOnlyMemory<byte> this[string path] => files[path];

    /// <summary>Files directly in a folder with an ending.</summary>
    internal IEnumerable<string> In(string folder, string ending) => Paths.Where(p =>
        p.StartsWith(folder + "/", StringComparison.Ordinal) && p.EndsWith(ending, StringComparison.Ordinal)
        && p.IndexOf('/', folder.Length + 1) < 0);

    /// <summary>The text of a file; null when it is not UTF-8.</summary>
    internal string? Text(string path)
    {
        try
        {
            return Utf8.GetString(files[path].Span);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>SHA-256 over each path, its length and its bytes, in the order of paths.</summary>
    internal string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Paths)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path + "\n" + files[path].Length.ToString(CultureInfo.InvariantCulture) + "\n"));
            hash.AppendData(files[path].Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What is wrong with the files as such.</summary>
    internal IEnumerable<PackageProblem> Problems()
    {
        if (files.Count > MostFiles) return [new PackageProblem("", "package.tooManyFiles").With("max", $"{MostFiles}")];
        return Paths.Where(p => !IsPlain(p)).Select(p => new PackageProblem(p, "package.path"))
            .Concat(Paths.Where(p => files[p].Length > LargestFile).Select(p => new PackageProblem(p, "package.fileTooLarge").With("max", $"{LargestFile / 1024 / 1024}")))
            .Concat(Paths.Where(p => IsPlain(p) && !IsKnown(p))
                .Select(p => new PackageProblem(p, "package.file.unknown") { Severity = ProblemSeverity.Warning }));
    }

    private static bool IsPlain(string path) =>
        path.Length is > 0 and <= 200 && path[0] != '/' && !path.Contains('\\', StringComparison.Ordinal)
            && !path.Contains(':', StringComparison.Ordinal)
        && path.Split('/').All(s => s.Length > 0 && s is not ("." or ".."));

    private static bool IsKnown(string path) => path is "service.json" or "workflow.json" or "variant.json" || path.EndsWith(".md", StringComparison.Ordinal)
        || path.Split('/') is [("forms" or "flows" or "scenarios" or "dictionaries" or "decisions" or "letters" or "templates"), _];
}
