using System.Text.RegularExpressions;

namespace Approvals.EndToEnd.Tests;

/// <summary>The page itself forbids what docs/security.md says: the answer for which the policy matters most.</summary>
[Collection(ProductStories.Name)]
public sealed partial class PagePolicyTests(Product product)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/work/tasks/00000000-0000-0000-0000-000000000001")]
    [InlineData("/verify/a.b")]
    public async Task Page_AtAnyAddress_CarriesThePolicyAndNoScriptOfItsOwn(string address)
    {
        using var client = new HttpClient { BaseAddress = product.Server.Address };
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy")).Split("; ").ToList();
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("default-src 'self'", policy);
        Assert.Equal(["style-src 'self' 'unsafe-inline'"], policy.Where(d => d.Contains("unsafe", StringComparison.Ordinal)));
        var scripts = Scripts().Matches(page).ToList();
        Assert.NotEmpty(scripts);
        Assert.All(scripts, s => Assert.Matches("""^<script [^>]*src="/assets/[^"]+"[^>]*></script>$""", s.Value));
        using var script = await client.GetAsync(new Uri(Source().Match(scripts[0].Value).Groups[1].Value, UriKind.Relative));
        Assert.Equal(("nosniff", "text/javascript"), (Assert.Single(script.Headers.GetValues("X-Content-Type-Options")), script.Content.Headers.ContentType?.MediaType));
    }

    /// <summary>The same as the browser takes it: a script that somehow came to stand in the page does not run.</summary>
    [Fact]
    public async Task Script_ThatStandsInThePage_DoesNotRun()
    {
        await using var visitor = await Person.VisitAsync(product);
        await visitor.Page.GotoAsync("/sign-in");

        var told = await visitor.Page.EvaluateAsync<string>("""
            () => new Promise(tell => {
              document.addEventListener('securitypolicyviolation', e => tell(`${e.effectiveDirective} ${window.struck ?? 'none'}`));
              const script = document.createElement('script');
              script.textContent = 'window.struck = 1';
              document.body.append(script);
            })
            """);

        Assert.Equal("script-src-elem none", told);
    }

    [GeneratedRegex("<script[^>]*>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("src=\"([^\"]+)\"")]
    private static partial Regex Source();
}
