using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Domain.Reminders;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Reminders;

/// <summary>Something that a rule may remind of.</summary>
/// <param name="Id">The task, case or entitlement.</param>
/// <param name="Moment">What the rule counts from.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="Task">The task, where it is one.</param>
/// <param name="Case">The case, where it is one.</param>
/// <param name="Entitlement">The entitlement, where it is one.</param>
internal sealed record Reminded(Guid Id, DateTimeOffset Moment, Guid CaseId, TaskItem? Task = null, Case? Case = null, Entitlement? Entitlement = null);

/// <summary>Finds what rules may remind of, in the order of ids, by what the tables are indexed for; what is done or ended is not among it.</summary>
internal sealed class ReminderSubjects(ApprovalsDbContext context, ServiceCatalog catalog, CalendarInForce calendar, TimeProvider clock)
{
    private static readonly IReadOnlyList<string> OfficeKinds = TaskRights.StoodInKinds;

    /// <summary>The next subjects after an id whose moment may already be due and of which nobody was reminded for the latest occurrence.</summary>
    internal Task<List<Reminded>> NextAsync(RuleInForce rule, Guid after, int count, CancellationToken cancellationToken) => rule.Rule.About switch
    {
        ReminderSubject.Case => CasesAsync(rule, after, count, cancellationToken),
        ReminderSubject.Entitlement => EntitlementsAsync(rule, after, count, cancellationToken),
        _ => TasksAsync(rule, after, count, cancellationToken),
    };

    /// <summary>How many of them there are.</summary>
    internal async Task<long> CountAsync(RuleInForce rule, Guid after, CancellationToken cancellationToken) => rule.Rule.About switch
    {
        ReminderSubject.Case => await Cases(rule, after).LongCountAsync(cancellationToken),
        ReminderSubject.Entitlement => await Entitlements(rule, after, await WindowsAsync(rule, cancellationToken)).LongCountAsync(cancellationToken),
        _ => await Tasks(rule, after).LongCountAsync(cancellationToken),
    };

    private DateTimeOffset Latest(RuleInForce rule) => rule.Rule.LatestMoment(clock.GetUtcNow());

    private int Last(RuleInForce rule) => rule.Rule is { Repeats: false } ? rule.Rule.Offsets.Length - 1 : calendar.Today(clock).DayNumber;

    private async Task<List<Reminded>> TasksAsync(RuleInForce rule, Guid after, int count, CancellationToken cancellationToken)
    {
        var found = await Tasks(rule, after).Include(t => t.Candidates).OrderBy(t => t.Id).Take(count).ToListAsync(cancellationToken);
        return [.. found.Select(t => new Reminded(t.Id, MomentOf(t, rule.Rule.Moment), t.CaseId, Task: t))];
    }

    private IQueryable<TaskItem> Tasks(RuleInForce rule, Guid after)
    {
        var (now, latest, last) = (clock.GetUtcNow(), Latest(rule), Last(rule));
        var rows = context.TaskItems.AsNoTracking()
            .Where(t => t.ClosedAt == null && (t.State == TaskItemState.Open || t.State == TaskItemState.Claimed) && t.Id.CompareTo(after) > 0 && (rule.Service == null || t.ServiceCode == rule.Service))
            .Where(t => !context.Reminders.Any(r => r.SubjectId == t.Id && r.Rule == rule.Code && r.Occurrence >= last));
        // A form that the employer's agents may fill in for the applicant is offered to a role, and no office's.
        rows = rule.Rule.About == ReminderSubject.OfficeTask
            ? rows.Where(t => OfficeKinds.Contains(t.Kind)
                || (t.Kind == nameof(TaskKind.Fill) && t.Candidates.Any(c => c.Key.StartsWith(CandidateKey.RolePrefix)) && !t.Candidates.Any(c => c.Key == CandidateKey.Party)))
            : rows.Where(t => !OfficeKinds.Contains(t.Kind)
                && !(t.Kind == nameof(TaskKind.Fill) && t.Candidates.Any(c => c.Key.StartsWith(CandidateKey.RolePrefix)) && !t.Candidates.Any(c => c.Key == CandidateKey.Party)));
        return rule.Rule.Moment switch
        {
            ReminderMoment.Received => rows.Where(t => t.ReceivedAt <= latest),
            // Yellow is over once it is red.
            ReminderMoment.Yellow => rows.Where(t => t.YellowAt <= latest && (t.DueAt == null || t.DueAt > now)),
            _ => rows.Where(t => t.DueAt <= latest),
        };
    }

    private static DateTimeOffset MomentOf(TaskItem task, ReminderMoment moment) => moment switch
    {
        ReminderMoment.Received => task.ReceivedAt,
        ReminderMoment.Yellow => task.YellowAt!.Value,
        _ => task.DueAt!.Value,
    };

