using System.Text.Json;
using Approvals.Domain.Forms;
using Approvals.Domain.Identifiers;
using Approvals.Domain.Letters;
using Approvals.Domain.Packages;
using Approvals.Domain.Scenarios;

namespace Approvals.Domain.Tests.Packages;

/// <summary>The schemas and the loader say the same.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string, string, string[]> Lists() => new()
    {
        { "service", "", [.. ServiceInfoReader.Properties] },
        { "service", "document", [.. DocumentDemandReader.Properties] },
        { "service", "entitlement", [.. EntitlementReader.Properties] },
        { "form", "", [.. FormReader.Properties] },
        { "form", "component", [.. FormReader.ComponentProperties] },
        { "form", "validate", [.. ValidationReader.Properties] },
        { "form", "approvals", [.. RulesReader.Properties] },
        { "scenario", "", [.. ScenarioReader.Properties] },
        { "scenario", "person", [.. ScenarioReader.PersonProperties] },
        { "scenario", "act", [.. ScenarioReader.ActProperties] },
        { "scenario", "expectation", [.. ExpectationReader.Properties] },
        { "letter", "", [.. LetterReader.Properties] },
    };

    public static TheoryData<string, string> Files()
    {
        var data = new TheoryData<string, string>();
        foreach (var folder in PackageFolders.Services.Append("_shared"))
        {
            foreach (var path in PackageFolders.Files(folder).Keys.Where(p => Schema(p) is not null).Order(StringComparer.Ordinal)) data.Add(folder, path);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Properties_OfSchemaAndLoader_AreTheSame(string schema, string definition, string[] properties)
    {
        var root = TestData.Json($"schemas/{schema}.schema.json");
        var described = (definition.Length == 0 ? root : root.GetProperty("$defs").GetProperty(definition)).GetProperty("properties");

        Assert.Equal(properties.Order(StringComparer.Ordinal), described.EnumerateObject().Select(p => p.Name).Where(n => n != "$schema").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Files_OfShippedPackages_FitTheirSchema(string folder, string path) =>
        Assert.Empty(SchemaCheck.Check(Schema(path)!, JsonDocument.Parse(PackageFolders.Files(folder)[path]).RootElement));

    [Fact]
    public void Formats_OfTheSchema_AreTheKindsOfIdentifier()
    {
        var format = TestData.Json("schemas/form.schema.json").GetProperty("$defs").GetProperty("approvals").GetProperty("properties").GetProperty("format");

        Assert.Equal(IdentifierKinds.Codes, format.GetProperty("anyOf")[0].GetProperty("enum").EnumerateArray().Select(e => e.GetString()!).Order(StringComparer.Ordinal));
    }

    private static string? Schema(string path) => path switch
    {
        "service.json" => "service",
        _ when path.StartsWith("forms/", StringComparison.Ordinal) => "form",
        _ when path.StartsWith("scenarios/", StringComparison.Ordinal) => "scenario",
        _ when path.StartsWith("dictionaries/", StringComparison.Ordinal) => "dictionary",
        _ => null,
    };
}
