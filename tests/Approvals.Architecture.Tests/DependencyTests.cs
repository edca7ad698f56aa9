using System.Xml.Linq;

namespace Approvals.Architecture.Tests;

/// <summary>The one direction of dependency of docs/architecture.md.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Feel"] = [],
        ["Decisions"] = ["Feel"],
        ["Workflows"] = ["Decisions"],
        ["Domain"] = ["Workflows"],
        ["Application"] = ["Domain"],
        ["Infrastructure"] = ["Application"],
        ["Database.Sqlite"] = ["Application"],
        ["Database.PostgreSql"] = ["Application"],
        ["Database.SqlServer"] = ["Application"],
        ["Simulation"] = ["Infrastructure", "Database.Sqlite"],
        ["Web"] = ["Infrastructure", "Simulation", "Database.Sqlite", "Database.PostgreSql", "Database.SqlServer"],
        ["Cli"] = ["Infrastructure", "Simulation", "Database.Sqlite", "Database.PostgreSql", "Database.SqlServer"],
    };

    public static TheoryData<string> Projects() => [.. Repository.Files("src", ".csproj").Select(Repository.Relative)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void ProjectReferences_EachProject_PointOnlyDownwards(string project)
    {
        var name = Name(project);
        Assert.True(Allowed.TryGetValue(name, out var allowed), $"{name} has no place in the one direction of dependency.");

        var references = XDocument.Load(Path.Combine(Repository.Root, project)).Descendants("ProjectReference")
            .Select(r => Name(r.Attribute("Include")!.Value));

        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void ProjectReferences_PureProjects_HaveNoPackages()
    {
        foreach (var name in PurityTests.Pure)
        {
            var project = Path.Combine(Repository.Root, "src", $"Approvals.{name}", $"Approvals.{name}.csproj");
            Assert.Empty(XDocument.Load(project).Descendants("PackageReference"));
        }
    }

    private static string Name(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))["Approvals.".Length..];
}
