using System.Globalization;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.Application.Outbox;
using Approvals.Application.Policies;
using Approvals.Application.Sms;
using Approvals.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Reminders;

/// <summary>
/// Finds what is due by the rules and reminds once of each: on the page at once, by mail or text message at once where the rule says so,
/// else in the person's digest. After a stop the latest occurrence of each rule is made up for, not every one that was missed.
/// </summary>
internal sealed class FindRemindersJob(
    ApprovalsDbContext context, RulesInForce rules, ServiceCatalog catalog, OutboxWriter outbox, WriteTransaction transaction, CalendarInForce calendar, IIdSource ids, TimeProvider clock,
    SmsChannel sms) : IJob
{
    private const int Chunk = 500;
    private const int Tries = 5;

    private readonly ReminderSubjects _subjects = new(context, catalog, calendar, clock);
    private readonly ReminderPeople _people = new(context, calendar, clock);

    public string Name => "reminders.find";

    public string DefaultCron => "0 5/15 * * * ?";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var at = Place.Read(job.Cursor);
        var (done, all) = (job.Progress, job.Progress);
        List<(RuleInForce Rule, Guid After)> left =
        [
            .. (await rules.ReadAsync(cancellationToken)).Where(r => string.CompareOrdinal(r.Code, at.Rule) >= 0).Select(r => (r, r.Code == at.Rule ? at.After : Guid.Empty)),
        ];
        foreach (var (rule, after) in left)
        {
            all += await _subjects.CountAsync(rule, after, cancellationToken);
        }

        job.Plan(all, "subjects");
        foreach (var (rule, begin) in left)
        {
            var after = begin;
            while (await _subjects.NextAsync(rule, after, Chunk, cancellationToken) is { Count: > 0 } chunk)
            {
                await RemindAsync(rule, chunk, cancellationToken);
                done += chunk.Count;
                after = chunk[^1].Id;
                await job.SaveAsync(new Place(rule.Code, after).ToString(), done, cancellationToken);
            }
        }
    }

    /// <summary>Another writer may have reminded of the same in the same moment: what is there is left out, and the rest tried again.</summary>
    private async Task RemindAsync(RuleInForce rule, List<Reminded> chunk, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var count = await AddAsync(rule, chunk, cancellationToken);
            var outcome = count == 0 ? CommitOutcome.Committed : await transaction.CommitAsync(cancellationToken);
            context.ChangeTracker.Clear();
            if (outcome == CommitOutcome.Committed)
            {
                return;
            }
        }

        throw new InvalidOperationException($"Reminders of the rule {rule.Code} could not be written. The next run tries them again.");
    }

    private async Task<int> AddAsync(RuleInForce rule, List<Reminded> chunk, CancellationToken cancellationToken)
    {
        var wanted = await WantedAsync(rule, chunk, cancellationToken);
        Guid[] made = [.. wanted.Select(w => w.Id)];
        Guid[] people = [.. wanted.Select(w => w.UserId).Distinct()];
        var there = (await context.Reminders.AsNoTracking().Where(r => made.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancellationToken)).ToHashSet();
        var off = rule.Rule.MayBeOff
            ? (await context.ReminderOptOuts.AsNoTracking().Where(o => o.Rule == rule.Code && people.Contains(o.UserId)).Select(o => o.UserId).ToListAsync(cancellationToken)).ToHashSet()
            : [];
        var fresh = wanted.Where(w => !there.Contains(w.Id) && !off.Contains(w.UserId)).ToList();
        foreach (var reminder in fresh)
        {
            Add(rule.Rule, reminder);
        }

        return fresh.Count;
    }

    private async Task<List<Reminder>> WantedAsync(RuleInForce rule, List<Reminded> chunk, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await _people.PrepareAsync(chunk, cancellationToken);
        List<Reminder> wanted = [];
        foreach (var subject in chunk.Where(s => s.Moment != DateTimeOffset.MaxValue))
        {
            if (rule.Rule.Latest(calendar.Current, subject.Moment, now) is { } occurrence && occurrence.Due >= rule.Since)
            {
                wanted.AddRange((await _people.OfAsync(rule, subject, cancellationToken)).Select(user => Of(rule, subject, occurrence, user)));
            }
        }

        return wanted;
    }

    private Reminder Of(RuleInForce rule, Reminded subject, Occurrence occurrence, Guid user)
    {
        var isMailed = rule.Rule.Channels.Contains("mail");
        return new Reminder
        {
            Id = StableId.Of(subject.Id, $"reminder:{rule.Code}:{occurrence.Number.ToString(CultureInfo.InvariantCulture)}", user.ToString("N")),
            Rule = rule.Code, About = rule.Rule.About, SubjectId = subject.Id, Occurrence = occurrence.Number, UserId = user, CaseId = subject.CaseId,
            Template = rule.Rule.Template, DueAt = occurrence.Due, NotBefore = rule.Rule.Shifted(calendar.Current, occurrence.Due), CreatedAt = clock.GetUtcNow(),
            State = rule.Rule.Delivery == ReminderDelivery.Immediate && rule.Rule.Channels.Any(c => c != "page") ? ReminderState.Left
                : isMailed ? ReminderState.Waiting : ReminderState.PageOnly,
        };
    }

    private void Add(ReminderRule rule, Reminder reminder)
    {
        context.Reminders.Add(reminder);
        if (rule.Channels.Contains("page"))
        {
            context.Notifications.Add(new Notification
            {
                Id = ids.Next(), UserId = reminder.UserId, CaseId = reminder.CaseId, TaskId = reminder.About is ReminderSubject.OfficeTask or ReminderSubject.OwnTask ? reminder.SubjectId : null,
                Template = ReminderTexts.NewsOf(reminder.Id), At = clock.Now(),
            });
        }

        if (rule.Delivery == ReminderDelivery.Digest)
        {
            return;
        }

        // After a stop the hours that were quiet then do not count, those of today do.
        var leaves = rule.Shifted(calendar.Current, reminder.NotBefore > clock.GetUtcNow() ? reminder.NotBefore : clock.GetUtcNow());
        if (rule.Channels.Contains("mail"))
        {
            outbox.Add(ReminderMail.MailKind, $"reminder:{reminder.Id:N}", new ReminderMail.Address(reminder.Id), reminder.CaseId, MessageOrder.Mail(reminder.UserId), leaves);
        }

        if (sms.IsOpen && rule.Channels.Contains("sms"))
        {
            outbox.Add(ReminderSms.SmsKind, $"reminder-sms:{reminder.Id:N}", new ReminderMail.Address(reminder.Id), reminder.CaseId, MessageOrder.Sms(reminder.UserId), leaves);
        }
    }

    /// <summary>Where a run is: the rule and the last subject.</summary>
    private sealed record Place(string Rule, Guid After)
    {
        public static Place Read(string? cursor) =>
            cursor?.Split(' ') is [var rule, var after] ? new Place(rule, Guid.Parse(after)) : new Place("", Guid.Empty);

        public override string ToString() => $"{Rule} {After}";
    }
}
