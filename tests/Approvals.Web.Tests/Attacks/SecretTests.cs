using System.Text.Json;
using System.Text.RegularExpressions;

namespace Approvals.Web.Tests.Attacks;

/// <summary>Secrets are given by the environment or lie in files outside the tree and the database.</summary>
public sealed partial class SecretTests
{
    private static readonly string[] Left = [".git", "artifacts", "node_modules", "wwwroot", "App_Data", "bin", "obj"];

    [Fact]
    public void Tree_HoldsNoSecret()
    {
        var root = TestKit.Cases.CaseHost.Root();
        var files = Walk(root).Where(f => new FileInfo(f).Length < 2_000_000).ToList();
        Assert.True(files.Count > 500);

        Assert.All(files, file => Assert.False(KeyMaterial().IsMatch(File.ReadAllText(file)), Path.GetRelativePath(root, file)));
    }

    [Fact]
    public void Settings_ThatShip_NameNoSecret()
    {
        var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestKit.Cases.CaseHost.Root(), "src", "Approvals.Web", "appsettings.json")));

        Assert.DoesNotContain(Names(settings.RootElement), name => Secretive().IsMatch(name));
    }

    [Theory]
    [InlineData("-----BEGIN RSA " + "PRIVATE KEY-----", true)]
    [InlineData("Host=a;Database=b;Password=abc123xyz;", true)]
    [InlineData("Username=b;Password=abc123xyz;Host=a", true)]
    [InlineData("Server=a,1433; Pwd=abc123!xyz", true)]
    [InlineData("pwd=abc123xyz;data source=a", true)]
    [InlineData("Host=a;Password=…\"", false)]
    [InlineData("Host=a;Database=b;Username=c", false)]
    [InlineData("password=demo-pass", false)]
    public void Pattern_OfASecret_FindsOne(string text, bool found) => Assert.Equal(found, KeyMaterial().IsMatch(text));

    /// <summary>The kinds of files in the tree that can hold a text are looked at, whatever comes to be added.</summary>
    [Theory]
    [InlineData(".sql")]
    [InlineData(".yaml")]
    [InlineData(".csproj")]
    [InlineData("")]
    public void Tree_OfAnyKindOfText_IsLookedAt(string ending) => Assert.True(IsText($"some{ending}"));

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(member => Names(member.Value).Prepend(member.Name))
        : [];

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder)
        .Where(file => IsText(file) && Path.GetFileName(file) is not "SecretTests.cs")
        .Concat(Directory.EnumerateDirectories(folder).Where(child => !Left.Contains(Path.GetFileName(child))).SelectMany(Walk));

    private static bool IsText(string file) => Path.GetExtension(file) is not (".png" or ".jpg" or ".ico" or ".pdf" or ".xlsx" or ".zip" or ".gz" or ".woff2" or ".ttf" or ".dll" or ".db");

    /// <summary>A private key, a connection string with its password, in whatever order, or a well-known provider's token.</summary>
    [GeneratedRegex("""
        -----BEGIN\ [A-Z\ ]*PRIVATE\ KEY-----
        | \b(?i:Host|Server|Data\ Source)=[^"'\n]*;\s*(?i:Password|Pwd)=[^\s;"'<>{}$…]{4,}
        | \b(?i:Password|Pwd)=[^\s;"'<>{}$…]{4,};[^"'\n]*\b(?i:Host|Server|Data\ Source)=
        | \bAKIA[0-9A-Z]{16}\b
        | \bghp_[A-Za-z0-9]{36}\b
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex KeyMaterial();

    [GeneratedRegex("password|secret|token|key|connectionstring", RegexOptions.IgnoreCase)]
    private static partial Regex Secretive();
}
