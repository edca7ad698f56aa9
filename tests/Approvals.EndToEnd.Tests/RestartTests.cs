using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Approvals.EndToEnd.Tests;

/// <summary>A second start goes on with the data of the first, and the page is there at once.</summary>
[Collection(ProductStories.Name)]
public sealed class RestartTests(Product product, ITestOutputHelper output)
{
    /// <summary>Five seconds on a machine that does nothing else; the bound leaves room for one that is busy.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Start_OnTheDataOfAnEarlierStart_ShowsWhatWasThere()
    {
        var data = Directory.CreateTempSubdirectory("approvals-e2e-").FullName;
        string draft;
        await using (var first = await RunningServer.StartAsync(data))
        {
            await using var person = await Person.SignInAsync(product, "周建华", at: first.Address);
            await Applying.BeginAsync(person.Page);
            draft = new Uri(person.Page.Url).AbsolutePath;
            await person.Page.WriteAsync("email", "kept@example.com");
            await person.Page.GetByRole(AriaRole.Button, new() { Name = "保存并退出" }).ClickAsync();
            await person.Page.GetByText("未提交的申请").WaitForAsync();
        }

        await using var second = await RunningServer.StartAsync(data);
        await using var again = await Person.SignInAsync(product, "周建华", at: second.Address);
        await again.Page.GotoAsync(draft);
        await Assertions.Expect(again.Page.Locator("#field-email")).ToHaveValueAsync("kept@example.com");
        output.WriteLine($"Ready in {second.StartedIn.TotalSeconds:0.0} s.");
        Assert.InRange(second.StartedIn, TimeSpan.Zero, Bound);
    }
}
