namespace Approvals.Application.Regions;

/// <summary>Arithmetic of materialised paths.</summary>
public static class RegionPath
{
    /// <summary>The path of a region under a parent's path (empty for the root).</summary>
    public static string Of(string parentPath, string code) =>
        parentPath.Length == 0 ? $"/{code}/" : $"{parentPath}{code}/";

    /// <summary>Whether <paramref name="path"/> lies in the subtree of <paramref name="root"/>.</summary>
    public static bool Covers(string root, string path) => path.StartsWith(root, StringComparison.Ordinal);

    /// <summary>
    /// The exclusive upper bound of a subtree, for range queries that use the index on every database:
    /// <c>path &gt;= root and path &lt; End(root)</c>.
    /// </summary>
    public static string End(string root) => root[..^1] + '0';

    /// <summary>The codes from the root down.</summary>
    public static IReadOnlyList<string> Codes(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
