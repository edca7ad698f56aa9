using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>One server and one Chromium for all stories; each story brings its own people's browser contexts.</summary>
public sealed class Product : IAsyncLifetime
{
    private const int Patience = 20_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private RunningServer? _server;

    /// <summary>Further options of the server's command line.</summary>
    internal IReadOnlyList<string> Options { get; init; } = [];

    public RunningServer Server => _server!;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _server = await RunningServer.StartAsync(null, Options);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
            Directory.Delete(_server.DataFolder, recursive: true);
        }
    }

    /// <summary>A browser context of its own: nobody signed in.</summary>
    public async Task<IPage> VisitAsync(int width = 1440, int height = 900, string language = "zh-CN", Uri? at = null)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = (at ?? Server.Address).ToString(),
            Locale = language,
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }
}

/// <summary>The stories share one product and run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class ProductStories : ICollectionFixture<Product>
{
    public const string Name = "Product";
}
