using System.Text;
using System.Text.Json.Nodes;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Catalogue;
using Approvals.Domain.Tests.Studio;
using Approvals.Feel;
using Approvals.Web.Tests.BadInput;
using Approvals.Workflows;

namespace Approvals.Web.Tests.Studio;

/// <summary>
/// Every property of every block, of every kind of field and of every kind of table cell, changed through the API: it stands in the exported
/// folder, and those of fields and cells, once published, in the package that a running case works by.
/// </summary>
[Collection(SharedCare.Name)]
public sealed class EveryPropertyTests(CarefulProduct server)
{
    private const string Applicant = "zhou.jianhua";

    [Fact]
    public async Task Blocks_EverySetting_IsExportedAndInForce()
    {
        var studio = await StudioStory.BeginAsync(server, "every-block");
        await studio.SendAsync([.. EveryPropertyGround.Commands]);
        var set = new List<(string Block, BlockSetting Setting, JsonNode Value)>();
        foreach (var kind in BlockCatalog.Kinds.Where(k => !NewBlocks.Composed.Contains(k.Kind)))
        {
            var (id, ports) = await PutInAsync(studio, kind.Kind);
            if (EveryPropertyGround.Inside(kind.Kind, id).ToArray() is { Length: > 0 } inside) await studio.SendAsync(inside);
            var values = kind.Settings.Where(s => s.Kind != BlockSettingKind.Child).Select(s => (id, s, BlockSamples.Of(s, kind.Settings.Any(o => o.Name == "branches") ? "one" : ports.FirstOrDefault() ?? "Done"))).ToList();
            set.AddRange(values);
            await studio.SendAsync([.. values.Select(v => StudioStory.Command("flow.set", "workflow.json", v.id, v.s.Name, v.Item3))]);
            await LeadOnAsync(studio, id);
        }

        var exported = JsonNode.Parse((await studio.ExportAsync())["workflow.json"])!;
        Assert.Empty(set.Where(s => !JsonNode.DeepEquals(Found(Activity(exported, s.Block), s.Setting), s.Value)).Select(s => $"{s.Block}.{s.Setting.Name}"));

        await studio.PublishAsync();
        var running = (await studio.RunningAsync(await ApplyAsync(studio.Service))).Package.Workflow.Activities.ToDictionary(a => a.Id);
        Assert.Empty(set.Where(s => !JsonNode.DeepEquals(Found(Properties(running[s.Block]), s.Setting), s.Value)).Select(s => $"{s.Block}.{s.Setting.Name}"));
    }

