using System.Runtime.CompilerServices;

namespace Approvals.Domain.Tests.Packages;

/// <summary>The folders of workflows/ in the working tree.</summary>
internal static class PackageFolders
{
    private static readonly string Root = Path.Combine(Path.GetDirectoryName(Here())!, "../../../workflows");

    internal static IEnumerable<string> Services =>
        Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)).Where(n => !n.StartsWith('_')).Order(StringComparer.Ordinal);

    internal static Dictionary<string, ReadOnlyMemory<byte>> Files(string folder)
    {
        var path = Path.Combine(Root, folder);
        return Directory.GetFiles(path, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(path, f).Replace('\\', '/'), f => new ReadOnlyMemory<byte>(File.ReadAllBytes(f)));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
