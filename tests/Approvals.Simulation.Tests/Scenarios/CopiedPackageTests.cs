using System.Text;
using System.Text.Json.Nodes;
using Approvals.Application.Policies;
using Approvals.Domain.Packages;
using Approvals.Simulation.Scenarios;

namespace Approvals.Simulation.Tests.Scenarios;

/// <summary>A copied folder with a code and name of its own is a further service, with no line of code.</summary>
public sealed class CopiedPackageTests
{
    [Fact]
    public async Task Folder_CopiedUnderAnotherCodeAndName_IsAFurtherServiceThatWorks()
    {
        var shipped = PackageFolder.ReadTree(ShippedPackages.Root);
        var original = shipped.Packages.Single(p => p.Name == "housing");
        var copy = new PackageFolder("guest-rooms", original.Files.SetItem("service.json", Renamed(original.Files["service.json"])));
        await using var template = await SimulationTemplate.CreateAsync(shipped with { Packages = shipped.Packages.Add(copy) }, ReferenceData.Find(ShippedPackages.Root));

        Assert.Empty(template.Import.Broken);
        var package = ServicePackage.Load(copy.Files, shipped.Shared).Package!;
        Assert.NotEmpty(package.Scenarios);
        foreach (var scenario in package.Scenarios)
        {
            var outcome = await ScenarioRunner.RunAsync(template, "guest-rooms", scenario);
            Assert.Empty(outcome.Failures.Select(f => $"{scenario.File}: {SimulatedPlatform.Texts.Format(f, "en")}"));
        }
    }

    /// <summary>What a policy editor changes by hand: code and name; the number stays, and the import finds a free one.</summary>
    private static ReadOnlyMemory<byte> Renamed(ReadOnlyMemory<byte> service)
    {
        var json = JsonNode.Parse(service.Span)!.AsObject();
        json["code"] = "guest-rooms";
        json["name"] = new JsonObject { ["zh-CN"] = "专家客房", ["en"] = "Guest rooms" };
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }
}