    [Fact]
    public async Task Fields_EverySettingOfEveryKind_IsExportedAndInForce()
    {
        var studio = await StudioStory.BeginAsync(server, "every-field");
        await studio.SendAsync([.. EveryPropertyGround.Commands]);
        var written = new Dictionary<string, string>();
        foreach (var kind in FormSettings.Kinds)
        {
            var (file, form) = ($"forms/every-{kind.ToLowerInvariant()}.json", $$"""{ "id": "every-{{kind.ToLowerInvariant()}}", "components": [{ "type": "{{kind}}", "label": "样例" }] }""");
            var samples = new SettingSamples(DraftFiles.Of(new Dictionary<string, ReadOnlyMemory<byte>> { [file] = Encoding.UTF8.GetBytes(form) }), file);
            foreach (var setting in FormSettings.Of(kind).Where(s => s.Name != "type")) samples.Write("/components/0", setting);
            await studio.SendAsync(StudioStory.Command("file.write", file, null, null, form));
            await studio.SendAsync([.. samples.Commands.Select(Sent)]);
            written.Add(file, samples.Files.Text(file).Value);
        }

        var exported = await studio.ExportAsync();
        Assert.All(written, f => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(f.Value), JsonNode.Parse(exported[f.Key])), f.Key));

        await studio.PublishAsync();
        var running = await studio.RunningAsync(await ApplyAsync(studio.Service));
        Assert.All(FormSettings.Kinds, kind => Assert.Equal(kind, running.Package.Forms[$"every-{kind.ToLowerInvariant()}"].Components.Single().Type.ToString(), ignoreCase: true));
        var number = running.Package.Forms["every-number"].Components.Single();
        Assert.Equal(("renamed", true), (number.Key, number.Rules.Sensitive));
    }

    [Fact]
    public async Task Cells_OfEveryKind_AreExportedAndDecide()
    {
        var studio = await StudioStory.BeginAsync(server, "every-cell");
        await studio.SendAsync([.. EveryPropertyGround.Commands]);
        await studio.SendAsync([.. EveryPropertyGround.TableChanges.Select(c => StudioStory.Command(c.Kind, EveryPropertyGround.Table, c.At, null, JsonNode.Parse(c.Value)))]);
        var exported = (await studio.ExportAsync())[EveryPropertyGround.Table];
        Assert.All(EveryPropertyGround.TableChanges, c => Assert.Contains(c.Written, exported, StringComparison.Ordinal));

        await studio.PublishAsync();
        var running = await studio.RunningAsync(await ApplyAsync(studio.Service));
        Assert.Equal("child", Decided(running.Package, 17, 1));
        Assert.Equal("half", Decided(running.Package, 70, 3));
        Assert.Equal("nothing", Decided(running.Package, 50, 3));
    }

    private static string Decided(Domain.Packages.ServicePackage package, decimal age, decimal months) =>
        package.Decisions.Evaluate("fee", FeelContext.From([KeyValuePair.Create("age", FeelValue.Of(age)), KeyValuePair.Create("months", FeelValue.Of(months))])).Value.Value.ToString().Trim('"');

    private static JsonObject Sent(CommandText text)
    {
        var command = StudioStory.Command(text.Kind, text.File, text.At, text.To, text.Value is { } value ? JsonNode.Parse(value.GetRawText()) : null);
        if (text.Index is { } index) command["index"] = index;
        return command;
    }

    private static async Task<(string Id, string[] Ports)> PutInAsync(StudioStory studio, string kind)
    {
        var before = (await studio.FlowAsync()).Select(s => s.Text("id")).ToHashSet();
        await studio.SendAsync(StudioStory.Command("flow.insert", "workflow.json", null, null, new JsonObject { ["kind"] = kind }));
        var added = (await studio.FlowAsync()).Single(s => !before.Contains(s.Text("id")));
        return (added.Text("id"), [.. added.GetProperty("ports").EnumerateArray().Select(p => p.Text("port"))]);
    }

    /// <summary>All its outcomes lead to an end, so that nothing is left open.</summary>
    private static async Task LeadOnAsync(StudioStory studio, string id)
    {
        var step = (await studio.FlowAsync()).Single(s => s.Text("id") == id);
        if (step.Text("type") is "Elsa.End" or "Elsa.Finish" or "Elsa.Complete" or "Elsa.Fault" or "Elsa.Break")
        {
            return;
        }

        var led = await studio.WaysAsync(id);
        var ports = step.GetProperty("ports").EnumerateArray().Select(p => p.Text("port")).Where(p => !led.Contains(p)).ToList();
        if (ports.Count > 0)
        {
            await studio.SendAsync([.. ports.Select(p => StudioStory.Command("flow.connect", "workflow.json", id, "endGranted", new JsonObject { ["port"] = p }))]);
        }
    }

    private async Task<string> ApplyAsync(string service)
    {
        var applicant = await server.SignInAsync(Applicant);
        var draft = (await applicant.PostAsync($"/api/services/{service}/drafts")).Text("id");
        var etag = (await applicant.GetAsync($"/api/drafts/{draft}")).Text("etag");
        var saved = await applicant.PutAsync($"/api/drafts/{draft}", new { values = new { reason = "按办法申请", privacyConsent = true }, etag });
        var sent = await applicant.PostAsync($"/api/drafts/{draft}/submit", new { etag = saved.Text("etag"), idempotencyKey = CaseStory.Key() });
        Assert.True(sent.Status == 200, sent.Body.ToString());
        return sent.Text("caseId");
    }

    /// <summary>What a step says, as the case's flow has it.</summary>
    private static JsonObject Properties(ActivityDefinition activity) => new(activity.Properties.Select(p => KeyValuePair.Create(p.Name, JsonNode.Parse(p.Value.GetRawText()))));

    private static JsonNode Activity(JsonNode workflow, string id) => workflow["root"]!["activities"]!.AsArray().Single(a => a!["id"]!.ToString() == id)!;

    private static JsonNode? Found(JsonNode activity, BlockSetting setting)
    {
        var value = (setting.Path.IsEmpty ? [setting.Name] : setting.Path).Aggregate((JsonNode?)activity, (node, name) => node?[name]);
        return setting.IsInput ? value?["expression"] : value;
    }
}
