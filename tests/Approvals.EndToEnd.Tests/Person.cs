using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>A person who has signed in, with a browser of their own. What they saw last is kept under artifacts, for when a story fails.</summary>
internal sealed class Person : IAsyncDisposable
{
    private static readonly string Trail = Directory.CreateDirectory(Path.Combine(RepositoryFolder.Root, "artifacts", "e2e")).FullName;
    private static int _count;

    private readonly string _name;

    private Person(IPage page, string name) => (Page, _name) = (page, name);

    public IPage Page { get; }

    /// <summary>Signs in by the list of demonstration people.</summary>
    public static async Task<Person> SignInAsync(Product product, string name, int width = 1440, int height = 900, string language = "zh-CN", Uri? at = null)
    {
        var person = new Person(await product.VisitAsync(width, height, language, at), name);
        try
        {
            await person.Page.GotoAsync("/sign-in");
            await person.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
            await person.Page.SignedInAsync(true);
            return person;
        }
        catch
        {
            await person.DisposeAsync();
            throw;
        }
    }

    /// <summary>Signs in without a look at the sign-in page, by the name one signs in with; the page speaks the language, whatever the person's own is.</summary>
    public static async Task<Person> EnterAsync(Product product, string userName, int width = 1440, string language = "zh-CN")
    {
        var person = new Person(await product.VisitAsync(width, 900, language), userName);
        await ApiCaller.Of(person.Page).SignInAsync(userName);
        if (language != "zh-CN")
        {
            await person.Page.AddInitScriptAsync($"localStorage.setItem('approvals.language', '{language}')");
        }

        return person;
    }

    /// <summary>Somebody who has not signed in.</summary>
    public static async Task<Person> VisitAsync(Product product, int width = 1440, int height = 900, string language = "zh-CN") =>
        new(await product.VisitAsync(width, height, language), "visitor");

    public async ValueTask DisposeAsync()
    {
        if (Page.Url.StartsWith("http", StringComparison.Ordinal))
        {
            var file = $"{Interlocked.Increment(ref _count):000}-{_name}.png";
            await Page.ScreenshotAsync(new() { Path = Path.Combine(Trail, file) });
        }

        await Page.Context.DisposeAsync();
    }
}
