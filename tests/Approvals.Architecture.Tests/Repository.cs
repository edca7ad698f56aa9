namespace Approvals.Architecture.Tests;

/// <summary>The repository's files, as the tests read them.</summary>
internal static class Repository
{
    private static readonly string[] Left = ["artifacts", "node_modules", "wwwroot", ".git", "App_Data", "dist"];

    public static string Root { get; } = FindRoot();

    /// <summary>Files below a folder of the repository that end with one of the given endings.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings)
    {
        var start = Path.Combine(Root, folder);
        return Directory.Exists(start) ? Walk(start).Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal))) : [];
    }

    /// <summary>C# sources below a folder without generated ones.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Files(folder, ".cs").Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal) && !f.EndsWith(".g.cs", StringComparison.Ordinal));

    public static string Relative(string file) => Path.GetRelativePath(Root, file);

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            yield return file;
        }

        foreach (var child in Directory.EnumerateDirectories(folder).Where(d => !Left.Contains(Path.GetFileName(d))).Order(StringComparer.Ordinal))
        {
            foreach (var file in Walk(child))
            {
                yield return file;
            }
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Approvals.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Approvals.sln was not found above the tests.");
    }
}
