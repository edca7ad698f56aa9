using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>Somebody new registers, confirms the address by the link in the mail, and sets a new password by another.</summary>
[Collection(ProductStories.Name)]
public sealed partial class RegistrationStory(Product product)
{
    private const string UserName = "gu.ming";
    private const string Email = "gu.ming@example.com";
    private const string First = "River-crossing-7";
    private const string Second = "Mountain-pass-9";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task Registration_ByTheLinksInTheMails_EndsSignedIn()
    {
        await using var person = await Person.VisitAsync(product);
        var page = person.Page;
        await RegisterAsync(page);
        await page.GotoAsync(await LinkAsync("/confirm?"));
        await Assertions.Expect(page.GetByText("邮箱已确认")).ToBeVisibleAsync();

        await page.GotoAsync("/forgot");
        await page.GetByLabel("邮箱").FillAsync(Email);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button).ClickAsync();
        await page.GotoAsync(await LinkAsync("/reset?"));
        await page.GetByLabel("新密码", new() { Exact = true }).FillAsync(Second);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(page.GetByText("新密码已生效")).ToBeVisibleAsync();
        await SignInAsync(page);
    }

    private static async Task RegisterAsync(IPage page)
    {
        await page.GotoAsync("/register");
        await page.GetByLabel("姓名").FillAsync("顾明");
        await page.GetByLabel("邮箱").FillAsync(Email);
        await page.GetByLabel("用户名").FillAsync(UserName);
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(First);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "注册" }).ClickAsync();
        await Assertions.Expect(page.GetByText(Email)).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("用户名").FillAsync(UserName);
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(Second);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Banner).GetByText("顾明")).ToBeVisibleAsync();
    }

    /// <summary>The link of a mail, once it lies in the folder that stands for the mail server.</summary>
    private async Task<string> LinkAsync(string part)
    {
        var folder = Path.Combine(product.Server.DataFolder, "mail");
        for (var end = DateTime.UtcNow + Patience; DateTime.UtcNow < end; await Task.Delay(300))
        {
            var mails = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml").Select(File.ReadAllText) : [];
            var link = mails.Where(m => m.Contains(Email, StringComparison.Ordinal)).SelectMany(m => Link().Matches(m)).Select(m => m.Value)
                .FirstOrDefault(l => l.Contains(part, StringComparison.Ordinal));
            if (link is not null)
            {
                return new Uri(link).PathAndQuery;
            }
        }

        throw new InvalidOperationException($"No mail with a link to {part} came.");
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
