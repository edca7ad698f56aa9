using System.IO.Compression;
using System.Text.Json.Nodes;
using Approvals.Application.Policies;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Cli.Tests;

/// <summary>Packages come in as folders or archives and leave as they came, but for what Elsa keeps about versions.</summary>
public sealed class ServiceFilesCommandTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("approvals-service-files-");
    private CaseHost _host = null!;

    /// <summary>One that says of itself that it is published, as a draft of it does not.</summary>
    private static string Shipped { get; } = Directory.GetDirectories(Path.Combine(CaseHost.Root(), "workflows")).Order(StringComparer.Ordinal)
        .Select(folder => Path.Combine(folder, "workflow.json"))
        .Where(file => File.Exists(file) && File.ReadAllText(file).Contains("\"isPublished\": true", StringComparison.Ordinal)).Select(file => Path.GetDirectoryName(file)!).First();

    private static string Code => Path.GetFileName(Shipped);

    public async Task InitializeAsync()
    {
        _host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        await PackageVersions.OfAsync(_host);
        await _host.ReadAsync(c => c.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.NormalizedUserName, u => u.UserName!.ToUpper())));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Export_OfAPublishedVersion_IsWhatCameInByteForByte()
    {
        var (code, output) = await ServiceAsync("export", SmallPackage.Code, "--to", _folder.FullName);

        Assert.True(code == 0, output);
        Assert.Equal(
            SmallPackage.Files().Select(f => (f.Key, Convert.ToHexString(f.Value.Span))),
            PackageFolder.Read(Path.Combine(_folder.FullName, SmallPackage.Code)).Files.Select(f => (f.Key, Convert.ToHexString(f.Value.Span))));
    }

    [Fact]
    public async Task Export_OfAnImportedFolder_DiffersInTheVersionsFieldsAlone_AndComesInAgainAsTheSame()
    {
        Assert.Contains("draft", (await ImportedAsync(Shipped)).Output, StringComparison.Ordinal);

        var (exported, told) = await ServiceAsync("export", Code, "--to", _folder.FullName, "--number", "1");

        Assert.True(exported == 0, told);
        var (before, after) = (PackageFolder.Read(Shipped).Files, PackageFolder.Read(Path.Combine(_folder.FullName, Code)).Files);
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before.Where(f => f.Key != "workflow.json"), f => Assert.True(f.Value.Span.SequenceEqual(after[f.Key].Span), f.Key));
        var changed = Changed(before["workflow.json"], after["workflow.json"]).ToList();
        Assert.Contains("\"isPublished\": false", changed);
        Assert.All(changed, line => Assert.Matches("^\"(id|version|isLatest|isPublished)\": ", line));
        Assert.Equal(0, (await ImportedAsync(Path.Combine(_folder.FullName, Code))).Code);
        Assert.Equal(1, await VersionsAsync(Code));
    }

    [Fact]
    public async Task Export_OfALaterVersion_SaysItsOwnNumber_AndTheEarlierOneIsNotTheLatest()
    {
        var changed = Path.Combine(_folder.FullName, "in", SmallPackage.Code);
        Write(changed, PackageVersions.Changed(("\"length\": 3", "\"length\": 2")));
        Assert.Equal(0, (await ImportedAsync(changed)).Code);

        var first = await ExportedAsync(1);
        var second = await ExportedAsync(2);

        Assert.Equal(("small-grant-1", 1, false, true), first);
        Assert.Equal(("small-grant-2", 2, true, false), second);
    }

    [Fact]
    public async Task Import_OfAnArchive_IsTheSameDraftAsItsFolder()
    {
        var archive = Path.Combine(_folder.FullName, "package.zip");
        ZipFile.CreateFromDirectory(Shipped, archive, CompressionLevel.Fastest, includeBaseDirectory: true);

        var first = await ImportedAsync(archive);
        var again = await ImportedAsync(Shipped);

        Assert.True(first.Code == 0, first.Output);
        Assert.Equal((0, 1), (again.Code, await VersionsAsync(Code)));
        var stored = await _host.ReadAsync(c => c.PackageFiles.CountAsync(f => c.ServiceVersions.Any(v => v.Id == f.ServiceVersionId && v.ServiceCode == Code)));
        Assert.Equal(PackageFolder.Read(Shipped).Files.Count, stored);
    }

    [Fact]
    public async Task ImportAndExport_OfWhatIsNotThere_SaySoInOneSentence()
    {
        var broken = Path.Combine(_folder.FullName, "broken.zip");
        await File.WriteAllTextAsync(broken, "no archive");
        Directory.CreateDirectory(Path.Combine(_folder.FullName, SmallPackage.Code));

        (int Code, string Output)[] refused =
        [
            await ImportedAsync(broken), await ImportedAsync(Path.Combine(_folder.FullName, "nowhere")), await ServiceAsync("import", Shipped, "--user", "nobody"),
            await ServiceAsync("export", "no-such-service", "--to", _folder.FullName), await ServiceAsync("export", SmallPackage.Code, "--to", _folder.FullName),
        ];

        Assert.All(refused, r => Assert.Equal((1, 1), (r.Code, r.Output.Trim().Split('\n').Length)));
        Assert.Equal(1, await _host.ReadAsync(c => c.ServiceVersions.CountAsync()));
    }

    private Task<(int Code, string Output)> ImportedAsync(string path) => ServiceAsync("import", path, "--user", "editor");

    private Task<(int Code, string Output)> ServiceAsync(params string[] arguments) => CommandLine.RunAsync(
        ["service", .. arguments], ("Data__Directory", _host.Host.DataDirectory), ("Secrets__MasterKeyFile", Path.Combine(_host.Host.DataDirectory, "master.keys")));

    private async Task<(string?, int, bool, bool)> ExportedAsync(int number)
    {
        var target = Path.Combine(_folder.FullName, $"out-{number}");
        var (code, output) = await ServiceAsync("export", SmallPackage.Code, "--to", target, "--number", $"{number}");
        Assert.True(code == 0, output);
        var flow = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(target, SmallPackage.Code, "workflow.json")))!;
        return ((string?)flow["id"], (int)flow["version"]!, (bool)flow["isLatest"]!, (bool)flow["isPublished"]!);
    }

    private Task<int> VersionsAsync(string service) => _host.ReadAsync(c => c.ServiceVersions.CountAsync(v => v.ServiceCode == service));

    private static IEnumerable<string> Changed(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        var (old, now) = (Lines(before), Lines(after));
        Assert.Equal(old.Length, now.Length);
        return now.Where((line, i) => line != old[i]).Select(line => line.Trim().TrimEnd(','));
    }

    private static string[] Lines(ReadOnlyMemory<byte> file) => System.Text.Encoding.UTF8.GetString(file.Span).Split('\n');

    private static void Write(string folder, IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> files)
    {
        foreach (var (name, content) in files)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content.ToArray());
        }
    }
}
