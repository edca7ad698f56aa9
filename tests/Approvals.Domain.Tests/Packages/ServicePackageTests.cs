using Approvals.Domain.Packages;
using Approvals.Domain.Packages.Lint;
using Approvals.Feel;

namespace Approvals.Domain.Tests.Packages;

public sealed class ServicePackageTests
{
    [Fact]
    public void Load_SoundPackage_HasEverything()
    {
        var load = SamplePackage.Load();

        Assert.Equal([], load.Problems.Select(p => $"{p.File} {p.Activity} {p.Code} {p.Place}"));
        var package = load.Package!;
        Assert.Equal("pass", package.Decisions.Evaluate("Check", FeelContext.Of(("months", FeelValue.Of(4)))).Value.Value.AsString());
        Assert.Equal("sample/pass", package.Service.ScopedKind("pass"));
        Assert.Equal("other/pass", package.Service.ScopedKind("other/pass"));
        Assert.Equal("Hello", package.Letters["done"].In("en-GB").Render(FeelContext.Empty).Value.Subject);
        Assert.NotNull(package.Activity("fill"));
        Assert.Single(package.Scenarios);
    }

    [Theory]
    [InlineData("service.json", "\"effectiveFrom\"", "effectiveFrom", "package.json", "line 1")]
    [InlineData("service.json", "\"number\": \"77\"", "\"number\": \"7\"", "package.json.shape", "/number")]
    [InlineData("service.json", "\"code\": \"sample\"", "\"code\": \"Sample 1\"", "package.json.shape", "/code")]
    [InlineData("service.json", "\"2026-01-01\"", "\"2026-02-30\"", "package.json.date", "/effectiveFrom")]
    [InlineData("service.json", "\"en\": \"Sample\"", "\"fr\": \"Exemple\"", "package.json.languages", "/name")]
    [InlineData("service.json", "\"form\": \"apply\"", "\"form\": \"other\"", "package.form.unknown", "/eligibility/form")]
    [InlineData("service.json", "\"decision\": \"Check\"", "\"decision\": \"Czech\"", "package.decision.unknown", "/eligibility/decision")]
    [InlineData("service.json", "\"=months\"", "\"=moons\"", "package.name.unknown", "/eligibility/inputs/months")]
    [InlineData("service.json", "\"=months\"", "\"=1 +\"", "package.feel", "/eligibility/inputs/months")]
    [InlineData("service.json", "\"levels\": [\"L1\"]", "\"levels\": [\"L9\"]", "package.level.unknown", "/entitlements")]
    [InlineData("service.json", "{ \"code\": \"sample\"", "{ \"caseNumber\": \"{serial}\", \"code\": \"sample\"", "package.caseNumber", "/caseNumber")]
    [InlineData("service.json", "{ \"code\": \"sample\"", "{ \"code\": \"sample\", \"code\": \"twice\"", "package.json", "")]
    [InlineData("service.json", "{ \"code\": \"sample\"", "{ \"limits\": { \"promised\": { \"length\": 30 }, \"statutory\": { \"length\": 20 } }, \"code\": \"sample\"", "package.promisedBeyondStatutory", "/limits/promised")]
    [InlineData("service.json", "{ \"code\": \"sample\"", "{ \"publicFields\": [ { \"path\": \"form.apply.nobody\", \"label\": \"x\" } ], \"code\": \"sample\"", "package.field.unknown", "/publicFields")]
    [InlineData("service.json", "{ \"code\": \"sample\"", "{ \"clock\": { \"silence\": \"renews\" }, \"code\": \"sample\"", "package.silenceRenews", "/clock/silence")]
    [InlineData("service.json", "{ \"code\": \"sample\"", "{ \"guarantees\": [ { \"id\": \"g\", \"text\": \"x\", \"kind\": \"precedes\", \"target\": \"nowhere\" } ], \"code\": \"sample\"", "package.activity.unknown", "/guarantees")]
    [InlineData("service.json", "{ \"code\": \"sample\"", "{ \"resultWords\": { \"passed\": \"x\" }, \"code\": \"sample\"", "package.json.choice", "/resultWords/passed")]
    [InlineData("service.json", "{ \"code\": \"sample\"", "{ \"resultWords\": { \"granted\": { \"en\": \"x\" } }, \"code\": \"sample\"", "package.json.languages", "/resultWords/granted")]
    [InlineData("workflow.json", "\"id\": \"fill\", \"type\": \"Approvals.Fill\",", "\"id\": \"fill\", \"type\": \"Approvals.Fill\", \"customProperties\": { \"approvals\": { \"outcomes\": { \"Gone\": \"x\" } } },", "package.outcome.unknown", "outcomes")]
    [InlineData("forms/apply.json", "\"label\": \"Months\"", "\"label\": \"Months\", \"approvals\": { \"check\": [ { \"rule\": \"moons > 1\", \"message\": \"x\" } ] }", "package.name.unknown", "months")]
    [InlineData("forms/apply.json", "\"label\": \"Secret\"", "\"label\": \"Secret\", \"conditional\": { \"hide\": \"=moons\" }", "package.name.unknown", "secret")]
    [InlineData("forms/apply.json", "\"type\": \"number\", \"label\": \"Months\"", "\"type\": \"select\", \"label\": \"Months\", \"approvals\": { \"list\": \"moons\" }", "forms.list", "months")]
    [InlineData("forms/apply.json", "\"type\": \"number\", \"label\": \"Months\"", "\"type\": \"filepicker\", \"label\": \"Months\", \"approvals\": { \"document\": \"moons\" }", "package.document.unknown", "months")]
    [InlineData("forms/apply.json", "\"id\": \"apply\"", "\"id\": \"other\"", "package.formName", null)]
    [InlineData("letters/done.en.md", "form.apply.months", "form.apply.moons", "package.field.unknown", "")]
    [InlineData("letters/done.en.md", "applicant.name", "1 +", "package.feel", "line 4")]
    [InlineData("scenarios/one.json", "\"activity\": \"fill\"", "\"activity\": \"phil\"", "package.activity.unknown", null)]
    [InlineData("scenarios/one.json", "\"by\": \"a\"", "\"by\": \"b\"", "scenarios.person", null)]
    [InlineData("scenarios/one.json", "\"letters\": [\"done\"]", "\"letters\": [\"gone\"]", "package.letter.unknown", null)]
    [InlineData("scenarios/one.json", "\"workingDays\": 2", "\"fortnights\": 2", "package.json.missing", "/acts/1/advance/to")]
    [InlineData("workflow.json", "\"value\": \"apply\"", "\"value\": \"other\"", "package.form.unknown", "form")]
    [InlineData("workflow.json", "\"letter\": \"done\"", "\"letter\": \"gone\"", "package.letter.unknown", "letter")]
    public void Load_OneThingWrong_NamesFileAndPlace(string file, string right, string wrong, string code, string? place)
    {
        var load = SamplePackage.Load(t => t[file] = t[file].Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains((file, code, place), load.Problems.Select(p => (p.File, p.Code, p.Place)));
        Assert.Null(load.Package);
    }

    [Theory]
    [InlineData("SetVariable", "form.apply.secret", "package.sensitiveCopied")]
    [InlineData("SetVariable", "form.apply", "package.sensitiveCopied")]
    [InlineData("SetVariable", "form", "package.sensitiveCopied")]
    [InlineData("SetVariable", "form.apply.moons", "package.field.unknown")]
    [InlineData("SetVariable", "form.other.months", "package.form.unknown")]
    [InlineData("SetVariable", "moons + 1", "package.variable.unknown")]
    [InlineData("WriteLine", "\"x\" + form.apply.secret", "package.sensitiveCopied")]
    public void Load_ExpressionOfAnActivity_IsChecked(string type, string expression, string code)
    {
        var text = expression.Replace("\"", "\\\"", StringComparison.Ordinal);
        var activity = $$"""{ "id": "odd", "type": "Elsa.{{type}}", "value": { "typeName": "Object", "expression": { "type": "FEEL", "value": "{{text}}" } } },""";

        var load = SamplePackage.Load(t => t["workflow.json"] = SamplePackage.Workflow(activity));

        Assert.Contains(("odd", code), load.Problems.Select(p => (p.Activity, p.Code)));
    }

    [Theory]
    [InlineData("form.apply.months > 4 and verdict.x = 1 and case.region = \"1\"")]
    [InlineData("count(applicant.entitlements[level = \"L1\"]) > setting.x")]
    public void Load_SoundExpression_IsNotComplainedOf(string expression)
    {
        var text = expression.Replace("\"", "\\\"", StringComparison.Ordinal);
        var activity = $$"""{ "id": "fine", "type": "Elsa.SetVariable", "value": { "typeName": "Object", "expression": { "type": "FEEL", "value": "{{text}}" } } },""";

        var load = SamplePackage.Load(t => t["workflow.json"] = SamplePackage.Workflow(activity));

        Assert.DoesNotContain(load.Problems, p => p.Code.StartsWith("package.", StringComparison.Ordinal) && p.Activity == "fine");
    }

    [Theory]
    [InlineData("service.json", "package.file.missing")]
    [InlineData("workflow.json", "package.file.missing")]
    [InlineData("letters/done.zh-CN.md", "letters.language")]
    public void Load_FileMissing_NamesIt(string file, string code) =>
        Assert.Contains((file, code), SamplePackage.Load(t => t.Remove(file)).Problems.Select(p => (p.File, p.Code)));

    [Theory]
    [InlineData("../outside.json")]
    [InlineData("/etc/passwd")]
    [InlineData("forms\\a.json")]
    [InlineData("C:/x.json")]
    public void Load_PathThatLeadsOut_IsRefused(string path) =>
        Assert.Equal((path, "package.path"), SamplePackage.Load(t => t[path] = "{}").Problems.Select(p => (p.File, p.Code)).Single());

    [Fact]
    public void Load_ModelBeforeTheOneItImports_FindsIt()
    {
        const string Model = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="a" name="a" namespace="sample/a">
              <import name="base" namespace="sample/d" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
              <decision id="w" name="Twice"><variable name="Twice"/>
                <informationRequirement id="q"><requiredDecision href="sample/d#c"/></informationRequirement>
                <literalExpression><text>base.Check + base.Check</text></literalExpression></decision>
            </definitions>
            """;

        var loaded = SamplePackage.Load(files => files["decisions/another.dmn"] = Model);

        Assert.Empty(loaded.Problems);
        Assert.Equal("passpass", loaded.Package!.Decisions.Evaluate("Twice", FeelContext.Of(("months", FeelValue.Of(5)))).Value.Value.AsString());
    }

    [Fact]
    public void Load_SharedLetterOfTheSameName_GivesWayToOnesOwn()
    {
        var shared = new Dictionary<string, string>
        {
            ["letters/done.zh-CN.md"] = "---\nsubject: Shared\n---\n", ["letters/done.en.md"] = "---\nsubject: Shared\n---\n",
            ["letters/more.zh-CN.md"] = "---\nsubject: More\n---\n", ["letters/more.en.md"] = "---\nsubject: More\n---\n",
        };

        var package = SamplePackage.Load(shared: shared).Package!;

        Assert.Equal(["done", "more"], package.Letters.Keys);
        Assert.Equal("Hello", package.Letters["done"].En.Render(FeelContext.Empty).Value.Subject);
    }

    [Fact]
    public void Hash_OfFiles_ChangesWithAnyByteOrPath()
    {
        var hash = SamplePackage.Load().Package!.Hash;

        Assert.Equal(hash, SamplePackage.Load().Package!.Hash);
        Assert.NotEqual(hash, SamplePackage.Load(t => t["service.json"] += " ").Package!.Hash);
        Assert.NotEqual(hash, SamplePackage.Load(t => t["note.md"] = "").Package!.Hash);
    }

    [Fact]
    public void Describe_Problem_SaysWhereAndWhatInBothLanguages()
    {
        var texts = MessageCatalog.Load(typeof(ServicePackage).Assembly, typeof(FeelExpression).Assembly);
        var problem = SamplePackage.Load(t => t["workflow.json"] = t["workflow.json"].Replace("\"value\": \"apply\"", "\"value\": \"other\"", StringComparison.Ordinal))
            .Problems.Single(p => p.Code == "package.form.unknown");

        Assert.Equal("workflow.json · fill · form: There is no form “other”", problem.Describe(texts, "en"));
        Assert.Equal("workflow.json · fill · form: 没有表单“other”", problem.Describe(texts, "zh-CN"));
    }

    [Fact]
    public void Codes_OfProblemsAndErrors_HaveTexts()
    {
        var texts = MessageCatalog.Load(typeof(ServicePackage).Assembly).Texts;

        Assert.All(texts, t => Assert.False(string.IsNullOrWhiteSpace(t.Value.Zh) || string.IsNullOrWhiteSpace(t.Value.En)));
        Assert.All(SourceCodes(), code => Assert.True(texts.ContainsKey(code), code));
    }

    private static IEnumerable<string> SourceCodes() => SourceTexts.Codes(@"""((?:package|forms|letters|scenarios|identifiers|numbers|calendars)(?:\.[a-zA-Z]+)+)""");

    [Theory]
    [InlineData("task-red", null)]
    [InlineData("task-rde", "/reminders/1/template")]
    public void Messages_OfAReminder_AreThoseOfThePlatform(string message, string? place)
    {
        const string Rule = """{ "id": "ID", "name": "x", "about": "officeTask", "moment": "due", "to": ["lead"], "channels": ["page"], "template": "MESSAGE" }""";
        var load = SamplePackage.Load(t => t["service.json"] = t["service.json"].Replace(
            "{ \"code\": \"sample\"",
            $$"""{ "reminders": [{{Rule.Replace("ID", "first", StringComparison.Ordinal).Replace("MESSAGE", "task-yellow", StringComparison.Ordinal)}}, {{Rule.Replace("ID", "second", StringComparison.Ordinal).Replace("MESSAGE", message, StringComparison.Ordinal)}}], "code": "sample" """,
            StringComparison.Ordinal));

        var found = PackageMessages.Of(load.Package!, ["task-yellow", "task-red"]);

        Assert.Equal(place is null ? [] : [("package.message.unknown", place, "second", "task-red, task-yellow")], found.Select(p => (p.Code, p.Place!, p.Data["reminder"], p.Data["known"])));
        Assert.Empty(PackageMessages.Of(load.Package!, null));
    }
}
