using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>
/// Waits for a page to have gone somewhere by looking at its address again and again. To wait for the going itself misses one that happens
/// between the look and the waiting.
/// </summary>
internal static class Arriving
{
    /// <summary>Waits until the address has a part such as <c>/apply/</c>, with something behind it.</summary>
    public static Task ArriveAsync(this IPage page, string part) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex($"{Regex.Escape(part)}[^/]+$", RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>Waits until the page is at the sign-in, or has left it.</summary>
    public static Task SignedInAsync(this IPage page, bool isSignedIn) => isSignedIn
        ? Assertions.Expect(page).Not.ToHaveURLAsync(SignIn())
        : Assertions.Expect(page).ToHaveURLAsync(SignIn());

    private static Regex SignIn() => new("/sign-in", RegexOptions.None, TimeSpan.FromSeconds(1));
}
