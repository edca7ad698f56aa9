using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Approvals.Domain.Json;
using Approvals.Domain.Packages;

namespace Approvals.Domain.Reminders;

/// <summary>Reads rules of reminders: those of the platform and those of a service are written alike.</summary>
public static partial class ReminderReader
{
    internal static readonly ImmutableArray<string> Properties =
    [
        "id", "name", "about", "moment", "offsets", "unit", "at", "repeats", "to", "channels", "template", "delivery", "quiet", "workingDaysOnly",
        "mayBeOff", "kinds", "note",
    ];

    private const int MostOffsets = 12;
    private const int Farthest = 3660;

    private static readonly FrozenDictionary<string, ReminderSubject> Subjects = ServiceWords.Words<ReminderSubject>();
    private static readonly FrozenDictionary<string, ReminderMoment> Moments = ServiceWords.Words<ReminderMoment>();
    private static readonly FrozenDictionary<string, ReminderRecipient> Recipients = ServiceWords.Words<ReminderRecipient>();
    private static readonly FrozenDictionary<string, ReminderDelivery> Deliveries = ServiceWords.Words<ReminderDelivery>();
    private static readonly ImmutableArray<string> Channels = ["page", "mail", "sms"];
    private static readonly FrozenDictionary<string, LimitUnit> Units =
        ServiceWords.Units.Where(u => u.Value is LimitUnit.WorkingDays or LimitUnit.Days or LimitUnit.Hours).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<ReminderSubject, ImmutableArray<ReminderMoment>> MomentsOf = new Dictionary<ReminderSubject, ImmutableArray<ReminderMoment>>
    {
        [ReminderSubject.OfficeTask] = [ReminderMoment.Received, ReminderMoment.Yellow, ReminderMoment.Due],
        [ReminderSubject.OwnTask] = [ReminderMoment.Received, ReminderMoment.Yellow, ReminderMoment.Due],
        [ReminderSubject.Case] = [ReminderMoment.Received, ReminderMoment.Accepted, ReminderMoment.Due],
        [ReminderSubject.Entitlement] = [ReminderMoment.Ends, ReminderMoment.RenewalOpens],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<ReminderSubject, ImmutableArray<ReminderRecipient>> RecipientsOf = new Dictionary<ReminderSubject, ImmutableArray<ReminderRecipient>>
    {
        [ReminderSubject.OfficeTask] = [ReminderRecipient.Holder, ReminderRecipient.Candidates, ReminderRecipient.Lead],
        [ReminderSubject.OwnTask] = [ReminderRecipient.Holder, ReminderRecipient.Applicant, ReminderRecipient.Agent],
        [ReminderSubject.Case] = [ReminderRecipient.Applicant, ReminderRecipient.Agent, ReminderRecipient.Lead],
        [ReminderSubject.Entitlement] = [ReminderRecipient.Applicant, ReminderRecipient.Agent],
    }.ToFrozenDictionary();

    /// <summary>What a rule about a subject may be counted from.</summary>
    public static ImmutableArray<ReminderMoment> MomentsFor(ReminderSubject about) => MomentsOf[about];

    /// <summary>Whom a rule about a subject may remind.</summary>
    public static ImmutableArray<ReminderRecipient> RecipientsFor(ReminderSubject about) => RecipientsOf[about];

    /// <summary>Reads a file of <c>{ "reminders": [ … ] }</c>.</summary>
    /// <param name="path">Its path, for problems.</param>
    /// <param name="json">Its content.</param>
    public static ReminderLoad ReadFile(string path, ReadOnlyMemory<byte> json)
    {
        var file = new JsonFile(path);
        var read = file.Read(json, place =>
        {
            place.Only("reminders", "source");
            return new ReminderLoad(ReadAll(place), []);
        });
        return new ReminderLoad(file.HasErrors ? [] : read?.Rules ?? [], [.. file.Problems]);
    }

    internal static ImmutableArray<ReminderRule> ReadAll(JsonPlace place)
    {
        var rules = place.List("reminders", Read);
        foreach (var twice in rules.GroupBy(r => r.Id).Where(g => g.Count() > 1))
        {
            place.File.Add(place.At("reminders"), "reminders.twice", ("id", twice.Key));
        }

        return rules;
    }

    private static ReminderRule Read(JsonPlace place)
    {
        place.Only(Properties);
        var rule = new ReminderRule
        {
            Id = place.Required("id"),
            Name = place.RequiredLocal("name"),
            About = place.Choice("about", Subjects) ?? place.Missing("about", ReminderSubject.OfficeTask),
            Moment = place.Choice("moment", Moments) ?? place.Missing("moment", ReminderMoment.Due),
            Offsets = ReadOffsets(place),
            Unit = place.Choice("unit", Units) ?? LimitUnit.WorkingDays,
            At = Time(place, "at"),
            Repeats = place.Flag("repeats") ?? false,
            To = place.Choices("to", Recipients),
            Channels = ReadChannels(place),
            Template = place.Required("template"),
            Delivery = place.Choice("delivery", Deliveries) ?? ReminderDelivery.Digest,
            Quiet = place.Object("quiet", ReadQuiet),
            WorkingDaysOnly = place.Flag("workingDaysOnly") ?? false,
            MayBeOff = place.Flag("mayBeOff") ?? false,
            Kinds = place.Texts("kinds"),
        };
        foreach (var (at, code) in Wrong(rule)) place.File.Add(place.At(at), code, ("about", ServiceWords.Word(rule.About.ToString())));
        return rule;
    }

    /// <summary>What fits no rule: said where it stands, in both languages.</summary>
    private static IEnumerable<(string At, string Code)> Wrong(ReminderRule rule)
    {
        if (rule.Id.Length > 0 && !IdShape().IsMatch(rule.Id)) yield return ("id", "reminders.id");
        if (!MomentsOf[rule.About].Contains(rule.Moment)) yield return ("moment", "reminders.moment");
        if (rule.To.IsEmpty || rule.To.Any(t => !RecipientsOf[rule.About].Contains(t))) yield return ("to", "reminders.to");
        if (rule.Channels.IsEmpty) yield return ("channels", "reminders.channels");
        if (rule is { Delivery: ReminderDelivery.Digest } && rule.Channels.Contains("sms")) yield return ("channels", "reminders.smsInDigest");
        if (rule is { Unit: LimitUnit.Hours, At: not null }) yield return ("at", "reminders.atWithHours");
        if (rule is { Repeats: true, Unit: LimitUnit.Hours }) yield return ("repeats", "reminders.repeatsByHours");
        if (rule.Repeats && rule.Offsets.Length > 1) yield return ("offsets", "reminders.repeatsOnce");
        if (rule.Quiet is { } quiet && quiet.From == quiet.To) yield return ("quiet", "reminders.quiet");
        if (!rule.Kinds.IsEmpty && rule.About != ReminderSubject.Entitlement) yield return ("kinds", "reminders.kinds");
    }

    private static ImmutableArray<string> ReadChannels(JsonPlace place)
    {
        var channels = place.Texts("channels");
        foreach (var unknown in channels.Where(c => !Channels.Contains(c)))
        {
            place.File.Add(place.At("channels"), "package.json.choice", ("value", unknown), ("choices", string.Join(", ", Channels)));
        }

        return [.. channels.Where(Channels.Contains).Distinct()];
    }

    private static ImmutableArray<int> ReadOffsets(JsonPlace place)
    {
        if (!place.TryGet("offsets", out var value)) return [0];
        if (value.ValueKind == System.Text.Json.JsonValueKind.Array && value.GetArrayLength() is > 0 and <= MostOffsets
            && value.EnumerateArray().All(e => e.ValueKind == System.Text.Json.JsonValueKind.Number && e.TryGetInt32(out var n) && Math.Abs(n) <= Farthest))
        {
            return [.. value.EnumerateArray().Select(e => e.GetInt32()).Distinct().Order()];
        }

        place.File.Add(place.At("offsets"), "reminders.offsets", ("most", MostOffsets.ToString(CultureInfo.InvariantCulture)));
        return [0];
    }

    private static QuietHours ReadQuiet(JsonPlace place)
    {
        place.Only("from", "to");
        return new QuietHours(Time(place, "from") ?? place.Missing("from", TimeOnly.MinValue), Time(place, "to") ?? place.Missing("to", TimeOnly.MinValue));
    }

    private static TimeOnly? Time(JsonPlace place, string name)
    {
        if (place.Text(name) is not { } text) return null;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        place.File.Add(place.At(name), "reminders.time", ("value", text));
        return null;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\z")]
    private static partial Regex IdShape();
}
