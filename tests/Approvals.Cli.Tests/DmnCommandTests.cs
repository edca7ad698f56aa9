using System.Text.Json;

namespace Approvals.Cli.Tests;

/// <summary>Models evaluated from outside: one request a line, one answer a line, whatever the lines hold.</summary>
public sealed class DmnCommandTests : IDisposable
{
    private const string Space = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("approvals-dmn-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Serve_Requests_AnswersInOrderWithExactValues()
    {
        Model("base.dmn", "urn:base", "", "<inputData id=\"a\" name=\"amount\"><variable name=\"amount\" typeRef=\"number\"/></inputData>");
        var model = Model("top.dmn", "urn:top", "urn:base", """
            <decision id="t" name="twice it"><informationRequirement><requiredInput href="urn:base#a"/></informationRequirement><literalExpression><text>b.amount * 2</text></literalExpression></decision>
            <decision id="l" name="later"><literalExpression><text>@"2026-01-31" + @"P1M"</text></literalExpression></decision>
            <decisionService id="s" name="service"><outputDecision href="#l"/></decisionService>
            <businessKnowledgeModel id="k" name="shout"><encapsulatedLogic><formalParameter name="what"/><literalExpression><text>{said: [what, "!"]}</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
            """);
        var answers = await ServeAsync(
            Request(model, "\"invocable\": \"twice it\", \"kind\": \"decision\", \"inputs\": {\"amount\": 0.10000000000000000000000001}, \"inputNamespaces\": {\"amount\": \"urn:base\"}"),
            Request(model, "\"invocable\": \"service\", \"kind\": \"decisionService\""),
            Request(model, "\"invocable\": \"shout\", \"kind\": \"bkm\", \"inputs\": {\"what\": {\"@type\": \"time\", \"value\": \"10:00:00\"}}"),
            Request(model, "\"invocable\": null, \"decisions\": [\"twice it\", \"later\"], \"inputs\": {\"amount\": 1, \"later\": 5}"));

        Assert.Equal("""{"results":{"twice it":0.20000000000000000000000002},"errors":[]}""", answers[0]);
        Assert.Equal("""{"results":{"later":{"@type":"date","value":"2026-02-28"},"service":{"@type":"date","value":"2026-02-28"}},"errors":[]}""", answers[1]);
        Assert.Equal("""{"results":{"shout":{"said":[{"@type":"time","value":"10:00:00"},"!"]}},"errors":[]}""", answers[2]);
        Assert.Equal("""{"results":{"twice it":2,"later":{"@type":"date","value":"2026-02-28"}},"errors":[]}""", answers[3]);
    }

    [Fact]
    public async Task Serve_Now_TellsTheTime()
    {
        var model = Model("m.dmn", "urn:m", "", "<decision id=\"d\" name=\"d\"><literalExpression><text>now() instance of date and time and today() &lt;= date(now())</text></literalExpression></decision>");

        Assert.Equal("""{"results":{"d":true},"errors":[]}""", Assert.Single(await ServeAsync(Request(model, "\"invocable\": \"d\""))));
    }

    [Fact]
    public async Task Serve_HostileLines_EachAnsweredAndTheNextOneToo()
    {
        var model = Model("m.dmn", "urn:m", "", "<decision id=\"d\" name=\"d\"><literalExpression><text>1</text></literalExpression></decision>");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "bad.dmn"), "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><definitions>&e;</definitions>");
        string[] hostile =
        [
            "", "nonsense", "[]", "{}", "{\"model\": 1}", new string('[', 100_000), Request("no such file.dmn", "\"invocable\": \"d\""), Request("\\u0000", "\"invocable\": \"d\""),
            Request(model, "\"invocable\": \"nothing\""), Request(model, "\"kind\": \"what\""), Request(model, "\"decisions\": [1]"), Request(model, "\"inputs\": [1]"),
            Request(model, "\"inputs\": {\"x\": \"\\ud800\"}, \"invocable\": \"d\\udc00\""), Request(Path.Combine(_folder.FullName, "bad.dmn"), "\"invocable\": \"d\""),
        ];

        var answers = await ServeAsync([.. hostile, Request(model, "\"invocable\": \"d\"")]);

