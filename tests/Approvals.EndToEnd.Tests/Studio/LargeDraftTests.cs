using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Studio;

/// <summary>A flow of five hundred blocks and a table of two thousand rules: how long changes take and how long the page stands still. Prints the figures for docs/performance.md; what it asserts is only that nothing hangs.</summary>
[Collection(ProductStories.Name)]
public sealed class LargeDraftTests(Product product)
{
    private const int Blocks = 500;
    private const int Rules = 2_000;
    private const int Patience = 2_000;
    private const int Moves = 60;
    private const int Stay = 500;

    private const string Watch = """
        () => { window.__tasks = []; window.__watch ??= new PerformanceObserver(l => l.getEntries().forEach(e => window.__tasks.push(e.duration)));
          window.__watch.observe({ type: 'longtask' }); }
        """;

    /// <summary>Scrolls the grid to its end, a screen a frame, and gives the longest time between two frames.</summary>
    private const string Scroll = """
        async () => {
          const grid = document.querySelector('[role=grid]'); let last = performance.now(); let longest = 0;
          for (let top = 0; top < grid.scrollHeight; top += 560) {
            grid.scrollTop = top; await new Promise(requestAnimationFrame);
            const now = performance.now(); longest = Math.max(longest, now - last); last = now;
          }
          return longest;
        }
        """;

    /// <summary>The step nearest to the middle of the drawing: where its name is, and its id.</summary>
    private const string Middle = """
        () => {
          const box = document.querySelector('.react-flow').getBoundingClientRect();
          const far = r => Math.hypot(r.x + r.width / 2 - box.x - box.width / 2, r.y + r.height / 2 - box.y - box.height / 2);
          const [id, r] = [...document.querySelectorAll('.react-flow__node')].map(n => [n.dataset.id, n.getBoundingClientRect()]).sort((a, b) => far(a[1]) - far(b[1]))[0];
          return { x: r.x + r.width / 2, y: r.y + r.height / 2, id };
        }
        """;

    [Fact]
    public async Task Flow_OfFiveHundredBlocks_IsChangedAndDragged()
    {
        await using var editor = await Person.EnterAsync(product, "zhou.min");
        var page = editor.Page;
        var id = await StudioDrafts.BeginAsync(page, "large-flow");
        var revision = await StudioDrafts.EditAsync(page, id, 0, new { kind = "file.write", file = "workflow.json", value = Chain(JsonNode.Parse(await StudioDrafts.FileAsync(page, id, "workflow.json"))!) });
        var times = new List<double>();
        foreach (var command in Changes)
        {
            (revision, var took) = await StudioDrafts.TimedEditAsync(page, id, revision, command);
            times.Add(took.TotalMilliseconds);
        }

        Say($"flow of {Blocks} blocks, a change through the API: median {Median(times):0} ms, longest {times.Max():0} ms");
        await page.GotoAsync($"/studio/{id}/flow");
        var block = page.Locator("[data-step=s2]");
        await Assertions.Expect(block).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        foreach (var view in new[] { "块视图", "自由画布" })
        {
            await page.GetByText(view).ClickAsync();
            await page.WaitForTimeoutAsync(1_000);
            Say($"{view}: longest task of the page's main thread while dragging {await DragAsync(page):0} ms");
        }

        Assert.True(Median(times) < Patience);
    }

