using Approvals.Domain.Packages;

namespace Approvals.Domain.Tests.Packages;

/// <summary>Every folder under workflows/ loads without a problem.</summary>
public sealed class ShippedPackagesTests
{
    public static TheoryData<string> Folders() => [.. PackageFolders.Services];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Load_ShippedFolder_HasNoProblems(string folder)
    {
        var load = ServicePackage.Load(PackageFolders.Files(folder), PackageFolders.Files("_shared"));
        var texts = MessageCatalog.Load(AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name?.StartsWith("Approvals.", StringComparison.Ordinal) == true));

        var problems = string.Join('\n', load.Problems.Select(p => p.Describe(texts, "en")));
        Assert.True(problems.Length == 0, problems);
        Assert.Equal(folder, load.Package!.Service.Code);
    }
}
