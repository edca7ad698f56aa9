using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.MessageTexts;
using Approvals.Application.Renewals;
using Approvals.Application.SignIn;
using Approvals.Application.Tasks;
using Approvals.Domain.Reminders;
using Approvals.Feel;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Reminders;

/// <summary>What a reminder says: read when it is written, so that outbox and news hold ids only.</summary>
/// <param name="Reminder">The reminder.</param>
/// <param name="Service">The service's name.</param>
/// <param name="Facts">What its message may say.</param>
/// <param name="Link">Where it leads.</param>
/// <param name="IsOver">Whether what it is about was done or has ended meanwhile.</param>
public sealed record ToldReminder(Reminder Reminder, LocalText Service, FeelContext Facts, string Link, bool IsOver);

/// <summary>Reads what reminders are about.</summary>
public sealed class ReminderTexts(ApprovalsDbContext context, MessagesInForce messages, CalendarInForce calendar, TimeProvider clock, SiteAddress site)
{
    private const string Prefix = "reminder:";

    /// <summary>The template of the line that shows a reminder in the news.</summary>
    internal static string NewsOf(Guid reminder) => $"{Prefix}{reminder:N}";

    /// <summary>The reminder that a line of the news shows; null where it shows none.</summary>
    internal static Guid? ReminderOf(string template) =>
        template.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(template[Prefix.Length..], "N", out var id) ? id : null;

    /// <summary>The lines of reminders, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> LinesAsync(IReadOnlyList<Guid> ids, string name, string language, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        var rows = await context.Reminders.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);
        Dictionary<Guid, string> lines = [];
        foreach (var told in await TellAsync(rows, name, cancellationToken))
        {
            lines[told.Reminder.Id] = await messages.LineAsync(told.Reminder.Template, told.Facts, language, cancellationToken);
        }

        return lines;
    }

    /// <summary>What reminders are about, in their order; what is not there any more is left out.</summary>
    public async Task<IReadOnlyList<ToldReminder>> TellAsync(IReadOnlyList<Reminder> rows, string name, CancellationToken cancellationToken)
    {
        Guid[] subjects = [.. rows.Select(r => r.SubjectId).Distinct()];
        Guid[] caseIds = [.. rows.Select(r => r.CaseId).OfType<Guid>().Distinct()];
        var tasks = await context.TaskItems.AsNoTracking().Where(t => subjects.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellationToken);
        var cases = await context.Cases.AsNoTracking().Where(c => caseIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var granted = await context.Entitlements.AsNoTracking().Where(e => subjects.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellationToken);
        return
        [
            .. rows.Select(r =>
                tasks.TryGetValue(r.SubjectId, out var task) ? OfTask(r, task, name)
                : granted.TryGetValue(r.SubjectId, out var entitlement) ? OfEntitlement(r, entitlement, cases.GetValueOrDefault(entitlement.CaseId), name)
                : cases.TryGetValue(r.SubjectId, out var row) ? OfCase(r, row, name)
                : null).OfType<ToldReminder>(),
        ];
    }

    private ToldReminder OfTask(Reminder row, TaskItem task, string name)
    {
        var staff = row.About == ReminderSubject.OfficeTask;
        return new ToldReminder(
            row, task.ServiceName, Facts(name, task.CaseNumber, task.ServiceName, task.StepName, LastDay(task.DueAt), Link(staff ? $"/work/tasks/{task.Id}" : $"/cases/{task.CaseId}")),
            Link(staff ? $"/work/tasks/{task.Id}" : $"/cases/{task.CaseId}"), task.State is not (TaskItemState.Open or TaskItemState.Claimed));
    }

    private ToldReminder OfCase(Reminder row, Cases.Case about, string name) => new(
        row, about.ServiceName, Facts(name, about.Number, about.ServiceName, about.StepName, LastDay(about.DueAt), Link($"/cases/{about.Id}")), Link($"/cases/{about.Id}"), about.FinishedAt is not null);

    private ToldReminder OfEntitlement(Reminder row, Entitlement about, Cases.Case? by, string name)
    {
        var (service, saysEnd) = (by?.ServiceName ?? about.KindName, row.Template == HolderNews.EndedMessage);
        var last = saysEnd ? Validity.FirstDayWithout(about)?.AddDays(-1) : about.ValidTo;
        var facts = Facts(name, about.Number, service, null, last, Link("/cards")).With("kind", Text(about.KindName)).With("reason", FeelValue.Of(about.EndReason ?? ""));
        return new ToldReminder(row, service, facts, Link("/cards"), !saysEnd && (about.EndedOn is not null || about.ValidTo < calendar.Today(clock)));
    }

    /// <summary>The last day of a limit: the instant stored is the first that is late.</summary>
    private DateOnly? LastDay(DateTimeOffset? due) => due is { } at ? calendar.Current.DayOf(at.AddTicks(-1)) : null;

    private string Link(string path) => $"{site.Address}{path}";

    private static FeelContext Facts(string name, string number, LocalText service, LocalText? step, DateOnly? due, string link) => FeelContext.Of(
        ("name", FeelValue.Of(name)), ("number", FeelValue.Of(number)), ("service", Text(service)), ("step", Text(step)),
        ("due", due is { } day ? FeelValue.Of(day) : FeelValue.Null), ("link", FeelValue.Of(link)));

    private static FeelValue Text(LocalText? text) => Domain.Packages.ServiceFacts.Text(text);
}
