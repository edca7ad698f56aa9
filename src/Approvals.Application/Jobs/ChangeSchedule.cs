using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;

namespace Approvals.Application.Jobs;

/// <summary>Changes when a job runs, in words; or pauses it and lets it go on. The nodes follow within seconds.</summary>
public sealed class ChangeSchedule(WriteTransaction transaction, JobPlan plan, ICronTimes times, AuditLog audit, TimeProvider time)
{
    private const int Shown = 3;

    /// <param name="Job">The job.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Words">When it runs, in words of either language or as cron; null to leave it.</param>
    /// <param name="Paused">Whether it rests; null to leave it.</param>
    public sealed record Request(string Job, string Etag, string? Words, bool? Paused);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!JobRights.Acts(user))
        {
            return Refusals.Forbidden;
        }

        if (await plan.FindAsync(request.Job, cancellationToken) is not { } schedule)
        {
            return Refusals.NotFound;
        }

        if (!Etag.Matches(schedule, request.Etag))
        {
            return Refusals.Stale;
        }

        if (request.Words is { } words)
        {
            var read = ScheduleWords.Read(words, times, time.GetUtcNow());
            if (!read.IsSuccess)
            {
                return read.Error;
            }

            (schedule.Cron, schedule.OnWorkingDays) = (read.Value.Cron, read.Value.OnWorkingDays);
            audit.Add(user.Id, "jobs.rescheduled", "job", schedule.Job, JsonSerializer.Serialize(new { cron = schedule.Cron, onWorkingDays = schedule.OnWorkingDays }));
        }

        if (request.Paused is { } paused && paused == schedule.IsEnabled)
        {
            Pause(schedule, paused, user);
        }

        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Unit.Value : Refusals.Stale;
    }

    /// <summary>What a plan in words means, with its next instants.</summary>
    public Result<ReadScheduleDto> Read(string words, CurrentUser user)
    {
        if (!JobRights.Acts(user))
        {
            return Refusals.Forbidden;
        }

        var now = time.GetUtcNow();
        return ScheduleWords.Read(words, times, now).Map(read =>
        {
            List<DateTimeOffset> next = [];
            for (var after = plan.NextAfter(read, now); after is not null && next.Count < Shown; after = plan.NextAfter(read, after.Value))
            {
                next.Add(after.Value);
            }

            return new ReadScheduleDto(ScheduleWords.Tell(read, user.Language), read.Cron, next);
        });
    }

    /// <summary>What came due while it rested is not made up for.</summary>
    private void Pause(JobSchedule schedule, bool paused, CurrentUser user)
    {
        schedule.IsEnabled = !paused;
        schedule.LastScheduledFor = paused ? schedule.LastScheduledFor : time.Now();
        audit.Add(user.Id, paused ? "jobs.paused" : "jobs.resumed", "job", schedule.Job);
    }
}
