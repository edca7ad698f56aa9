using System.Globalization;
using System.Net;
using System.Text;

namespace Approvals.Application.Letters;

/// <summary>
/// The picture of a seal with the authority's name around a star. It shows who issued a letter; what proves the letter is the code
/// beside it, which a verifier page checks.
/// </summary>
public static class SealImage
{
    private const int Size = 160;
    private const double Middle = Size / 2.0;
    private const double Widest = 270;
    private const double Apart = 24;

    /// <summary>The seal as SVG that scales with its box.</summary>
    public static string Svg(string authority)
    {
        var letters = StringInfo.GetTextElementEnumerator(authority);
        List<string> signs = [];
        while (letters.MoveNext())
        {
            signs.Add(letters.GetTextElement());
        }

        var apart = signs.Count > 1 ? Math.Min(Apart, Widest / (signs.Count - 1)) : 0;
        var size = Math.Clamp(apart * 0.85, 6, 16);
        var text = new StringBuilder();
        for (var i = 0; i < signs.Count; i++)
        {
            var angle = -apart * (signs.Count - 1) / 2 + apart * i;
            text.Append(CultureInfo.InvariantCulture, $"""<text x="{Middle}" y="28" font-size="{size:0.#}" text-anchor="middle" transform="rotate({angle:0.##} {Middle} {Middle})">{WebUtility.HtmlEncode(signs[i])}</text>""");
        }

        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Size} {Size}" fill="#c8102e" role="img"><circle cx="{Middle}" cy="{Middle}" r="76" fill="none" stroke="#c8102e" stroke-width="4"/>{text}<path d="{Star()}"/></svg>""";
    }

    private static string Star()
    {
        var points = Enumerable.Range(0, 10).Select(i =>
        {
            var (radius, angle) = (i % 2 == 0 ? 24 : 9.2, Math.PI * i / 5 - Math.PI / 2);
            return string.Create(CultureInfo.InvariantCulture, $"{Middle + radius * Math.Cos(angle):0.##} {Middle + 4 + radius * Math.Sin(angle):0.##}");
        });
        return $"M{string.Join('L', points)}Z";
    }
}
