using System.Text.RegularExpressions;

namespace Approvals.Architecture.Tests;

/// <summary>A promise whose test was renamed or taken away would stand there without proof.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Security_EveryTestItNames_IsThere()
    {
        var named = Names().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md"))).Select(m => (Class: m.Groups[1].Value, Method: m.Groups[2].Value)).ToList();
        Assert.True(named.Count > 50);
        var sources = Repository.Sources("tests").ToLookup(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText);

        Found.Nothing(named.Where(n => !sources[n.Class].Any(text => Regex.IsMatch(text, $@"(Fact|Theory)[\s\S]*?\b{n.Method}\("))).Select(n => $"docs/security.md: {n.Class}.{n.Method} is no test"));
    }

    [Fact]
    public void Security_EveryTestOfThePageItNames_IsThere() => Found.Nothing(
        Pages().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md"))).Select(m => m.Groups[1].Value)
            .Where(name => !Repository.Files("src/Approvals.Web/ui/src", name).Any()).Select(name => $"docs/security.md: {name} is not there"));

    [GeneratedRegex(@"`(\w+(?:Tests|Story))\.(\w+)`")]
    private static partial Regex Names();

    [GeneratedRegex(@"`(\w+\.test\.tsx?)`")]
    private static partial Regex Pages();
}
