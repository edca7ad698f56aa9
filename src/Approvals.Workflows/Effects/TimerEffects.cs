namespace Approvals.Workflows;

/// <summary>A timer is set, or set anew when its id is known. Due when its limit ends, or at the start of a day.</summary>
/// <param name="Timer">The timer, as the state holds it.</param>
public sealed record ScheduleTimer(TimerBookmark Timer) : Effect;

/// <summary>A timer is not wanted any more.</summary>
/// <param name="Timer">Its id.</param>
public sealed record CancelTimer(string Timer) : Effect;