    private async Task<List<Reminded>> CasesAsync(RuleInForce rule, Guid after, int count, CancellationToken cancellationToken)
    {
        var found = await Cases(rule, after).OrderBy(c => c.Id).Take(count).ToListAsync(cancellationToken);
        return
        [
            .. found.Select(c => new Reminded(
                c.Id, rule.Rule.Moment switch { ReminderMoment.Received => c.SubmittedAt, ReminderMoment.Accepted => c.AcceptedAt!.Value, _ => c.DueAt!.Value }, c.Id, Case: c)),
        ];
    }

    private IQueryable<Case> Cases(RuleInForce rule, Guid after)
    {
        var (latest, last) = (Latest(rule), Last(rule));
        var rows = context.Cases.AsNoTracking()
            .Where(c => c.FinishedAt == null && c.Id.CompareTo(after) > 0 && (rule.Service == null || c.ServiceCode == rule.Service))
            .Where(c => !context.Reminders.Any(r => r.SubjectId == c.Id && r.Rule == rule.Code && r.Occurrence >= last));
        return rule.Rule.Moment switch
        {
            ReminderMoment.Received => rows.Where(c => c.SubmittedAt <= latest),
            ReminderMoment.Accepted => rows.Where(c => c.AcceptedAt <= latest),
            _ => rows.Where(c => c.DueAt <= latest),
        };
    }

    private async Task<List<Reminded>> EntitlementsAsync(RuleInForce rule, Guid after, int count, CancellationToken cancellationToken)
    {
        var windows = await WindowsAsync(rule, cancellationToken);
        var found = await Entitlements(rule, after, windows).OrderBy(e => e.Id).Take(count).ToListAsync(cancellationToken);
        return [.. found.Select(e => new Reminded(e.Id, MomentOf(e, rule.Rule.Moment, windows), e.CaseId, Entitlement: e))];
    }

    private IQueryable<Entitlement> Entitlements(RuleInForce rule, Guid after, Dictionary<string, int> windows)
    {
        var (today, last) = (calendar.Today(clock), Last(rule));
        var until = calendar.Current.DayOf(Latest(rule)).AddDays(rule.Rule.Moment == ReminderMoment.RenewalOpens ? windows.Values.DefaultIfEmpty().Max() : 0);
        var kinds = rule.Rule.Kinds.Select(k => k.Contains('/', StringComparison.Ordinal) || rule.Service is null ? k : $"{rule.Service}/{k}").ToList();
        return context.Entitlements.AsNoTracking()
            .Where(e => e.EndedOn == null && e.ValidTo != null && e.ValidTo >= today && e.ValidTo <= until && e.Id.CompareTo(after) > 0)
            // Who asked for a renewal in time, or holds a later one already, needs no reminder of the end.
            .Where(e => e.RenewalFiledOn == null || (e.RenewalDecidedOn != null && e.RenewalDecidedOn < today))
            .Where(e => !context.Entitlements.Any(o => o.PersonId == e.PersonId && o.Kind == e.Kind && o.Id != e.Id && o.EndedOn == null && (o.ValidTo == null || o.ValidTo > e.ValidTo)))
            .Where(e => (rule.Service == null || e.ServiceCode == rule.Service) && (kinds.Count == 0 || kinds.Contains(e.Kind)))
            .Where(e => !context.Reminders.Any(r => r.SubjectId == e.Id && r.Rule == rule.Code && r.Occurrence >= last));
    }

    /// <summary>A kind without a window of renewal has no such moment: it lies beyond every rule's reach.</summary>
    private DateTimeOffset MomentOf(Entitlement row, ReminderMoment moment, Dictionary<string, int> windows) =>
        moment == ReminderMoment.Ends ? calendar.Current.StartOf(row.ValidTo!.Value)
        : windows.TryGetValue(row.Kind, out var days) ? calendar.Current.StartOf(row.ValidTo!.Value.AddDays(-days))
        : DateTimeOffset.MaxValue;

    private async Task<Dictionary<string, int>> WindowsAsync(RuleInForce rule, CancellationToken cancellationToken)
    {
        if (rule.Rule.Moment != ReminderMoment.RenewalOpens)
        {
            return [];
        }

        var services = await catalog.AllInForceAsync(calendar.Today(clock), cancellationToken);
        return services.SelectMany(s => s.Service.Entitlements.Where(e => e.Renewal is not null).Select(e => (Kind: $"{s.Code}/{e.Kind}", e.Renewal!.OpensDaysBefore)))
            .ToDictionary(e => e.Kind, e => e.OpensDaysBefore, StringComparer.Ordinal);
    }
}
