using System.Text;

namespace Approvals.Domain.Studio;

/// <summary>The files of a draft by path; immutable: a change gives other files. They need not make a package that loads.</summary>
public sealed class DraftFiles
{
    /// <summary>The most files of a draft.</summary>
    public const int MostFiles = 500;

    /// <summary>The most bytes of all files together.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    private DraftFiles(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> files) => Files = files;

    /// <summary>Content by path, with forward slashes.</summary>
    public ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files { get; }

    /// <summary>These files.</summary>
    public static DraftFiles Of(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files) => new(files.ToImmutableSortedDictionary(StringComparer.Ordinal));

    /// <summary>A file's content, or an error that names it.</summary>
    public Result<ReadOnlyMemory<byte>> Read(string path) => Files.TryGetValue(path, out var content)
        ? content
        : new Error("studio.file.missing", ErrorKind.NotFound).With("file", path);

    /// <summary>A file's content as text in UTF-8, without a byte-order mark.</summary>
    public Result<string> Text(string path) => Read(path).Map(content => Encoding.UTF8.GetString(content.Span is [0xEF, 0xBB, 0xBF, ..] ? content.Span[3..] : content.Span));

    /// <summary>The files with one written; refused when there would be too many or too much.</summary>
    public Result<DraftFiles> Write(string path, ReadOnlyMemory<byte> content)
    {
        if (!IsPath(path))
        {
            return new Error("studio.file.path").With("file", path);
        }

        var files = Files.SetItem(path, content);
        return files.Count > MostFiles || files.Values.Sum(f => (long)f.Length) > MostBytes
            ? new Error("studio.tooMuch", ErrorKind.TooLarge)
            : new DraftFiles(files);
    }

    /// <summary>The files without one.</summary>
    public DraftFiles Without(string path) => new(Files.Remove(path));

    /// <summary>Whether a path may name a file of a package: names of letters, digits, dots and hyphens, at most three deep.</summary>
    public static bool IsPath(string path)
    {
        var names = path.Split('/');
        return path.Length <= 200 && names.Length <= 3 && names.All(IsName);
    }

    private static bool IsName(string name) => name is not ("" or "." or "..") && name[0] != '.' && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_');
}
