using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>What those who work on a case do in the inbox and on the review page.</summary>
internal static class Reviewing
{
    /// <summary>Signs in, finds the case in the inbox, claims it, fills the step's form and acts.</summary>
    public static async Task ActAsync(this Product product, string name, string number, Func<IPage, Task>? fill, string act, string opinion)
    {
        await using var person = await Person.SignInAsync(product, name);
        await OpenAsync(person.Page, number);
        await (fill?.Invoke(person.Page) ?? Task.CompletedTask);
        await ActAsync(person.Page, act, opinion);
    }

    /// <summary>From the inbox to the claimed task; one that comes back is still one's own.</summary>
    public static async Task OpenAsync(IPage page, string number)
    {
        await page.GotoAsync("/work/inbox");
        var row = Row(page, number);
        var claim = row.GetByRole(AriaRole.Button, new() { Name = "签收" });
        var mine = row.GetByText("我", new() { Exact = true });
        await claim.Or(mine).WaitForAsync();
        if (await claim.CountAsync() > 0)
        {
            await claim.ClickAsync();
            await mine.WaitForAsync();
        }

        await row.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退回公共待办" }).WaitForAsync();
    }

    public static ILocator Row(IPage page, string number) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = number });

    /// <summary>An expert opens the task that stands in their inbox, scores, votes and confirms.</summary>
    public static async Task VoteAsync(this Product product, string name, string number, string choice)
    {
        await using var person = await Person.SignInAsync(product, name);
        var page = person.Page;
        await page.GotoAsync("/work/inbox");
        await page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await page.WriteAsync("innovation", "26");
        await page.WriteAsync("achievement", "35");
        await page.WriteAsync("contribution", "25");
        await page.GetByRole(AriaRole.Radio, new() { Name = choice }).CheckAsync();
        await PressAsync(page, "投票");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "提交投票" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已办理")).ToBeVisibleAsync();
    }

    /// <summary>Writes the opinion, presses the act and confirms it.</summary>
    public static async Task ActAsync(IPage page, string act, string opinion)
    {
        await page.Locator("footer").GetByLabel("办理意见").FillAsync(opinion);
        await PressAsync(page, act);
        await ConfirmAsync(page, act);
    }

    public static async Task PressAsync(IPage page, string act) => await page.Locator("footer").GetByRole(AriaRole.Button, Named(act)).ClickAsync();

    public static async Task ConfirmAsync(IPage page, string act)
    {
        var confirm = page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = $"确认{act}" });
        await confirm.ClickAsync();
        // The message of the act before may still be there: it is done when the dialog is gone.
        await Assertions.Expect(confirm).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByText("已办理").Last).ToBeVisibleAsync();
    }

    /// <summary>A name that begins so; two characters are set apart on a button.</summary>
    private static LocatorGetByRoleOptions Named(string name) => new() { NameRegex = Beginning(name) };

    private static Regex Beginning(string name) => new($"^\\s*{string.Join("\\s*", name.Select(c => Regex.Escape(c.ToString())))}");
}
