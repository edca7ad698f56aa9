using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Compare;
using Approvals.Domain.Studio.Variants;

namespace Approvals.Domain.Tests.Studio;

public sealed class VariantReapplyTests
{
    private const string Service = "service.json";
    private const string Form = "forms/application.json";
    private const string Flow = "workflow.json";
    private const string Letter = "letters/decision.zh-CN.md";

    private static readonly MessageCatalog Texts = MessageCatalog.Load(typeof(FileComparison).Assembly);

    private static readonly DraftFiles Older = Files(10, [Field("name", "Name"), Field("amount", "Amount")], "一\n二\n三");

    [Fact]
    public void Of_WhatTheBaseLeftAlone_HasBoth()
    {
        var outcome = Reapply(Files(10, [Field("name", "Name"), Field("amount", "Amount"), Field("phone", "Phone")], "一\n二\n三"), Set(Service, "/limits/promised/length", 5));

        Assert.Empty(outcome.Unfit);
        Assert.Equal(5, Json(outcome, Service)["limits"]!["promised"]!["length"]!.GetValue<int>());
        Assert.Equal(3, Json(outcome, Form)["components"]!.AsArray().Count);
    }

    [Fact]
    public void Of_AValueThatTheBaseChangedToo_KeepsTheVariants()
    {
        var outcome = Reapply(Files(8, [Field("name", "Name")], "一"), Set(Service, "/limits/promised/length", 5));

        Assert.Equal(5, Json(outcome, Service)["limits"]!["promised"]!["length"]!.GetValue<int>());
        Assert.Single(outcome.Fitting);
    }

    [Fact]
    public void Of_WhatIsGone_SetsItAsideWithWhatAndWhere()
    {
        var outcome = Reapply(Files(10, [Field("name", "Name")], "一\n二\n三"), Set(Form, "/components/[key=amount]/label/en", "Sum"), Set(Service, "/limits/promised/length", 5));

        var unfit = Assert.Single(outcome.Unfit);
        Assert.Equal(("studio.nowhere", Form), (unfit.Why.Code, unfit.Why.Data["file"]));
        Assert.Contains("Sum", Assert.Single(unfit.What).En, StringComparison.Ordinal);
        Assert.Equal("1", Assert.Single(outcome.Fitting).Id);
        Assert.Equal(5, Json(outcome, Service)["limits"]!["promised"]!["length"]!.GetValue<int>());
    }

    [Fact]
    public void Of_ALetterThatBothChangedApart_HasBothFromNowOn()
    {
        var outcome = Reapply(Files(10, [], "一\n二\n三\n四"), Write("壹\n二\n三"));

        Assert.Equal("壹\n二\n三\n四", outcome.Files.Text(Letter).Value);
        Assert.Equal("壹\n二\n三\n四", Assert.Single(outcome.Fitting).Command.Value!.Value.GetString());
    }

    [Fact]
    public void Of_ALetterThatBothChangedInOneLine_SetsTheVariantsAside()
    {
        var outcome = Reapply(Files(10, [], "弌\n二\n三"), Write("壹\n二\n三"));

        Assert.Equal("弌\n二\n三", outcome.Files.Text(Letter).Value);
        Assert.Equal("studio.merge.overlap", Assert.Single(outcome.Unfit).Why.Code);
    }

    [Fact]
    public void Of_AFieldThatTheBaseHasNow_SetsItAsideWithWhatRestsOnIt()
    {
        var newer = Files(10, [Field("name", "Name"), Field("passport", "Travel document")], "一");

        var outcome = Reapply(newer, new CommandText("value.insert", Form, "/components", Value: Element(Field("passport", "Passport"))), Set(Form, "/components/[key=passport]/label/en", "Pass"));

        Assert.Equal(["studio.variant.taken", "studio.variant.rests"], outcome.Unfit.Select(u => u.Why.Code));
        Assert.Equal("Travel document", Json(outcome, Form)["components"]![1]!["label"]!["en"]!.GetValue<string>());
    }

