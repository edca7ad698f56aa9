using System.Globalization;
using System.Text.RegularExpressions;

namespace Approvals.Domain.Studio.Clauses;

/// <summary>Finds the clauses that a text names, in Chinese and in English, lists and ranges included.</summary>
internal static partial class ClauseReader
{
    private const int MostArticles = 999;
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The documents as the text calls them, empty where it names none, with their articles.</summary>
    internal static IEnumerable<(string Document, int Article)> Read(string text) => Chinese(text).Concat(English(text)).Distinct();

    /// <summary>A Chinese numeral up to 999, or digits; 0 when it is none.</summary>
    internal static int Number(string numeral)
    {
        if (int.TryParse(numeral, NumberStyles.None, CultureInfo.InvariantCulture, out var plain)) return plain <= MostArticles ? plain : 0;
        var (sum, digit) = (0, 0);
        foreach (var sign in numeral.Replace('〇', '零'))
        {
            var unit = sign switch { '十' => 10, '百' => 100, _ => 0 };
            if (unit == 0) digit = Digits.IndexOf(sign, StringComparison.Ordinal);
            else (sum, digit) = (sum + (Math.Max(digit, 1) * unit), 0);
        }

        return sum + digit;
    }

    private static IEnumerable<(string Document, int Article)> Chinese(string text)
    {
        var (document, before, end) = ("", 0, 0);
        foreach (Match match in InChinese().Matches(text))
        {
            if (match.Groups["document"] is { Success: true, Value: var named }) document = Called().Replace(named, "").Trim('《', '》');
            var article = Number(match.Groups["number"].Value);
            var isRange = before > 0 && text[end..match.Index] == "至";
            for (var n = isRange ? before + 1 : article; n <= article && n > 0; n++) yield return (document, n);
            (before, end) = (article, match.Index + match.Length);
        }
    }

    private static IEnumerable<(string Document, int Article)> English(string text)
    {
        foreach (Match match in InEnglish().Matches(text))
        {
            var before = 0;
            foreach (Match number in Listed().Matches(match.Groups["numbers"].Value))
            {
                var article = Number(number.Groups["number"].Value);
                for (var n = number.Groups["to"].Success && before > 0 ? before + 1 : article; n <= article && n > 0; n++) yield return (match.Groups["document"].Value.Trim(), n);
                before = article;
            }
        }
    }

    [GeneratedRegex(@"(?<document>《[^》]{2,60}》|[\u4e00-\u9fa5]{0,16}?(?:办法|条例|规定|措施|细则|法))?(?:（[^）]{1,40}）)?第(?<number>[〇零一二三四五六七八九十百\d]{1,6})条")]
    private static partial Regex InChinese();

    [GeneratedRegex("^.*(?:参照|依据|根据|按照|依照|符合|执行|适用|按|依)")]
    private static partial Regex Called();

    [GeneratedRegex(@"(?:(?<document>[A-Z][A-Za-z ]{3,60}?[Ll]aw),? )?\b[Aa]rt(?:icles?|s?\.)\s*(?<numbers>\d{1,3}(?:(?:, and | and | to |, )\d{1,3})*)")]
    private static partial Regex InEnglish();

    [GeneratedRegex(@"(?<to> to )?(?<number>\d{1,3})")]
    private static partial Regex Listed();
}
