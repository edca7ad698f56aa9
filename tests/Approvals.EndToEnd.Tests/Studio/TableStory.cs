using System.IO.Compression;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Studio;

/// <summary>
/// A decision table by hand: cells by the keyboard, a block from a spreadsheet's clipboard, a gap that shows with an example and is closed, the
/// test row, the table out to a spreadsheet and in again with a look first, and all of it taken back.
/// </summary>
[Collection(ProductStories.Name)]
public sealed class TableStory(Product product)
{
    private const string File = "fee.dmn";

    [Fact]
    public async Task Table_IsEditedTestedAndExchanged()
    {
        await using var editor = await Person.EnterAsync(product, "zhou.min");
        var page = editor.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var id = await StudioDrafts.BeginAsync(page, "table");
        await StudioDrafts.EditAsync(page, id, 0, new { kind = "file.write", file = $"decisions/{File}", value = Table });
        await page.GotoAsync($"/studio/{id}/tables?file={File}&decision=fee");
        await Assertions.Expect(Row(page, 1)).ToContainTextAsync("child");

        await MakeAGapAsync(page);
        await CloseTheGapAsync(page);
        await PasteAsync(page);
        await TestAsync(page);
        await page.LookAsync("studio-table");
        await page.SetViewportSizeAsync(1440, 900);
        await ExchangeAsync(page);
        await TakeBackAsync(page);
        Assert.Contains("\"dear\"", await StudioDrafts.FileAsync(page, id, $"decisions/{File}"), StringComparison.Ordinal);
    }

