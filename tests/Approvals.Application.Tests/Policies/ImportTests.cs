using System.Collections.Immutable;
using Approvals.Application.Policies;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Policies;

public sealed class ImportTests
{
    private static readonly ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> NoFiles = ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty;

    [Theory, AllDatabases]
    public async Task Import_KnownServiceThatDiffers_IsReportedAndNotLoaded(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);

        var same = await ImportAsync(host, SmallPackage.Tree());
        var changed = await ImportAsync(host, SmallPackage.Tree("AllOf"));

        Assert.Empty(same.Differing);
        Assert.Equal(SmallPackage.Code, Assert.Single(changed.Differing));
        Assert.Equal(1, await host.ReadAsync(c => c.ServiceVersions.CountAsync(v => v.ServiceCode == SmallPackage.Code)));
    }

    [Theory, AllDatabases]
    public async Task Import_BrokenPackage_IsNamedWhileOthersRun(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var broken = SmallPackage.Files(code: "broken-one").Remove("forms/application.json");

        var import = await ImportAsync(host, new PackageTree(
            [new PackageFolder("broken-one", broken), new PackageFolder("sound-one", SmallPackage.Files(code: "sound-one"))], NoFiles));

        Assert.Equal("sound-one", Assert.Single(import.Imported));
        var problem = Assert.Single(import.Broken).Problems.First(p => p.Activity is not null);
        Assert.Equal(("workflow.json", "apply"), (problem.File, problem.Activity));
    }

    [Theory, AllDatabases]
    public async Task Import_TakenNumberCode_GetsAFreeOne(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);

        await ImportAsync(host, SmallPackage.Tree(code: "small-copy"));

        var numbers = await host.ReadAsync(c => c.ServiceVersions.Where(v => v.NumberCode != null).Select(v => v.NumberCode!).ToListAsync());
        Assert.Equal(2, numbers.Distinct().Count());
    }

    [Theory, AllDatabases]
    public async Task InForce_BeforeTheFirstDay_IsNothing(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);

        var before = await host.UseAsync<ServiceCatalog, ServiceSnapshot?>(u => u.InForceAsync(SmallPackage.Code, new DateOnly(2025, 12, 31), default).AsTask());
        var first = await host.UseAsync<ServiceCatalog, ServiceSnapshot?>(u => u.InForceAsync(SmallPackage.Code, new DateOnly(2026, 1, 1), default).AsTask());

        Assert.Null(before);
        Assert.Equal(1, first?.Number);
    }

    private static Task<PackageImport> ImportAsync(CaseHost host, PackageTree tree) =>
        host.UseAsync<ImportPackages, PackageImport>(u => u.HandleAsync(tree, default));
}
