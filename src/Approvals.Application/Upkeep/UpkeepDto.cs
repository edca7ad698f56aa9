using Approvals.Application.Jobs;

namespace Approvals.Application.Upkeep;

/// <summary>How the product runs now.</summary>
/// <param name="At">The instant of these figures.</param>
/// <param name="Figures">The figures of today.</param>
/// <param name="Jobs">Jobs, those that run first.</param>
/// <param name="Queues">What waits for the pumps.</param>
/// <param name="Nodes">The processes, the living first.</param>
/// <param name="Faults">What went wrong in jobs since yesterday, the latest first.</param>
public sealed record UpkeepDto(
    DateTimeOffset At, UpkeepFiguresDto Figures, IReadOnlyList<JobDto> Jobs, IReadOnlyList<QueueDto> Queues, IReadOnlyList<NodeDto> Nodes, IReadOnlyList<JobFaultDto> Faults);

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
