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
    [InlineData("Password=abc123xyz;", true)]
    [InlineData("Password=…\"", false)]
    public void Pattern_OfASecret_FindsOne(string text, bool found) => Assert.Equal(found, KeyMaterial().IsMatch($"Host=a;{text}"));

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(member => Names(member.Value).Prepend(member.Name))
        : [];

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder)
        .Where(file => Path.GetExtension(file) is ".cs" or ".json" or ".ts" or ".tsx" or ".sh" or ".md" or ".py" or ".yml" or ".props" or ".txt" or ".pem" or ".key" or ".env"
            && Path.GetFileName(file) is not "SecretTests.cs")
        .Concat(Directory.EnumerateDirectories(folder).Where(child => !Left.Contains(Path.GetFileName(child))).SelectMany(Walk));

    /// <summary>A private key, a connection string with its password, or a well-known provider's token.</summary>
    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----|Host=[^""\n]*;\s*Password=\w{4,}|\bAKIA[0-9A-Z]{16}\b|\bghp_[A-Za-z0-9]{36}\b")]
    private static partial Regex KeyMaterial();

    [GeneratedRegex("password|secret|token|key|connectionstring", RegexOptions.IgnoreCase)]
    private static partial Regex Secretive();
}
