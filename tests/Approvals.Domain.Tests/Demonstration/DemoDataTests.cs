using System.Text.Json;
using Approvals.Domain.Identifiers;
using Approvals.Domain.Tests.Packages;

namespace Approvals.Domain.Tests.Demonstration;

public sealed class DemoDataTests
{
    private static readonly DateOnly Today = new(2026, 1, 1);

    private static readonly JsonElement[] People = Read("demo/people.json", "people");

    private static readonly JsonElement[] Organisations = Read("demo/organisations.json", "organisations");

    private static readonly Dictionary<string, JsonElement> Regions = Read("regions.json", "regions").ToDictionary(r => Text(r, "code"));

    [Fact]
    public void People_OfTheDemonstration_HaveValidIdentifiersThatAgree()
    {
        foreach (var person in People)
        {
            var identity = person.GetProperty("person");
            Assert.True(IdentifierKinds.TryParse(Text(identity, "idType"), out var kind));
            var identifier = IdentifierCheck.Check(kind, Text(identity, "idNumber"), Today);
            Assert.True(identifier.IsSuccess, Text(person, "user"));
            Assert.True(IdentifierCheck.Check(IdentifierKind.Mobile, Text(person, "mobile"), Today).IsSuccess, Text(person, "user"));
            if (identifier.Value.BirthDate is { } birth) Assert.Equal(Text(identity, "birthDate"), birth.ToString("yyyy-MM-dd", null));
            if (identifier.Value.Sex is { } sex) Assert.Equal(Text(identity, "gender"), sex.ToString().ToLowerInvariant());
        }
    }

    [Fact]
    public void Organisations_OfTheDemonstration_HaveValidCodesAndRegions()
    {
        foreach (var organisation in Organisations)
        {
            Assert.True(IdentifierCheck.Check(IdentifierKind.Uscc, Text(organisation, "uscc"), Today).IsSuccess, Text(organisation, "id"));
            Assert.Contains(Text(organisation, "region"), Regions.Keys);
        }

        Assert.Equal(Organisations.Length, Organisations.Select(o => Text(o, "uscc")).Distinct().Count());
    }

    [Fact]
    public void Roles_OfTheDemonstration_NameKnownPlacesAndCoverEveryRole()
    {
        var organisations = Organisations.Select(o => Text(o, "id")).ToHashSet();
        var roles = People.SelectMany(p => p.GetProperty("roles").EnumerateArray()).ToList();

        Assert.All(roles, r => Assert.Contains(Text(r, "region"), Regions.Keys));
        Assert.All(roles.Where(r => r.TryGetProperty("organisation", out _)), r => Assert.Contains(Text(r, "organisation"), organisations));
        Assert.Equal(14, roles.Select(r => Text(r, "role")).Distinct().Count());
        Assert.True(roles.Count(r => Text(r, "role") == "Expert") >= 5);
    }

    [Fact]
    public void Regions_ByParent_FormATreeOfThreeLevels()
    {
        foreach (var (code, region) in Regions)
        {
            var parent = region.GetProperty("parent").GetString();
            Assert.Equal(code[2..] == "0000" ? "province" : code[4..] == "00" ? "city" : "county", Text(region, "level"));
            if (parent is null) Assert.Equal("province", Text(region, "level"));
            else Assert.Equal(Text(region, "level") == "city" ? code[..2] + "0000" : code[..4] + "00", parent);
        }
    }

    private static JsonElement[] Read(string path, string list)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(PackageFolders.Root, "..", "data", path)));
        return [.. document.RootElement.GetProperty(list).Clone().EnumerateArray()];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
