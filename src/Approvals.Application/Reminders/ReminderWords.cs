using System.Globalization;
using Approvals.Domain.Reminders;
using Approvals.Workflows;

namespace Approvals.Application.Reminders;

/// <summary>Puts a rule in one sentence, such as 受理后每个工作日 09:00.</summary>
public sealed class ReminderWords(MessageCatalog texts)
{
    /// <summary>The sentence.</summary>
    public string Of(ReminderRule rule, string language)
    {
        var list = language == "en" ? ", " : "、";
        List<string> parts =
        [
            When(rule, language),
            Say("reminders.toWhom", language, ("who", string.Join(list, rule.To.Select(t => Say($"reminders.recipient.{Word(t)}", language))))),
            Say($"reminders.how.{Word(rule.Delivery)}", language, ("channels", string.Join(list, rule.Channels.Select(c => Say($"reminders.channel.{c}", language))))),
        ];
        if (rule.WorkingDaysOnly) parts.Add(Say("reminders.workingDaysOnly", language));
        if (rule.Quiet is { } quiet) parts.Add(Say("reminders.quietHours", language, ("from", Time(quiet.From)), ("to", Time(quiet.To))));
        if (rule.MayBeOff) parts.Add(Say("reminders.optional", language));
        return string.Join(language == "en" ? "; " : "；", parts);
    }

    private string When(ReminderRule rule, string language)
    {
        var moment = Say($"reminders.moment.{Word(rule.About)}.{Word(rule.Moment)}", language);
        var time = rule.Unit == LimitUnit.Hours || (rule.At is null && rule.Offsets is [0] && !rule.Repeats) ? "" : Time(rule.At ?? ReminderTimes.Morning);
        if (rule.Repeats)
        {
            var start = rule.Offsets[0] == 0 ? Say("reminders.from", language, ("moment", moment)) : Offset(rule, rule.Offsets, moment, language);
            return Say($"reminders.each.{Word(rule.Unit)}", language, ("start", start), ("time", time)).Trim();
        }

        var when = rule.Offsets is [0] ? Say("reminders.at", language, ("moment", moment)) : Offset(rule, rule.Offsets, moment, language);
        return Say("reminders.when", language, ("when", when), ("time", time)).Trim();
    }

    private string Offset(ReminderRule rule, IReadOnlyList<int> offsets, string moment, string language)
    {
        var list = language == "en" ? ", " : "、";
        var parts = offsets.GroupBy(o => Math.Sign(o)).Select(g => g.Key == 0
            ? Say("reminders.at", language, ("moment", moment))
            : Say(
                g.Key < 0 ? "reminders.before" : "reminders.after", language,
                ("moment", moment), ("count", string.Join(list, g.Select(o => Math.Abs(o).ToString(CultureInfo.InvariantCulture)))),
                ("unit", Say($"reminders.unit.{Word(rule.Unit)}", language))));
        return string.Join(list, parts);
    }

    private string Say(string code, string language, params ReadOnlySpan<(string Name, string Value)> data)
    {
        Dictionary<string, string> values = [];
        foreach (var (name, value) in data)
        {
            values[name] = value;
        }

        return texts.Format(code, values, language);
    }

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
