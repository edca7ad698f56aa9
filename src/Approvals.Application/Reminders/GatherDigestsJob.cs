using System.Globalization;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.Application.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Reminders;

/// <summary>Once a day: gathers what waits for each person into one mail. Who had the mail of the day already has the rest tomorrow.</summary>
internal sealed class GatherDigestsJob(ApprovalsDbContext context, OutboxWriter outbox, WriteTransaction transaction, CalendarInForce calendar, TimeProvider clock) : IJob
{
    private const int Chunk = 500;

    public string Name => "reminders.digest";

    /// <summary>After what is due at nine was found, so that it is in the mail of its own day.</summary>
    public string DefaultCron => "0 10 9 * * ?";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var after = job.Cursor is { } cursor ? Guid.Parse(cursor) : Guid.Empty;
        var done = job.Progress;
        job.Plan(done + await Waiting(after).LongCountAsync(cancellationToken), "people");
        while (await NextAsync(after, cancellationToken) is { Count: > 0 } people)
        {
            await GatherAsync(people, cancellationToken);
            done += people.Count;
            after = people[^1];
            await job.SaveAsync(after.ToString(), done, cancellationToken);
        }
    }

    /// <summary>The key by which a person's digest of a day is there once.</summary>
    internal static string KeyOf(Guid user, DateOnly day) => $"digest:{user:N}:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";

    private Task<List<Guid>> NextAsync(Guid after, CancellationToken cancellationToken) => Waiting(after).OrderBy(u => u).Take(Chunk).ToListAsync(cancellationToken);

    /// <summary>People for whom something waits that may leave.</summary>
    private IQueryable<Guid> Waiting(Guid after)
    {
        var now = clock.GetUtcNow();
        return context.Reminders.Where(r => r.State == ReminderState.Waiting && r.UserId.CompareTo(after) > 0 && r.NotBefore <= now).Select(r => r.UserId).Distinct();
    }

    private async Task GatherAsync(List<Guid> people, CancellationToken cancellationToken)
    {
        var (today, now) = (calendar.Today(clock), clock.GetUtcNow());
        var keys = people.ToDictionary(p => KeyOf(p, today), p => p);
        string[] wanted = [.. keys.Keys];
        var had = (await context.OutboxMessages.Where(m => wanted.Contains(m.IdempotencyKey)).Select(m => m.IdempotencyKey).ToListAsync(cancellationToken)).ToHashSet();
        Guid[] fresh = [.. keys.Where(k => !had.Contains(k.Key)).Select(k => k.Value)];
        foreach (var user in fresh)
        {
            outbox.Add(DigestMail.MailKind, KeyOf(user, today), new DigestMail.Address(user, today), orderId: MessageOrder.Mail(user));
        }

        var outcome = await transaction.RunAsync(
            stop => context.Reminders.Where(r => r.State == ReminderState.Waiting && fresh.Contains(r.UserId) && r.NotBefore <= now)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.State, ReminderState.Left).SetProperty(r => r.DigestDay, today), stop),
            cancellationToken);
        context.ChangeTracker.Clear();
        if (outcome != CommitOutcome.Committed)
        {
            throw new InvalidOperationException($"Digests were not gathered: {outcome}. The next run goes on with these people.");
        }
    }
}
