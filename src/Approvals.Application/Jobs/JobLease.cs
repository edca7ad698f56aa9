using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Metering;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Jobs;

/// <summary>The row of a run: who works on it, how far it is, how it ended. Whoever lost it writes nothing more.</summary>
public sealed class JobLease(ApprovalsDbContext context, WriteTransaction transaction, NodeName node, IIdSource ids, TimeProvider time)
{
    private const int MostWrites = 5;

    /// <summary>How much of a run was counted for the metrics already.</summary>
    private readonly Dictionary<Guid, long> _counted = [];

    /// <summary>How long a run that broke waits before each further attempt; after the last it is given up.</summary>
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)];

    /// <summary>Takes the run of an instant for this node; null when it is over, another has it, or another run of the job is not over.</summary>
    internal async Task<JobRun?> TakeAsync(string job, DateTimeOffset scheduledFor, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var run = await context.JobRuns.SingleOrDefaultAsync(r => r.Job == job && r.ScheduledFor == scheduledFor, cancellationToken);
        if (run is not null && (run.State is JobRunState.Succeeded or JobRunState.Cancelled || (run.State == JobRunState.Running && !run.IsFree(now))))
        {
            context.ChangeTracker.Clear();
            return null;
        }

        if (run is null)
        {
            run = new JobRun { Id = ids.Next(), Job = job, ScheduledFor = scheduledFor, State = JobRunState.Running, StartedAt = now };
            context.JobRuns.Add(run);
        }

        (run.State, run.StartedAt, run.StartedWith, run.FinishedAt, run.Error) = (JobRunState.Running, now, run.Progress, null, null);
        (run.OpenKey, run.Node, run.HeardAt, run.RetryAt, run.Attempts) = (job, node.Value, now, null, run.Attempts + 1);
        var outcome = await transaction.CommitAsync(cancellationToken);
        context.ChangeTracker.Clear();
        return outcome == CommitOutcome.Committed ? run : null;
    }

    /// <summary>The run of the job that is not over and that nobody works on, but for the one of this instant.</summary>
    internal async Task<DateTimeOffset?> LeftOverAsync(string job, DateTimeOffset scheduledFor, CancellationToken cancellationToken) =>
        await context.JobRuns.AsNoTracking().SingleOrDefaultAsync(r => r.OpenKey == job && r.ScheduledFor != scheduledFor, cancellationToken) is { } left
            && (left.IsFree(time.Now()) || left.State == JobRunState.Failed) ? left.ScheduledFor : null;

    /// <summary>Writes where a run stands, with everything the job's context holds, if this node still has it.</summary>
    internal async Task SaveAsync(JobRun run, JobStand stand, CancellationToken cancellationToken)
    {
        AddFaults(run, stand.Faults, broke: false);
        var alone = !context.ChangeTracker.HasChanges();
        for (var write = 1; ; write++)
        {
            var kept = 0;
            var now = time.Now();
            var outcome = await transaction.RunAsync(
                async stop =>
                {
                    kept = await Mine(run.Id).ExecuteUpdateAsync(
                        s => s.SetProperty(r => r.Cursor, stand.Cursor).SetProperty(r => r.Progress, stand.Progress).SetProperty(r => r.Total, stand.Total)
                            .SetProperty(r => r.Unit, stand.Unit).SetProperty(r => r.HeardAt, now).SetProperty(r => r.Faults, r => r.Faults + stand.Faults.Count), stop);
                    if (kept == 0)
                    {
                        throw new JobStopped(run.Job, lost: true);
                    }
                },
                cancellationToken);
            if (outcome == CommitOutcome.Committed)
            {
                break;
            }

            if (!alone || write == MostWrites)
            {
                throw new InvalidOperationException($"A chunk of {run.Job} was not written: {outcome}. The next attempt goes on from the chunk before.");
            }
        }

        context.ChangeTracker.Clear();
        ProductMeter.Did(run.Job, Math.Max(0, stand.Progress - _counted.GetValueOrDefault(run.Id, run.Progress)));
        _counted[run.Id] = stand.Progress;
        if (await context.JobRuns.AnyAsync(r => r.Id == run.Id && r.CancelAskedAt != null, cancellationToken))
        {
            throw new JobStopped(run.Job, lost: false);
        }
    }

    /// <summary>Gives a run back, for any node to go on at once.</summary>
    internal Task ReleaseAsync(JobRun run) => ChangeAsync(run, r => r.Node = null);

    /// <summary>Closes a run that ended well or was stopped.</summary>
    internal Task EndAsync(JobRun run, JobRunState state) => ChangeAsync(run, r =>
        (r.State, r.FinishedAt, r.OpenKey, r.Node, r.RetryAt) = (state, time.Now(), null, null, null));

    /// <summary>Notes what broke a run; it is tried again a few times.</summary>
    internal Task BreakAsync(JobRun run, Error error) => ChangeAsync(run, r =>
    {
        var now = time.Now();
        (r.State, r.FinishedAt, r.Node, r.Error, r.Faults) = (JobRunState.Failed, now, null, error.Code, r.Faults + 1);
        r.RetryAt = r.Attempts <= Waits.Length ? now + Waits[r.Attempts - 1] : null;
        r.OpenKey = r.RetryAt is null ? null : r.OpenKey;
        AddFaults(r, [(error, r.Cursor ?? "")], broke: true);
    });

    private IQueryable<JobRun> Mine(Guid id) => context.JobRuns.Where(r => r.Id == id && r.Node == node.Value && r.State == JobRunState.Running);

    private async Task ChangeAsync(JobRun run, Action<JobRun> change)
    {
        for (var write = 1; write <= MostWrites; write++)
        {
            context.ChangeTracker.Clear();
            if (await Mine(run.Id).SingleOrDefaultAsync(CancellationToken.None) is not { } row)
            {
                return;
            }

            change(row);
            var outcome = await transaction.CommitAsync(CancellationToken.None);
            context.ChangeTracker.Clear();
            if (outcome == CommitOutcome.Committed)
            {
                return;
            }
        }
    }

    private void AddFaults(JobRun run, IReadOnlyList<(Error Error, string Chunk)> faults, bool broke) => context.AddRange(faults.Select(f => new JobFault
    {
        Id = ids.Next(), RunId = run.Id, Job = run.Job, At = time.Now(), Code = f.Error.Code, BrokeRun = broke,
        Data = Cut(JsonSerializer.Serialize(f.Error.Data), Lengths.Text) ?? "{}", Chunk = f.Chunk.Length == 0 ? null : f.Chunk[..Math.Min(f.Chunk.Length, Lengths.Key)],
    }));

    private static string? Cut(string text, int most) => text.Length <= most ? text : null;
}

/// <summary>A run ends here: an operator stopped it, or another node has it.</summary>
/// <param name="job">The job.</param>
/// <param name="lost">Whether another node has it.</param>
internal sealed class JobStopped(string job, bool lost) : OperationCanceledException($"The run of {job} ends here: {(lost ? "another node has it" : "an operator stopped it")}.")
{
    public bool Lost => lost;
}
