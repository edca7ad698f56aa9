using System.Globalization;

namespace Approvals.Application.Jobs;

/// <summary>
/// When a job runs, in words of either language: a small closed set, and beside it cron expressions that fire once a minute at
/// most. What it says is what <see cref="Tell"/> reads back.
/// </summary>
public static class ScheduleWords
{
    private const string ChineseDays = "日一二三四五六";
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>What a text means; the reason when it is none of the ways and no expression that may be used.</summary>
    public static Result<JobTime> Read(string text, ICronTimes times, DateTimeOffset now)
    {
        var words = text.Trim().Replace('：', ':');
        foreach (var form in ScheduleForm.All)
        {
            if (form.FromWords(words) is { } said)
            {
                return Values(said) is { } values ? Due(new JobTime(WithQuestionMark(form.ToCron(values)), form.OnWorkingDays), times, now) : Unknown(text);
            }
        }

        return words.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: 6 or 7 } fields ? FreeCron(fields, times, now) : Unknown(text);
    }

    /// <summary>A plan in words; a cron expression that is none of the ways is shown as it is.</summary>
    public static string Tell(JobTime time, string language)
    {
        var chinese = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
        var cron = time.Cron.Replace('?', '*');
        foreach (var form in ScheduleForm.All.Where(f => f.OnWorkingDays == time.OnWorkingDays))
        {
            if (form.FromCron(cron) is { } values && Shown(values) is { } shown)
            {
                return form.ToWords(shown, chinese);
            }
        }

        return time.Cron;
    }

    private static Result<JobTime> FreeCron(string[] fields, ICronTimes times, DateTimeOffset now) =>
        fields[0].Length <= 2 && int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var second) && second < 60
            ? Due(new JobTime(string.Join(' ', fields), false), times, now)
            : new Error("jobs.tooOften", ErrorKind.Invalid);

    private static Result<JobTime> Due(JobTime time, ICronTimes times, DateTimeOffset now) =>
        times.NextAfter(time.Cron, now) is not null ? time : new Error("jobs.neverDue", ErrorKind.Invalid).With("cron", time.Cron);

    private static Error Unknown(string text) => new Error("jobs.words", ErrorKind.Invalid).With("text", text);

    /// <summary>The values of the words as cron has them; null where one is out of its range.</summary>
    private static Dictionary<string, string>? Values(IReadOnlyDictionary<string, string> said)
    {
        var values = new Dictionary<string, string>(said, StringComparer.Ordinal);
        if (said.TryGetValue("zhDay", out var chinese))
        {
            values["weekday"] = Days[ChineseDays.IndexOf(chinese.Replace('天', '日'), StringComparison.Ordinal)];
        }

        if (said.TryGetValue("enDay", out var english))
        {
            values["weekday"] = Array.Find(Days, d => english.Length > 3 && Day(d).Equals(english, StringComparison.OrdinalIgnoreCase)) ?? "";
        }

        if (said.TryGetValue("enMonth", out var month))
        {
            values["month"] = $"{Array.FindIndex(Months, m => m.Equals(month, StringComparison.OrdinalIgnoreCase)) + 1}";
        }

        foreach (var key in values.Keys.Where(k => k is "n" or "h" or "m" or "day" or "month").ToList())
        {
            values[key] = $"{int.Parse(values[key], CultureInfo.InvariantCulture)}";
        }

        return Fits(values) ? values : null;
    }

    private static bool Fits(Dictionary<string, string> values)
    {
        int? Number(string key) => values.TryGetValue(key, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        var (month, day) = (Number("month"), Number("day"));
        return Number("h") is null or <= 23 && Number("m") is null or <= 59
            && Number("n") is null or (>= 2 and <= 30 and not (7 or 8 or 9 or 11 or (>= 13 and <= 14) or (>= 16 and <= 19) or (>= 21 and <= 29)))
            && values.GetValueOrDefault("weekday") != ""
            && (month is null ? day is null or (>= 1 and <= 28) : month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2027, month.Value));
    }

    /// <summary>The values of a cron expression as words have them.</summary>
    private static Dictionary<string, string>? Shown(IReadOnlyDictionary<string, string> cron)
    {
        var values = new Dictionary<string, string>(cron, StringComparer.Ordinal);
        if (cron.TryGetValue("weekday", out var weekday))
        {
            var index = int.TryParse(weekday, out var number) ? number - 1 : Array.IndexOf(Days, weekday);
            if (index < 0)
            {
                return null;
            }

            (values["zhDay"], values["enDay"]) = ($"{ChineseDays[index]}", Day(Days[index]));
        }

        if (cron.TryGetValue("month", out var month) && int.Parse(month, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var index12)
        {
            values["enMonth"] = Months[index12 - 1];
        }

        if (cron.ContainsKey("h"))
        {
            values["m"] = cron["m"].PadLeft(2, '0');
        }

        return values;
    }

    private static string[] Months => CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    private static string Day(string code) => CultureInfo.InvariantCulture.DateTimeFormat.DayNames[Array.IndexOf(Days, code)];

    /// <summary>Quartz wants a question mark for the one of day and weekday that says nothing.</summary>
    private static string WithQuestionMark(string cron)
    {
        var fields = cron.Split(' ');
        fields[fields[3] == "*" ? 3 : 5] = "?";
        return string.Join(' ', fields);
    }
}
