using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>The demonstration's clock, as the account menu moves it.</summary>
internal static class Demonstration
{
    /// <summary>A week.</summary>
    public static async Task ForwardAsync(IPage page)
    {
        await page.Locator("header button[aria-haspopup=menu]").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "演示时钟：前进 7 天" }).ClickAsync();
        await Assertions.Expect(page.GetByText("演示时钟已拨到")).ToBeVisibleAsync();
    }

    /// <summary>Moves the clock over HTTP.</summary>
    public static async Task ForwardAsync(ApiCaller caller, int days)
    {
        var now = (await caller.GetAsync("/api/demo/clock")).GetProperty("now").GetDateTimeOffset();
        await caller.PostAsync("/api/demo/clock", new { to = now.AddDays(days) });
    }

    /// <summary>
    /// Waits until a case stands in somebody's inbox; timers run by the pump, a moment after the clock has moved. Working days
    /// take longer than a week where a weekend or a holiday lies between: then the clock goes another week.
    /// </summary>
    public static async Task ArrivedAsync(Product product, string name, string number)
    {
        await using var person = await Person.SignInAsync(product, name);
        var row = person.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = number });
        for (var round = 0; round < 40; round++)
        {
            await person.Page.GotoAsync("/work/inbox");
            await person.Page.GetByRole(AriaRole.Navigation, new() { Name = "待办分类" }).WaitForAsync();
            if (await row.CountAsync() > 0)
            {
                return;
            }

            if (round % 10 == 9)
            {
                await ForwardAsync(person.Page);
            }

            await Task.Delay(1_000);
        }

        Assert.Fail($"{number} did not arrive at {name}.");
    }
}
