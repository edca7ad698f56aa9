using Approvals.Application.Jobs;

namespace Approvals.Application.Upkeep;

/// <summary>How the product runs now.</summary>
/// <param name="At">The instant of these figures.</param>
/// <param name="Figures">The figures of today.</param>
/// <param name="Jobs">Jobs, those that run first.</param>
/// <param name="Queues">What waits for the pumps.</param>
/// <param name="Nodes">The processes, the living first.</param>
/// <param name="Faults">What went wrong in jobs since yesterday, the latest first.</param>
/// <param name="Hours">The runs of today by hour, all twenty-four.</param>
/// <param name="Interfaces">The machines outside.</param>
public sealed record UpkeepDto(
    DateTimeOffset At, UpkeepFiguresDto Figures, IReadOnlyList<JobDto> Jobs, IReadOnlyList<QueueDto> Queues, IReadOnlyList<NodeDto> Nodes, IReadOnlyList<JobFaultDto> Faults,
    IReadOnlyList<HourDto> Hours, IReadOnlyList<InterfaceDto> Interfaces);

/// <summary>The runs of jobs in an hour of today.</summary>
/// <param name="Hour">The hour, from 0 to 23.</param>
/// <param name="Done">Runs that ended well.</param>
/// <param name="Broken">Attempts that broke.</param>
/// <param name="Usual">How many ended well in that hour on average of the seven days before.</param>
/// <param name="Items">How many things those of today did.</param>
public sealed record HourDto(int Hour, int Done, int Broken, decimal Usual, long Items);

/// <summary>A machine outside.</summary>
/// <param name="Code">mail, sms or scanner.</param>
/// <param name="Used">Whether this installation has one.</param>
/// <param name="Reachable">Whether it answered when it was asked last, from this node; null where there is none.</param>
/// <param name="AskedAt">When that was; it is asked every half minute at most.</param>
/// <param name="Waiting">Messages that wait for it; counting stops at 10,000. None wait for the scanner: a file is taken or refused at once.</param>
/// <param name="WaitingSince">Since when the oldest of them is due.</param>
/// <param name="LastError">Why the last message that failed has not left, in words; null when none failed.</param>
/// <param name="GivenUp">Messages that were given up.</param>
public sealed record InterfaceDto(
    string Code, bool Used, bool? Reachable, DateTimeOffset? AskedAt, int Waiting, DateTimeOffset? WaitingSince, string? LastError, int GivenUp);

/// <summary>The figures of today.</summary>
/// <param name="Ready">Rows that are due in all queues; counting stops at 10,000 each.</param>
/// <param name="OldestReadyAt">Since when the oldest of them is due.</param>
/// <param name="StepsAMinute">Steps of cases in the last minute.</param>
/// <param name="StepMilliseconds">What 95 of 100 steps took at most on the slowest node; null when there were none.</param>
/// <param name="BrokenToday">Attempts of jobs that broke today.</param>
/// <param name="GivenUp">Rows given up in all queues, which wait for an operator.</param>
/// <param name="Incidents">Steps of cases that wait to be mended.</param>
public sealed record UpkeepFiguresDto(
    int Ready, DateTimeOffset? OldestReadyAt, int StepsAMinute, int? StepMilliseconds, int BrokenToday, int GivenUp, int Incidents);

/// <summary>What waits for one pump.</summary>
/// <param name="Code">The queue: timers, events, messages, batches, migrations or replays.</param>
/// <param name="Ready">Rows that are due; counting stops at 10,000.</param>
/// <param name="Later">Rows that are due later.</param>
/// <param name="Retried">Due rows that failed before and are tried again.</param>
/// <param name="GivenUp">Rows that were given up.</param>
/// <param name="OldestReadyAt">Since when the oldest due row is due.</param>
/// <param name="Stuck">Whether rows are due for a minute and nobody works on any.</param>
public sealed record QueueDto(string Code, int Ready, int Later, int Retried, int GivenUp, DateTimeOffset? OldestReadyAt, bool Stuck);

/// <summary>A process of the product.</summary>
/// <param name="Name">Its name in leases.</param>
/// <param name="Release">The product's version.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="SeenAt">When it was last heard of.</param>
/// <param name="Alive">Whether it was heard of in the last seconds.</param>
/// <param name="Steps">Steps of cases in its last minute.</param>
public sealed record NodeDto(string Name, string Release, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool Alive, int Steps);
