namespace Approvals.EndToEnd.Tests.Studio;

/// <summary>The product with the shipped services except those that the stories build.</summary>
public sealed class StudioWithoutThem : IAsyncLifetime
{
    private static readonly string[] Built = ["vip-travel", "provincial-title"];

    private readonly DirectoryInfo _packages = Directory.CreateTempSubdirectory("approvals-packages-");

    public Product Product { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var shipped = Path.Combine(RepositoryFolder.Root, "workflows");
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(shipped, f)).Where(f => !Built.Contains(f.Split(Path.DirectorySeparatorChar)[0])))
        {
            var copy = Path.Combine(_packages.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(shipped, file), copy);
        }

        Product = new Product { Options = ["--Packages:Directory", _packages.FullName] };
        await Product.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await Product.DisposeAsync();
        _packages.Delete(recursive: true);
    }
}
