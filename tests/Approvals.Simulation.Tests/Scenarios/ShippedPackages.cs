using Approvals.Application.Policies;
using Approvals.Domain.Packages;
using Approvals.Domain.Scenarios;

namespace Approvals.Simulation.Tests.Scenarios;

/// <summary>The packages of the repository, prepared once for all tests of a class.</summary>
public sealed class ShippedPackages : IAsyncLifetime
{
    public static string Root { get; } = Find("workflows");

    public SimulationTemplate Template { get; private set; } = null!;

    public static IEnumerable<(string Service, Scenario Scenario)> Scenarios() =>
        from folder in PackageFolder.ReadTree(Root).Packages
        let package = ServicePackage.Load(folder.Files, PackageFolder.ReadTree(Root).Shared).Package
        where package is not null
        from scenario in package!.Scenarios
        select (package!.Service.Code, scenario);

    public static string Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, name)) && File.Exists(Path.Combine(folder.FullName, "Approvals.sln")))
            {
                return Path.Combine(folder.FullName, name);
            }
        }

        throw new DirectoryNotFoundException(name);
    }

    public async Task InitializeAsync() =>
        Template = await SimulationTemplate.CreateAsync(PackageFolder.ReadTree(Root), ReferenceData.Find(Root));

    public async Task DisposeAsync() => await Template.DisposeAsync();
}
