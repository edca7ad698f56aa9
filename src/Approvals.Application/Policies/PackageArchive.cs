using System.Collections.Immutable;
using System.IO.Compression;

namespace Approvals.Application.Policies;

/// <summary>
/// Reads a package from a zip archive that anybody may have made: one package, at the top or in one folder, and nothing beside it; names are
/// only names, and what unpacks to more than a package can be is refused before it is read to its end.
/// </summary>
public static class PackageArchive
{
    private const string Descriptor = "service.json";
    private const int MostFiles = 1000;
    private const int LongestPath = 180;

    /// <summary>The most that files may amount to, unpacked, in bytes.</summary>
    private const long MostBytes = 16L * 1024 * 1024;

    private static Error NotAnArchive { get; } = new("policies.archive.unreadable");

    private static Error TooLarge { get; } = new("policies.archive.tooLarge", ErrorKind.TooLarge);

    /// <summary>The package of an archive.</summary>
    public static Result<PackageFolder> Read(Stream archive)
    {
        try
        {
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count > MostFiles ? TooLarge : Unpack([.. zip.Entries.Where(IsFile)]);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException or OverflowException or ArgumentException)
        {
            return NotAnArchive;
        }
    }

    private static Result<PackageFolder> Unpack(List<ZipArchiveEntry> entries)
    {
        if (Wrong(entries) is { } wrong)
        {
            return wrong;
        }

        var descriptor = entries.Single(IsDescriptor).FullName;
        var (root, files, left) = (descriptor[..^Descriptor.Length], ImmutableSortedDictionary.CreateBuilder<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal), MostBytes);
        foreach (var entry in entries)
        {
            if (Content(entry, left) is not { } content)
            {
                return TooLarge;
            }

            left -= content.Length;
            files[entry.FullName[root.Length..]] = content;
        }

        return new PackageFolder(root.TrimEnd('/'), files.ToImmutable());
    }

    private static Error? Wrong(List<ZipArchiveEntry> entries)
    {
        if (entries.Find(e => !IsPath(e.FullName)) is { } odd)
        {
            return new Error("policies.archive.path").With("file", new string([.. odd.FullName.Where(c => !char.IsControl(c)).Take(LongestPath)]));
        }

        var roots = entries.Where(IsDescriptor).Select(e => e.FullName[..^Descriptor.Length]).ToList();
        return roots.Count != 1 ? new Error("policies.archive.notOne").With("count", $"{roots.Count}")
            : entries.Find(e => !e.FullName.StartsWith(roots[0], StringComparison.Ordinal)) is { } beside ? new Error("policies.archive.beside").With("file", beside.FullName)
            : entries.GroupBy(e => e.FullName, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice ? new Error("policies.archive.twice").With("file", twice.Key)
            : null;
    }

    private static bool IsFile(ZipArchiveEntry entry) => !entry.FullName.EndsWith('/') && !entry.Name.StartsWith('.');

    /// <summary>At the top or one folder down.</summary>
    private static bool IsDescriptor(ZipArchiveEntry entry) => entry.FullName.Split('/') is [Descriptor] or [_, Descriptor];

    private static bool IsPath(string path) =>
        path.Length <= LongestPath && !path.Any(c => char.IsControl(c) || c is '\\' or ':') && path.Split('/').All(part => part is not ("" or "." or ".."));

    /// <summary>The bytes of a file, null when there are more than are left: what an archive says of its sizes need not be true.</summary>
    private static byte[]? Content(ZipArchiveEntry entry, long left)
    {
        using var packed = entry.Open();
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = packed.Read(buffer)) > 0;)
        {
            if (content.Length + read > left)
            {
                return null;
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
