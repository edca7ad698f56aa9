using System.Net;
using System.Text.RegularExpressions;

namespace Approvals.Web.Tests;

/// <summary>Mails about accounts: as text and as a page, by the messages that staff keep, with links that work.</summary>
[Collection(SharedProduct.Name)]
public sealed partial class AccountMailTests(ProductServer server)
{
    [Fact]
    public async Task Confirm_ByTheLinkOfThePage_ConfirmsTheAddress()
    {
        Assert.Equal(204, (await server.Visit("en").PostAsync("/api/account/register", new { name = "信测", email = "mail.person@example.com", userName = "mail.person", password = "demo-pass-2026" })).Status);

        var mail = await MailAsync("mail.person@example.com", "/confirm?");

        Assert.Contains("<strong>mail.person</strong>", mail, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/plain", mail, StringComparison.Ordinal);
        var (page, text) = (WebUtility.HtmlDecode(Href().Match(mail).Groups[1].Value), Plain().Match(mail).Groups[1].Value);
        Assert.Equal(text, page);
        var query = new Uri(page).Query.TrimStart('?').Split('&').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]));
        Assert.Equal(204, (await server.Visit().PostAsync("/api/account/confirm", new { userId = query["user"], token = query["token"] })).Status);
    }

    private async Task<string> MailAsync(string to, string part)
    {
        var folder = Path.Combine(server.Data, "mail");
        for (var end = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < end; await Task.Delay(200))
        {
            var mails = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml").Select(File.ReadAllText) : [];
            if (mails.FirstOrDefault(m => m.Contains($"<{to}>", StringComparison.Ordinal) && m.Contains(part, StringComparison.Ordinal)) is { } mail)
            {
                return mail;
            }
        }

        throw new InvalidOperationException($"No mail to {to} with {part} came.");
    }

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Href();

    [GeneratedRegex(@": (https?://\S+)")]
    private static partial Regex Plain();
}
