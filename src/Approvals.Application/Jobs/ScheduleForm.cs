using System.Text.RegularExpressions;

namespace Approvals.Application.Jobs;

/// <summary>One way to say when a job runs, in both languages and as cron; <c>{places}</c> stand for the same values in all three.</summary>
internal sealed class ScheduleForm
{
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["n"] = "[0-9]{1,2}", ["h"] = "[0-9]{1,2}", ["m"] = "[0-9]{1,2}", ["day"] = "[0-9]{1,2}", ["month"] = "[0-9]{1,2}",
        ["zhDay"] = "[一二三四五六日天]", ["enDay"] = "[a-z]+", ["weekday"] = "[A-Z]{3}|[1-7]", ["enMonth"] = "[a-z]+",
    };

    private readonly string _chinese;
    private readonly string _english;
    private readonly string _cron;
    private readonly Regex _chinesePattern;
    private readonly Regex _englishPattern;
    private readonly Regex _cronPattern;

    private ScheduleForm(string chinese, string english, string cron, bool onWorkingDays)
    {
        (_chinese, _english, _cron, OnWorkingDays) = (chinese, english, cron, onWorkingDays);
        _chinesePattern = Pattern(chinese.Replace(" ", "", StringComparison.Ordinal));
        _englishPattern = Pattern(english);
        _cronPattern = Pattern(cron);
    }

    /// <summary>All ways, the closed set that is offered.</summary>
    internal static IReadOnlyList<ScheduleForm> All { get; } =
    [
        new("每分钟", "every minute", "0 * * * * *", false),
        new("每 {n} 分钟", "every {n} minutes", "0 0/{n} * * * *", false),
        new("每 {n} 分钟，从第 {m} 分起", "every {n} minutes from minute {m}", "0 {m}/{n} * * * *", false),
        new("每小时第 {m} 分", "every hour at minute {m}", "0 {m} * * * *", false),
        new("每 {n} 小时", "every {n} hours", "0 0 0/{n} * * *", false),
        new("每日 {h}:{m}", "every day at {h}:{m}", "0 {m} {h} * * *", false),
        new("每个工作日 {h}:{m}", "every working day at {h}:{m}", "0 {m} {h} * * *", true),
        new("每周{zhDay} {h}:{m}", "every {enDay} at {h}:{m}", "0 {m} {h} * * {weekday}", false),
        new("每月 {day} 日 {h}:{m}", "on day {day} of every month at {h}:{m}", "0 {m} {h} {day} * *", false),
        new("每月最后一天 {h}:{m}", "on the last day of every month at {h}:{m}", "0 {m} {h} L * *", false),
        new("每年 {month} 月 {day} 日 {h}:{m}", "every year on {day} {enMonth} at {h}:{m}", "0 {m} {h} {day} {month} *", false),
    ];

    /// <summary>Whether days that are no working days are passed over.</summary>
    internal bool OnWorkingDays { get; }

    /// <summary>The values in a text of either language; null when it is not said this way.</summary>
    internal IReadOnlyDictionary<string, string>? FromWords(string words) =>
        Values(_chinesePattern.Match(words.Replace(" ", "", StringComparison.Ordinal).Replace("每天", "每日", StringComparison.Ordinal)))
        ?? Values(_englishPattern.Match(Regex.Replace(words.Trim().ToLowerInvariant(), " +", " ")));

    /// <summary>The values in a cron expression without question marks.</summary>
    internal IReadOnlyDictionary<string, string>? FromCron(string cron) => Values(_cronPattern.Match(cron));

    internal string ToCron(IReadOnlyDictionary<string, string> values) => Filled(_cron, values);

    internal string ToWords(IReadOnlyDictionary<string, string> values, bool chinese) => Filled(chinese ? _chinese : _english, values);

    private static Regex Pattern(string template) => new(
        "^" + Regex.Replace(Regex.Escape(template).Replace("\\{", "{", StringComparison.Ordinal).Replace("\\ ", " ", StringComparison.Ordinal), "{([a-zA-Z]+)}", place =>
            $"(?<{place.Groups[1].Value}>{Places[place.Groups[1].Value]})") + "$",
        RegexOptions.CultureInvariant);

    private static Dictionary<string, string>? Values(Match match) => !match.Success ? null
        : match.Groups.Keys.Where(k => !char.IsAsciiDigit(k[0])).ToDictionary(k => k, k => match.Groups[k].Value, StringComparer.Ordinal);

    private static string Filled(string template, IReadOnlyDictionary<string, string> values) =>
        values.Aggregate(template, (text, value) => text.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
}
