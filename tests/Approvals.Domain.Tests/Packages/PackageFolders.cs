namespace Approvals.Domain.Tests.Packages;

/// <summary>The folders of workflows/ in the working tree.</summary>
internal static class PackageFolders
{
    /// <summary>The folder that holds all packages.</summary>
    internal static string Root { get; } = Path.Combine(Repository(), "workflows");

    internal static IEnumerable<string> Services =>
        Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)).Where(n => !n.StartsWith('_')).Order(StringComparer.Ordinal);

    internal static Dictionary<string, ReadOnlyMemory<byte>> Files(string folder)
    {
        var path = Path.Combine(Root, folder);
        return Directory.GetFiles(path, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(path, f).Replace('\\', '/'), f => new ReadOnlyMemory<byte>(File.ReadAllBytes(f)));
    }

    /// <summary>Found from where the tests run: a deterministic build does not tell where the sources lay.</summary>
    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Approvals.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
