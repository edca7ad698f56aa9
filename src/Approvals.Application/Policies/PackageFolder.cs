using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Approvals.Application.Policies;

/// <summary>The files of one package as they lie on disk, by path relative to the package with forward slashes.</summary>
public sealed record PackageFolder(string Name, ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files)
{
    /// <summary>The folder whose files every package may use.</summary>
    public const string SharedName = "_shared";

    private const string Descriptor = "service.json";

    /// <summary>A hash over paths and contents; equal content in any order has one hash.</summary>
    public byte[] Hash() => HashOf(Files);

    /// <summary>A hash over paths and contents.</summary>
    public static byte[] HashOf(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, content) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(path)));
            hash.AppendData(SHA256.HashData(content.Span));
        }

        return hash.GetHashAndReset();
    }

    /// <summary>Reads one folder.</summary>
    public static PackageFolder Read(string directory)
    {
        var root = Path.GetFullPath(directory);
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith('.'))
            .ToImmutableSortedDictionary(
                file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'),
                file => new ReadOnlyMemory<byte>(File.ReadAllBytes(file)),
                StringComparer.Ordinal);
        return new PackageFolder(Path.GetFileName(root.TrimEnd(Path.DirectorySeparatorChar)), files);
    }

    /// <summary>
    /// Every package below a path, which is one package itself or a folder of packages, and the shared files beside them.
    /// </summary>
    public static PackageTree ReadTree(string path)
    {
        var root = Path.GetFullPath(path);
        if (!Directory.Exists(root))
        {
            return new PackageTree([], ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty);
        }

        var single = File.Exists(Path.Combine(root, Descriptor));
        string[] folders = single ? [root] : [.. Directory.GetDirectories(root).Where(IsPackage).Order(StringComparer.Ordinal)];
        var beside = Path.Combine(single ? Path.GetDirectoryName(root)! : root, SharedName);
        var shared = Directory.Exists(beside) ? Read(beside).Files : ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty;
        return new PackageTree([.. folders.Select(Read)], shared);
    }

    private static bool IsPackage(string directory) =>
        Path.GetFileName(directory) is var name && !name.StartsWith('.') && name != SharedName
        && File.Exists(Path.Combine(directory, Descriptor));
}

/// <summary>Packages and the files they share.</summary>
public sealed record PackageTree(ImmutableArray<PackageFolder> Packages, ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Shared);