    [Fact]
    public async Task Table_OfTwoThousandRules_ScrollsAndIsEdited()
    {
        await using var editor = await Person.EnterAsync(product, "zhou.min");
        var page = editor.Page;
        var id = await StudioDrafts.BeginAsync(page, "large-table");
        await StudioDrafts.EditAsync(page, id, 0, new { kind = "file.write", file = "decisions/large.dmn", value = Table() });
        await page.GotoAsync($"/studio/{id}/tables?file=large.dmn&decision=large");
        await Assertions.Expect(page.Locator("#cell-0-0")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.EvaluateAsync(Watch);
        var frame = await page.EvaluateAsync<double>(Scroll);
        Say($"table of {Rules} rules: longest time between frames while scrolling {frame:0} ms, longest task {await LongestAsync(page):0} ms");

        await page.EvaluateAsync(Watch);
        await page.GetByRole(AriaRole.Grid).FocusAsync();
        await page.Keyboard.PressAsync("Control+Home");
        var shown = Stopwatch.StartNew();
        await page.Keyboard.TypeAsync("7");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#cell-0-0")).ToHaveTextAsync("7");
        Say($"table of {Rules} rules: a cell shows what was typed after {shown.Elapsed.TotalMilliseconds:0} ms");
        await Assertions.Expect(page.GetByText("已保存").First).ToBeVisibleAsync();
        Say($"table of {Rules} rules: saved after {shown.Elapsed.TotalMilliseconds:0} ms, longest task meanwhile {await LongestAsync(page):0} ms");
        Assert.True(frame < Patience);
    }

    /// <summary>Drags the step in the middle of the drawing to its right edge and stays there, so that the drawing follows; the step has to move.</summary>
    private static async Task<double> DragAsync(IPage page)
    {
        var drawing = (await page.Locator(".react-flow").BoundingBoxAsync())!;
        var (x, y, id) = await MiddleAsync(page);
        var node = page.Locator($".react-flow__node[data-id=\"{id}\"]");
        var before = await node.GetAttributeAsync("style");
        await page.EvaluateAsync(Watch);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        for (var i = 1; i <= Moves; i++)
        {
            await page.Mouse.MoveAsync(x + ((drawing.X + drawing.Width - 10 - x) * i / Moves), y + i);
        }

        await page.WaitForTimeoutAsync(Stay);
        var longest = await LongestAsync(page);
        Assert.NotEqual(before, await node.GetAttributeAsync("style"));
        await page.Mouse.UpAsync();
        return longest;
    }

    private static async Task<(float X, float Y, string Id)> MiddleAsync(IPage page)
    {
        var found = await page.EvaluateAsync<JsonElement>(Middle);
        return (found.GetProperty("x").GetSingle(), found.GetProperty("y").GetSingle(), found.GetProperty("id").GetString()!);
    }

    private static Task<double> LongestAsync(IPage page) => page.EvaluateAsync<double>("() => Math.max(0, ...window.__tasks)");

    private static object[] Changes =>
    [
        new { kind = "flow.set", file = "workflow.json", at = "s250", to = "limit", value = new { type = "Object", value = new { length = 3, unit = "workingDays" } } },
        new { kind = "flow.insert", file = "workflow.json", value = new { kind = "Approvals.Review", after = "s250" } },
        new { kind = "flow.insert", file = "workflow.json", value = new { kind = "parallel", after = "s251" } },
        new { kind = "flow.move", file = "workflow.json", at = "s100", value = new { after = "s400" } },
        new { kind = "flow.copy", file = "workflow.json", at = "s101", value = new { after = "s400" } },
        new { kind = "flow.delete", file = "workflow.json", at = "s300" },
        new { kind = "flow.rename", file = "workflow.json", at = "s301", to = "renamed" },
    ];

    /// <summary>The flow with so many reviews one after the other between its start and its end.</summary>
    private static string Chain(JsonNode flow)
    {
        var root = flow["root"]!;
        var first = root["activities"]!.AsArray().Single(a => a!["id"]!.ToString() == "apply")!.DeepClone();
        var last = root["activities"]!.AsArray().Single(a => a!["id"]!.ToString() == "endGranted")!.DeepClone();
        var (activities, connections) = (new JsonArray(first, last), new JsonArray(Way("apply", "Done", "s0")));
        for (var i = 0; i < Blocks; i++)
        {
            activities.Add(JsonNode.Parse($$"""
                { "id": "s{{i}}", "type": "Approvals.Review", "version": 1, "customProperties": { "approvals": { "name": { "zh-CN": "环节 {{i}}", "en": "Step {{i}}" } } },
                  "metadata": { "designer": { "position": { "x": {{i % 20 * 260}}, "y": {{i / 20 * 120}} } } },
                  "participants": { "typeName": "Object", "expression": { "type": "Object", "value": [{ "kind": "role", "role": "Reviewer", "level": "city" }] } } }
                """));
            connections.Add(Way($"s{i}", "Approved", i == Blocks - 1 ? "endGranted" : $"s{i + 1}"));
        }

        (root["start"], root["activities"], root["connections"]) = ("apply", activities, connections);
        return flow.ToJsonString();
    }

    private static JsonNode Way(string source, string port, string target) =>
        JsonNode.Parse($$"""{ "source": { "activity": "{{source}}", "port": "{{port}}" }, "target": { "activity": "{{target}}", "port": "In" } }""")!;

    private static string Table()
    {
        var text = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="large_m" name="large" label="大表" namespace="urn:approvals:sample:large">
              <inputData id="i1" name="points" label="分数"><variable id="i1_v" name="points" typeRef="number" /></inputData>
              <decision id="large" name="large" label="大表"><variable id="large_v" name="large" typeRef="string" />
              <informationRequirement><requiredInput href="#i1" /></informationRequirement>
              <decisionTable id="t" hitPolicy="FIRST"><input id="c1" label="分数"><inputExpression id="c1_e" typeRef="number"><text>points</text></inputExpression></input>
              <output id="o1" label="结果" typeRef="string" /><annotation name="clause" />
            """);
        for (var i = 0; i < Rules; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""<rule id="r{i}"><inputEntry id="r{i}_1"><text>[{i}..{i + 1})</text></inputEntry><outputEntry id="r{i}_o"><text>"g{i}"</text></outputEntry><annotationEntry><text>{i}</text></annotationEntry></rule>""");
        }

        return text.Append("</decisionTable></decision></definitions>").ToString();
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
