using System.Text.Json.Serialization;

namespace Approvals.Domain.Calendars;

/// <summary>What a time limit is counted in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LimitUnit>))]
public enum LimitUnit
{
    /// <summary>Working days; the day itself is not counted (行政许可法 82, 民法典 201).</summary>
    [JsonStringEnumMemberName("workingDays")]
    WorkingDays,

    /// <summary>Natural days; a last day that is off moves to the next working day (民法典 203).</summary>
    [JsonStringEnumMemberName("days")]
    Days,

    /// <summary>Hours from the instant itself.</summary>
    [JsonStringEnumMemberName("hours")]
    Hours,
}

/// <summary>When a limit turns yellow: a share of its length or a number of working days left, whichever comes first.</summary>
public sealed record YellowRule(decimal Share = 0.2m, int Days = 2)
{
    /// <summary>20 % or two working days left.</summary>
    public static YellowRule Default { get; } = new();
}

/// <summary>A time limit (时限) as data states it.</summary>
/// <param name="Length">How many of the unit.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Yellow">When it turns yellow; absent: the default rule.</param>
public sealed record TimeLimit(int Length, LimitUnit Unit = LimitUnit.WorkingDays, YellowRule? Yellow = null)
{
    /// <summary>The longest limit that makes sense: a retention time of decades is no limit.</summary>
    public const int Longest = 10_000;

    /// <summary>Whether the length is one that can be resolved.</summary>
    public bool IsValid => Length is >= 0 and <= Longest && (Yellow is null || (Yellow.Share is >= 0 and <= 1 && Yellow.Days >= 0));

    /// <summary>The limit with an extension added.</summary>
    public TimeLimit Extended(int by) => this with { Length = Length + by };
}

/// <summary>A time in which the clock stood still.</summary>
/// <param name="From">When it stopped; that day still counted.</param>
/// <param name="To">When it ran again, that day not counted; null while it stands.</param>
/// <param name="Reason">Why, as a code.</param>
public sealed record ClockStop(DateTimeOffset From, DateTimeOffset? To, string? Reason = null);
