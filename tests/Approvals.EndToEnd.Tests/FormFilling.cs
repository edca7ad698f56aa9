using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>Fills a form on the page as a person does, field by field; fields are found by the id that their labels point to.</summary>
internal static class FormFilling
{
    public static async Task WriteAsync(this IPage page, string field, string text) => await page.Locator(Id(field)).FillAsync(text);

    public static async Task WriteDayAsync(this IPage page, string field, string day)
    {
        var input = page.Locator(Id(field));
        await input.ClickAsync();
        await input.FillAsync(day);
        await input.PressAsync("Enter");
        await Assertions.Expect(input).ToHaveValueAsync(day);
    }

    public static async Task TickAsync(this IPage page, string field) => await page.Locator(Id(field)).CheckAsync();

    public static async Task PickAsync(this IPage page, string field, string label) =>
        await page.Locator(Id(field)).GetByText(label, new() { Exact = true }).ClickAsync();

    /// <summary>Opens a list and takes the choice that begins with a text.</summary>
    public static async Task ChooseAsync(this IPage page, string field, string label)
    {
        await page.Locator(".ant-select", new() { Has = page.Locator(Id(field)) }).ClickAsync();
        var list = page.Locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)");
        await list.Locator(".ant-select-item-option", new() { HasText = label }).First.ClickAsync();
        await Assertions.Expect(list).ToHaveCountAsync(0);
    }

    /// <summary>Hands a file in; only one that is on the server has a link to look at it.</summary>
    public static async Task UploadAsync(this IPage page, string label)
    {
        var row = page.GetByRole(AriaRole.Group).Filter(new() { Has = page.GetByLabel(label, new() { Exact = true }) }).Last;
        await row.Locator("input[type=file]").SetInputFilesAsync(SamplePdf.File(label));
        await Assertions.Expect(row.GetByRole(AriaRole.Link, new() { Name = $"{label}.pdf" })).ToBeVisibleAsync();
    }

    private static string Id(string field) => $"#field-{field}";
}
