using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Pages;

/// <summary>What a reader would notice at once: a page that scrolls sideways, and a text that is no text.</summary>
internal static class PageLayout
{
    private const string Wide = """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) { return []; }
          const found = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1);
          return [`${document.documentElement.scrollWidth} > ${width}`, ...found.slice(-4).map(e => e.outerHTML.slice(0, 160))];
        }
        """;

    private const string Raw = """
        known => {
          const texts = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) { if (!walker.currentNode.parentElement.closest('code, textarea')) { texts.push(walker.currentNode.data); } }
          for (const e of document.querySelectorAll('[aria-label],[title],[placeholder],[alt]')) {
            texts.push(...['aria-label', 'title', 'placeholder', 'alt'].map(a => e.getAttribute(a) ?? ''));
          }
          const key = /^([a-z][A-Za-z0-9]*:)?[a-z][A-Za-z0-9-]*(\.[A-Za-z][A-Za-z0-9-]*)+$/;
          const isFile = text => /\.(pdf|png|jpg)$/.test(text);
          const isRaw = text => (key.test(text) && !isFile(text) && !known.includes(text)) || /\{\{?[A-Za-z.]+\}?\}/.test(text)
            || /\b(undefined|null|NaN|\[object Object\])\b/.test(text);
          return [...new Set(texts.map(t => t.trim()).filter(isRaw))];
        }
        """;

    /// <summary>Whether something floats above the page: it follows a changed window a moment later.</summary>
    private const string Floats = """
        () => document.querySelector('.ant-popover:not(.ant-popover-hidden), .ant-tooltip:not(.ant-tooltip-hidden), .ant-dropdown:not(.ant-dropdown-hidden)') !== null
        """;

    private const int Looks = 20, Pause = 100;

    /// <summary>Names people sign in with look like keys.</summary>
    private static readonly string[] SignInNames = [.. DemonstrationPeople.SignInNames];

    public static async Task CheckAsync(IPage page)
    {
        Empty(page, "scrolls sideways", await AtRestAsync(page));
        Empty(page, "shows raw keys", await page.EvaluateAsync<string[]>(Raw, SignInNames));
    }

    /// <summary>What is too wide once what floats stands where it belongs; a page above which nothing floats is measured once.</summary>
    private static async Task<string[]> AtRestAsync(IPage page)
    {
        var found = await page.EvaluateAsync<string[]>(Wide);
        for (var looks = 0; found.Length > 0 && looks < Looks && await page.EvaluateAsync<bool>(Floats); looks++)
        {
            await page.WaitForTimeoutAsync(Pause);
            found = await page.EvaluateAsync<string[]>(Wide);
        }

        return found;
    }

    private static void Empty(IPage page, string what, string[] found) =>
        Assert.True(found.Length == 0, $"{page.Url} at {page.ViewportSize!.Width} {what}:\n{string.Join('\n', found)}");
}