    [Fact]
    public void Of_ACountedPlaceThatIsAnotherElement_SetsItAside()
    {
        var outcome = Reapply(Files(10, [Field("first", "First"), Field("name", "Name")], "一"), Set(Form, "/components/0/label/en", "Full name"));

        Assert.Equal("studio.variant.moved", Assert.Single(outcome.Unfit).Why.Code);
        Assert.Equal("First", Json(outcome, Form)["components"]![0]!["label"]!["en"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("signature", true)]
    [InlineData(null, false)]
    public void Of_AStepPutIn_FitsUnlessTheBaseHasOneOfThatName(string? added, bool fits)
    {
        var older = DraftFiles.Of(new Dictionary<string, ReadOnlyMemory<byte>> { [Flow] = Bytes(Steps("", "end")) });
        var insert = new CommandText("flow.insert", Flow, Value: Element(new { kind = "Approvals.Review", after = "apply", port = "Done" }));
        var step = Ids(DraftCommands.Apply(older, [DraftCommands.Read(insert).Value]).Value).Single(id => id is not ("apply" or "end"));
        var limit = new CommandText("flow.set", Flow, step, "limit", Value: Element(new { type = "Object", value = new { length = 3, unit = "workingDays" } }));
        var theirs = added ?? step;
        var newer = older.Write(Flow, Bytes(Steps($$"""{ "id": "{{theirs}}", "type": "Approvals.Review", "version": 1 },""", theirs))).Value;

        var outcome = VariantReapply.Of(older, newer, [new VariantChange("0", insert), new VariantChange("1", limit)], Texts.Texts);

        string[] refusals = fits ? [] : ["studio.variant.taken", "studio.variant.rests"];
        Assert.Equal(refusals, outcome.Unfit.Select(u => u.Why.Code));
        Assert.Equal(fits ? 4 : 3, Ids(outcome.Files).Count());
        Assert.Equal(fits, outcome.Files.Text(Flow).Value.Contains("workingDays", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_TheSameBase_GivesTheVariantAgain()
    {
        CommandText[] commands =
            [Set(Service, "/code", "city"), new("value.insert", Form, "/components", Value: Element(Field("passport", "Passport"))), Set(Form, "/components/[key=passport]/label/en", "Pass"), Write("壹")];
        var variant = commands.Aggregate(Older, (files, command) => DraftCommands.Apply(files, [DraftCommands.Read(command).Value]).Value);

        var outcome = Reapply(Older, commands);

        Assert.Empty(DraftFileChange.Between(variant, outcome.Files));
        Assert.Equal(commands.Length, outcome.Fitting.Length);
    }

    private static VariantOutcome Reapply(DraftFiles newer, params CommandText[] commands) =>
        VariantReapply.Of(Older, newer, [.. commands.Select((command, i) => new VariantChange($"{i}", command))], Texts.Texts);

    /// <summary>An application, perhaps another step, and the end.</summary>
    private static string Steps(string another, string next)
    {
        var onward = next == "end" ? "" : $$""", { "source": { "activity": "{{next}}", "port": "Approved" }, "target": { "activity": "end", "port": "In" } }""";
        return $$"""
            { "id": "flow-1", "definitionId": "flow", "name": "flow", "version": 1, "root": { "id": "root", "type": "Elsa.Flowchart", "version": 1, "start": "apply",
              "activities": [ { "id": "apply", "type": "Approvals.Fill", "version": 1 }, {{another}} { "id": "end", "type": "Elsa.End", "version": 1 } ],
              "connections": [ { "source": { "activity": "apply", "port": "Done" }, "target": { "activity": "{{next}}", "port": "In" } } {{onward}} ] } }
            """;
    }

    private static IEnumerable<string> Ids(DraftFiles files) =>
        JsonNode.Parse(files.Files[Flow].Span)!["root"]!["activities"]!.AsArray().Select(a => a!["id"]!.GetValue<string>());

    private static CommandText Set(string file, string at, object value) => new("value.set", file, at, Value: Element(value));

    private static CommandText Write(string text) => new("file.write", Letter, Value: Element(text));

    private static JsonElement Element(object value) => JsonSerializer.SerializeToElement(value);

    private static JsonNode Json(VariantOutcome outcome, string file) => JsonNode.Parse(outcome.Files.Files[file].Span)!;

    private static object Field(string key, string name) => new { key, type = "textfield", label = new Dictionary<string, string> { ["zh-CN"] = name, ["en"] = name } };

    private static DraftFiles Files(int promised, object[] fields, string letter) => DraftFiles.Of(new Dictionary<string, ReadOnlyMemory<byte>>
    {
        [Service] = Bytes(JsonSerializer.Serialize(new { code = "base", limits = new { promised = new { length = promised, unit = "workingDays" } } })),
        [Form] = Bytes(JsonSerializer.Serialize(new { id = "application", components = fields })),
        [Letter] = Bytes(letter),
    });

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
