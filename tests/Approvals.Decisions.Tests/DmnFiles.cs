namespace Approvals.Decisions.Tests;

/// <summary>The DMN files of the repository.</summary>
internal static class DmnFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>The shipped models.</summary>
    public static IEnumerable<string> Shipped() =>
        Directory.EnumerateFiles(Path.Combine(Root, "workflows"), "*.dmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

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
