using System.Text.RegularExpressions;

namespace Approvals.Architecture.Tests;

/// <summary>A promise whose test was renamed or taken away would stand there without proof.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Security_EveryTestItNames_IsThere()
    {
        var named = Names().Matches(Text).Select(m => (Class: m.Groups[1].Value, Method: m.Groups[2].Value)).ToList();
        Assert.True(named.Count > 50);
        var sources = Repository.Sources("tests").ToLookup(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText);

        Found.Nothing(named.Where(n => !sources[n.Class].Any(text => IsTest(text, n.Method))).Select(n => $"docs/security.md: {n.Class}.{n.Method} is no test"));
    }

    [Fact]
    public void Security_EveryPromise_NamesATest()
    {
        var promises = Text.Split('\n').SkipWhile(l => !l.StartsWith("| promise", StringComparison.Ordinal)).TakeWhile(l => !l.StartsWith("## Rights, as measured", StringComparison.Ordinal))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| promise", StringComparison.Ordinal)).Select(l => l.Split(" | ")).ToList();
        Assert.True(promises.Count > 30);

        Found.Nothing(promises.Where(p => p.Length != 4 || !(Names().IsMatch(p[3]) || Pages().IsMatch(p[3]))).Select(p => $"docs/security.md: {p[0]}: names no test"));
    }

    [Theory]
    [InlineData("[Fact]\n    public async Task Told_Once_Holds()\n", true)]
    [InlineData("[Theory, MemberData(nameof(Rows))]\n    public void Told_Once_Holds(int row)\n", true)]
    [InlineData("[Theory]\n    [InlineData(1)]\n    [InlineData(2)]\n    public void Told_Once_Holds(int row)\n", true)]
    [InlineData("[Fact, Holds(Bad.Twice, \"POST /api/things/{id}\")]\n    [Holds(Bad.Stale, \"x\")]\n    public async Task Told_Once_Holds()\n", true)]
    [InlineData("[Fact]\n    public void Another_Name_Holds() => Told_Once_Holds();\n", false)]
    [InlineData("[Fact]\n    public void Another_Name_Holds() { }\n\n    // Told_Once_Holds() stood here.\n", false)]
    [InlineData("[Fact]\n    public void Another_Name_Holds() { }\n\n    public static void Told_Once_Holds() { }\n", false)]
    public void Test_OfAName_IsOneOnlyWhereItRuns(string text, bool isTest) => Assert.Equal(isTest, IsTest(text, "Told_Once_Holds"));

    private static string Text => File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md"));

    /// <summary>Whether a source has a test of that name: not a call, a helper or a word about it.</summary>
    private static bool IsTest(string source, string method) =>
        Regex.IsMatch(source, $@"\[(Fact|Theory)\b[^\]]*\](\s*\[[^\]]*\])*\s*public\s+(async\s+)?(Task|void)\s+{method}\(");

    [Fact]
    public void Security_EveryTestOfThePageItNames_IsThere() => Found.Nothing(
        Pages().Matches(Text).Select(m => m.Groups[1].Value)
            .Where(name => !Repository.Files("src/Approvals.Web/ui/src", name).Any()).Select(name => $"docs/security.md: {name} is not there"));

    [GeneratedRegex(@"`(\w+(?:Tests|Story))\.(\w+)`")]
    private static partial Regex Names();

    [GeneratedRegex(@"`(\w+\.test\.tsx?)`")]
    private static partial Regex Pages();
}
