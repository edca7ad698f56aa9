using System.Text;
using System.Text.Json;
using Approvals.Domain.Forms;
using Approvals.Domain.Json;
using Approvals.Domain.Packages;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Catalogue;
using Approvals.Domain.Tests.Packages;

namespace Approvals.Domain.Tests.Studio;

/// <summary>Every setting can be changed by a command, stands in the file afterwards, and reads.</summary>
public sealed class EverySettingTests
{
    public static TheoryData<string> Kinds() => [.. FormSettings.Kinds];

    public static TheoryData<string> Sections() => [.. ServiceSettings.Sections.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Service_EverySettingOfASection_IsWrittenAndReads(string name)
    {
        var samples = new SettingSamples(DraftFiles.Of(PackageFolders.Files("talent-classification")), "service.json");
        foreach (var setting in ServiceSettings.Sections.Single(s => s.Name == name).Settings) samples.Write("", setting);

        var file = new JsonFile("service.json");
        file.Read(samples.Files.Read("service.json").Value, ServiceInfoReader.Read);
        Assert.Empty(samples.Lost);
        Assert.Empty(file.Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => $"{p.Place}: {p.Code}"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Component_EverySettingOfAKind_IsWrittenAndReads(string kind)
    {
        var samples = new SettingSamples(DraftFiles.Of(Files(kind)), "forms/sample.json");
        foreach (var setting in FormSettings.Of(kind).Where(s => s.Name != "type")) samples.Write("/components/0", setting);

        var load = Form.Read("forms/sample.json", samples.Files.Read("forms/sample.json").Value);
        Assert.Empty(samples.Lost);
        Assert.Empty(load.Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => $"{p.Place}: {p.Code}"));
    }

    [Fact]
    public void Package_LimitDocumentAndReminderChanged_StillLoads()
    {
        CommandText[] texts =
        [
            new("value.set", "service.json", "/limits/promised/length", Value: JsonSerializer.SerializeToElement(15)),
            new("value.set", "service.json", "/documents/[type=contract]/maxMegabytes", Value: JsonSerializer.SerializeToElement(30)),
        ];
        var files = DraftFiles.Of(PackageFolders.Files("talent-classification"));
        var changed = DraftCommands.Apply(files, texts.Select(t => DraftCommands.Read(t).Value)).Value;

        var load = ServicePackage.Load(changed.Files, PackageFolders.Files("_shared"));

        Assert.Equal(15, load.Package!.Service.Limits.Promised!.Limit.Length);
        Assert.Equal(30, load.Package.Service.Documents.Single(d => d.Type == "contract").MaxMegabytes);
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Files(string kind) => new(StringComparer.Ordinal)
    {
        ["forms/sample.json"] = Encoding.UTF8.GetBytes($$"""{"id":"sample","components":[{"type":"{{kind}}","label":"样例"}]}"""),
    };
}
