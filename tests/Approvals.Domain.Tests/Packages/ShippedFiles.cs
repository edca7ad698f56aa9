namespace Approvals.Domain.Tests.Packages;

/// <summary>The package folders of the repository.</summary>
internal static class ShippedFiles
{
    internal static string Root { get; } = Path.Combine(Repository(), "workflows");

    internal static IEnumerable<string> Services =>
        Directory.EnumerateDirectories(Root).Select(d => Path.GetFileName(d)!).Where(d => !d.StartsWith('_')).Order(StringComparer.Ordinal);

    /// <summary>The files of a folder by their path inside it.</summary>
    internal static Dictionary<string, ReadOnlyMemory<byte>> Of(string folder)
    {
        var root = Path.Combine(Root, folder);
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToDictionary(
            f => Path.GetRelativePath(root, f).Replace('\\', '/'), f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Approvals.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
