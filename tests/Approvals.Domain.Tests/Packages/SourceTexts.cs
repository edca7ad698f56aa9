using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Approvals.Domain.Tests.Packages;

/// <summary>Codes of texts that stand in the sources.</summary>
internal static class SourceTexts
{
    internal static IEnumerable<string> Codes(string pattern) =>
        Directory.GetFiles(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/Approvals.Domain"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), pattern).Select(m => m.Groups[1].Value)).Distinct();

    private static string Here([CallerFilePath] string path = "") => path;
}