    /// <summary>The first rule ends two years earlier: the analysis shows at what age nobody is served.</summary>
    private static async Task MakeAGapAsync(IPage page)
    {
        await Assertions.Expect(Findings(page)).ToContainTextAsync("没有发现空缺");
        await Grid(page).FocusAsync();
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.TypeAsync("< 16");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Cell(page, 1, 0)).ToHaveTextAsync("< 16");
        await Assertions.Expect(Cell(page, 2, 0)).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(Findings(page)).ToContainTextAsync("未覆盖");
        await Assertions.Expect(Findings(page).GetByRole(AriaRole.Row, new() { Name = "年龄" }).First).ToContainTextAsync("16");
        await Findings(page).GetByRole(AriaRole.Button, new() { Name = "放入测试行" }).First.ClickAsync();
        await Assertions.Expect(Trial(page)).ToContainTextAsync("没有规则命中");
    }

    private static async Task CloseTheGapAsync(IPage page)
    {
        await Cell(page, 1, 0).ClickAsync();
        await page.Keyboard.PressAsync("F2");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("< 18");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(Findings(page)).ToContainTextAsync("没有发现空缺");
        await Assertions.Expect(Trial(page)).ToContainTextAsync("规则 1");
    }

    /// <summary>Two rows as a spreadsheet copies them, over the last rule and beyond it.</summary>
    private static async Task PasteAsync(IPage page)
    {
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", "[18..60)\t\"B\"\t\"paid\"\t第 2 条\r\n>= 60\t\"B\"\t\"free\"\t第 3 条\r\n");
        await Cell(page, 3, 0).ClickAsync();
        await page.Keyboard.PressAsync("Control+v");
        await Assertions.Expect(Row(page, 4)).ToContainTextAsync("free");
        await Assertions.Expect(Cell(page, 3, 0)).ToHaveTextAsync("[18..60)");
        await Assertions.Expect(Cell(page, 4, 3)).ToHaveTextAsync("第 3 条");
        await page.Keyboard.PressAsync("Control+c");
        await Assertions.Expect(Findings(page)).ToContainTextAsync("没有发现空缺");
    }

    private static async Task TestAsync(IPage page)
    {
        await page.GetByLabel("测试值：年龄").FillAsync("61");
        await page.GetByLabel("测试值：种类").FillAsync("B");
        await Assertions.Expect(Trial(page)).ToContainTextAsync("规则 4");
        await Assertions.Expect(Trial(page).GetByRole(AriaRole.Strong).First).ToContainTextAsync("free");
        await Assertions.Expect(Row(page, 4).GetByRole(AriaRole.Rowheader)).ToContainTextAsync("命中");
        await page.GetByRole(AriaRole.Button, new() { Name = "其余 3 条为何未命中" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("种类");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    /// <summary>Out as a spreadsheet, one word changed there, and in again: first a look, then written.</summary>
    private static async Task ExchangeAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "导出" }).ClickAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "表格 xlsx" }).ClickAsync());
        var changed = Changed(await System.IO.File.ReadAllBytesAsync(await file.PathAsync()));
        await page.GetByRole(AriaRole.Button, new() { Name = "导入 xlsx / DMN" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "table.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = changed,
        });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("共 4 条规则：新增 0，改动 1，删去 0。");
        await Assertions.Expect(Row(page, 3)).ToContainTextAsync("paid");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "写入" }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(Row(page, 3)).ToContainTextAsync("dear");
    }

    private static async Task TakeBackAsync(IPage page)
    {
        await Grid(page).FocusAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(Row(page, 3)).ToContainTextAsync("paid");
        await page.Keyboard.PressAsync("Control+y");
        await Assertions.Expect(Row(page, 3)).ToContainTextAsync("dear");
    }

    /// <summary>The workbook with another word in it, as if somebody had typed it there.</summary>
    private static byte[] Changed(byte[] workbook)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)).ToList())
            {
                using var content = entry.Open();
                using var reader = new StreamReader(content, leaveOpen: true);
                var text = reader.ReadToEnd().Replace("paid", "dear", StringComparison.Ordinal);
                content.SetLength(0);
                using var writer = new StreamWriter(content);
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    private static ILocator Grid(IPage page) => page.GetByRole(AriaRole.Grid);

    private static ILocator Row(IPage page, int number) => page.Locator($"[role=row][aria-rowindex='{number + 2}']");

    private static ILocator Cell(IPage page, int rule, int column) => page.Locator($"#cell-{rule - 1}-{column}");

    private static ILocator Findings(IPage page) => page.GetByRole(AriaRole.Complementary, new() { Name = "检查" });

    private static ILocator Trial(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "测试行" });

    private const string Table = """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="fee_model" name="fee" label="费用" namespace="urn:approvals:sample:fee">
          <inputData id="input_age" name="age" label="年龄"><variable id="input_age_v" name="age" typeRef="number" /></inputData>
          <inputData id="input_kind" name="kind" label="种类"><variable id="input_kind_v" name="kind" typeRef="string" /></inputData>
          <decision id="fee" name="fee" label="费用">
            <variable id="fee_v" name="fee" typeRef="string" />
            <informationRequirement><requiredInput href="#input_age" /></informationRequirement>
            <informationRequirement><requiredInput href="#input_kind" /></informationRequirement>
            <decisionTable id="fee_t" hitPolicy="UNIQUE">
              <input id="fee_i1" label="年龄"><inputExpression id="fee_i1_e" typeRef="number"><text>age</text></inputExpression><inputValues id="fee_i1_a"><text>[0..120]</text></inputValues></input>
              <input id="fee_i2" label="种类"><inputExpression id="fee_i2_e" typeRef="string"><text>kind</text></inputExpression><inputValues id="fee_i2_a"><text>"A", "B"</text></inputValues></input>
              <output id="fee_o1" label="费用" typeRef="string" />
              <annotation name="clause" />
              <rule id="fee_r1"><inputEntry id="fee_r1_1"><text>&lt; 18</text></inputEntry><inputEntry id="fee_r1_2"><text>-</text></inputEntry><outputEntry id="fee_r1_o"><text>"child"</text></outputEntry><annotationEntry><text>第 1 条</text></annotationEntry></rule>
              <rule id="fee_r2"><inputEntry id="fee_r2_1"><text>&gt;= 18</text></inputEntry><inputEntry id="fee_r2_2"><text>"A"</text></inputEntry><outputEntry id="fee_r2_o"><text>"none"</text></outputEntry><annotationEntry><text>第 2 条</text></annotationEntry></rule>
              <rule id="fee_r3"><inputEntry id="fee_r3_1"><text>&gt;= 18</text></inputEntry><inputEntry id="fee_r3_2"><text>"B"</text></inputEntry><outputEntry id="fee_r3_o"><text>"paid"</text></outputEntry><annotationEntry><text>第 2 条</text></annotationEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """;
}