        Assert.Equal(hostile.Length + 1, answers.Length);
        Assert.All(answers[..^1], answer => Assert.NotEmpty(JsonDocument.Parse(answer).RootElement.GetProperty("errors").EnumerateArray()));
        Assert.Equal("""{"results":{"d":1},"errors":[]}""", answers[^1]);
    }

    [Fact]
    public async Task Evaluate_Decision_PrintsItsJson()
    {
        var model = Model("m.dmn", "urn:m", "", """
            <inputData id="a" name="a"/><decision id="d" name="sum"><informationRequirement><requiredInput href="#a"/></informationRequirement><literalExpression><text>a + 1</text></literalExpression></decision>
            """);
        var input = Path.Combine(_folder.FullName, "in.json");
        await File.WriteAllTextAsync(input, "{\"a\": 41}");

        var (code, output) = await CommandLine.RunAsync(["dmn", "evaluate", model, "--decision", "sum", "--input", input]);
        var (wrong, error) = await CommandLine.RunAsync(["dmn", "evaluate", model, "--decision", "other", "--input", input]);

        Assert.Equal((0, """{"results":{"sum":42},"errors":[]}"""), (code, output.Trim()));
        Assert.Equal(1, wrong);
        Assert.Contains("no decision “other”", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_FolderOfModels_NamesWhatIsWrongAndFailsUntilItIsAccepted()
    {
        const string table = """
            <inputData id="i" name="n"><variable name="n" typeRef="number"/></inputData>
            <decision id="d" name="fee"><informationRequirement><requiredInput href="#i"/></informationRequirement><decisionTable>{0}
            <input><inputExpression><text>n</text></inputExpression></input><output/>
            <rule><inputEntry><text>&lt; 5</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>
            """;
        const string accepted = "<extensionElements><accepted xmlns=\"urn:approvals:decisions\" finding=\"gap\">never larger</accepted></extensionElements>";
        Model("m.dmn", "urn:m", "", table.Replace("{0}", "", StringComparison.Ordinal));
        var (code, output) = await CommandLine.RunAsync(["dmn", "check", _folder.FullName]);
        Model("m.dmn", "urn:m", "", table.Replace("{0}", accepted, StringComparison.Ordinal));
        var (later, calm) = await CommandLine.RunAsync(["dmn", "check", _folder.FullName]);

        Assert.Equal((1, 0), (code, later));
        Assert.Contains("fee: No rule covers n = 5.", output, StringComparison.Ordinal);
        Assert.Contains("1 × never larger", calm, StringComparison.Ordinal);
        Assert.Contains("1 models, 1 tables: 0 errors, 0 findings, 1 accepted with a reason.", calm, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExportAndImport_Table_TheSameModelAgain()
    {
        var model = Model("m.dmn", "urn:m", "", """
            <inputData id="i" name="n"><variable name="n" typeRef="number"/></inputData>
            <decision id="d" name="fee"><informationRequirement><requiredInput href="#i"/></informationRequirement><decisionTable>
            <input><inputExpression><text>n</text></inputExpression></input><output/>
            <rule><inputEntry><text>&lt; 5</text></inputEntry><outputEntry><text>41 + 1</text></outputEntry></rule></decisionTable></decision>
            """);
        var (sheet, again, input) = (Path.Combine(_folder.FullName, "t.xlsx"), Path.Combine(_folder.FullName, "again.dmn"), Path.Combine(_folder.FullName, "in.json"));
        await File.WriteAllTextAsync(input, "{\"n\": 1}");

        Assert.Equal((0, ""), await CommandLine.RunAsync(["dmn", "export", model, "--decision", "fee", "--out", sheet]));
        Assert.Equal((0, ""), await CommandLine.RunAsync(["dmn", "import", model, "--decision", "fee", "--from", sheet, "--out", again]));
        var (code, output) = await CommandLine.RunAsync(["dmn", "evaluate", again, "--decision", "fee", "--input", input]);
        var (wrong, error) = await CommandLine.RunAsync(["dmn", "import", model, "--decision", "fee", "--from", input]);

        Assert.Equal((0, """{"results":{"fee":42},"errors":[]}"""), (code, output.Trim()));
        Assert.Equal((1, "The file is not an xlsx workbook."), (wrong, error.Trim()));
    }

    private static string Request(string model, string rest) => $"{{\"model\": \"{model}\", {rest}}}";

    private static async Task<string[]> ServeAsync(params string[] requests)
    {
        var (code, output) = await CommandLine.RunAsync(["dmn", "serve"], string.Join('\n', requests) + "\n");
        Assert.Equal(0, code);
        return output.TrimEnd('\n').Split('\n');
    }

    private string Model(string file, string space, string imported, string content)
    {
        var import = imported.Length == 0 ? "" : $"<import name=\"b\" namespace=\"{imported}\" importType=\"{Space}\"/>";
        var path = Path.Combine(_folder.FullName, file);
        File.WriteAllText(path, $"<definitions xmlns=\"{Space}\" name=\"m\" namespace=\"{space}\">{import}{content}</definitions>");
        return path;
    }
}
