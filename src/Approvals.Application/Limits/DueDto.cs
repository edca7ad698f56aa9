namespace Approvals.Application.Limits;

/// <summary>The light of a limit.</summary>
public enum DueState
{
    /// <summary>No limit runs.</summary>
    None,

    /// <summary>In time.</summary>
    Green,

    /// <summary>Little time is left.</summary>
    Yellow,

    /// <summary>The last day, or overdue.</summary>
    Red,

    /// <summary>The clock is stopped.</summary>
    Paused,
}

/// <summary>The badge of a limit, the same everywhere.</summary>
/// <param name="State">Its light.</param>
/// <param name="DueOn">The last day, or null without a limit.</param>
/// <param name="WorkingDaysLeft">Working days after today up to the last day; negative when overdue.</param>
/// <param name="HoursLeft">Hours left, for a limit in hours.</param>
/// <param name="Provisional">Whether the working calendar of some day on the way is not published yet.</param>
public sealed record DueDto(DueState State, DateOnly? DueOn, int? WorkingDaysLeft, int? HoursLeft, bool Provisional)
{
    /// <summary>No limit.</summary>
    public static DueDto None { get; } = new(DueState.None, null, null, null, false);
}
