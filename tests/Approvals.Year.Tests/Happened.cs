using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.Application.Outbox;
using Approvals.Application.Reminders;
using Approvals.Application.Timers;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Year.Tests;

/// <summary>Reads from the rows what happened, as lines of one shape: who, on which day, what.</summary>
internal sealed class Happened(YearPlatform platform)
{
    private Dictionary<Guid, string> _rights = [];
    private Dictionary<Guid, string> _cases = [];

    /// <summary>Everything, in order.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        (_rights, _cases) = await platform.ReadAsync(NamesAsync);
        List<string> lines = [];
        lines.AddRange(await platform.ReadAsync(ChecksAsync));
        lines.AddRange(await platform.ReadAsync(ApplicationsAsync));
        lines.AddRange(await platform.ReadAsync(ChangesAsync));
        lines.AddRange(await platform.ReadAsync(LettersAsync));
        lines.AddRange(await platform.ReadAsync(RemindersAsync));
        lines.AddRange(await platform.ReadAsync(NewsAsync));
        lines.AddRange(MailBook.Read(platform.Folder).DistinctBy(m => m.MessageId).Select(m => Line(m.Day, m.To.Split('@')[0], "mail")));
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>What went wrong and waits for an operator: nothing in a good year.</summary>
    public Task<IReadOnlyList<string>> FaultsAsync() => platform.ReadAsync<IReadOnlyList<string>>(async c =>
    [
        .. (await c.JobFaults.ToListAsync()).Select(f => $"job {f.Job} {f.Code}"),
        .. (await c.JobRuns.Where(r => r.State != JobRunState.Succeeded).ToListAsync()).Select(r => $"run {r.Job} {r.ScheduledFor:O} {r.State}"),
        .. (await c.Timers.Where(t => t.State == TimerState.Failed).ToListAsync()).Select(t => $"timer {t.Id}"),
        .. (await c.OutboxMessages.Where(m => m.State != OutboxState.Sent).ToListAsync()).Select(m => $"message {m.Kind} {m.State} {m.LastError}"),
        .. (await c.InboundEvents.Where(m => m.State != InboundState.Consumed).ToListAsync()).Select(m => $"event {m.Id} {m.State} {m.LastError}"),
        .. (await c.Incidents.ToListAsync()).Select(i => $"incident {i.Id}"),
    ]);

    /// <summary>The events of each case on their days, in their order.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync() => await platform.ReadAsync<IReadOnlyList<string>>(async c =>
    [
        .. (await c.CaseEvents.Select(e => new { e.CaseId, e.Number, e.Type, e.Today }).ToListAsync()).Select(e => Line(e.Today, _cases[e.CaseId], $"event {e.Number} {e.Type}")),
    ]);

    /// <summary>How many rows there are of what nothing may be lost or doubled of.</summary>
    public Task<IReadOnlyList<string>> RowsAsync() => platform.ReadAsync<IReadOnlyList<string>>(async c =>
    [
        $"cases {await c.Cases.CountAsync()}", $"tasks {await c.TaskItems.CountAsync()}", $"timers {await c.Timers.CountAsync()}", $"letters {await c.Letters.CountAsync()}",
        $"submissions {await c.Submissions.CountAsync()}", $"opinions {await c.Opinions.CountAsync()}", $"news {await c.Notifications.CountAsync()}",
        $"duties {await c.Obligations.CountAsync()}", $"rights {await c.Entitlements.CountAsync()}", $"milestones {await c.EntitlementMilestones.CountAsync()}",
        $"messages {await c.OutboxMessages.CountAsync()}", $"inbound {await c.InboundEvents.CountAsync()}", $"children {await c.ChildCases.CountAsync()}",
        $"presence {await c.PresenceIntervals.CountAsync()}", $"archives {await c.CaseArchives.CountAsync()}",
        .. (await c.AuditEntries.Where(a => !a.Action.StartsWith("job")).GroupBy(a => a.Action).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).Select(a => $"audit {a.Key} {a.Count}"),
    ]);

    public static string Line(DateOnly day, string who, string what) => $"{who} {day:yyyy-MM-dd} {what}";

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).DateTime);

    private static string Who(Guid user) => Town.OfficeOf(user) ?? $"h{Ids.NumberOf(1, user):00000}";

    private static async Task<(Dictionary<Guid, string>, Dictionary<Guid, string>)> NamesAsync(ApprovalsDbContext c)
    {
        var users = await c.Users.Where(u => u.PersonId != null).ToDictionaryAsync(u => u.PersonId!.Value, u => u.Id);
        var rights = (await c.Entitlements.Select(e => new { e.Id, e.Kind, e.PersonId, e.ValidFrom }).ToListAsync()).ToDictionary(
            e => e.Id, e => $"{Who(users[e.PersonId])} {e.Kind.Split('/')[1]}{(e.ValidFrom.Year == 2026 ? "+" : "")}");
        return (rights, await c.Cases.ToDictionaryAsync(r => r.Id, r => Who(r.ApplicantUserId!.Value)));
    }

    private async Task<IEnumerable<string>> ChecksAsync(ApprovalsDbContext c) =>
        (await c.Cases.Where(r => r.ServiceCode == "residency-check").Select(r => new { r.Id, r.SubmittedAt, r.FinishedAt, r.Result }).ToListAsync())
            .SelectMany(r => new[] { Line(Day(r.SubmittedAt), _cases[r.Id], "check opened"), r.FinishedAt is { } at ? Line(Day(at), _cases[r.Id], $"check {r.Result}") : Line(default, _cases[r.Id], "check open") });

    /// <summary>Applications of the year, and what was granted by them.</summary>
    private async Task<IEnumerable<string>> ApplicationsAsync(ApprovalsDbContext c) =>
        (await c.Cases.Where(r => r.ServiceCode == Applicants.Service && r.SubmittedAt > YearLoop.Begin).Select(r => new { r.Id, r.SubmittedAt, r.FinishedAt, r.Result }).ToListAsync())
            .SelectMany(r => new[] { Line(Day(r.SubmittedAt), _cases[r.Id], "application filed") }
                .Concat(r.FinishedAt is { } at ? [Line(Day(at), _cases[r.Id], $"application {r.Result}")] : []))
            .Concat((await c.Entitlements.Where(e => e.GrantedAt > YearLoop.Begin).ToListAsync())
                .Select(e => Line(e.ValidFrom, _rights[e.Id].Split(' ')[0], $"{_rights[e.Id].Split(' ')[1]} to {e.ValidTo:yyyy-MM-dd}")));

    private async Task<IEnumerable<string>> ChangesAsync(ApprovalsDbContext c) =>
        (await c.EntitlementChanges.Select(r => new { r.EntitlementId, r.Change, r.From }).ToListAsync())
            .Select(r => (Right: _rights[r.EntitlementId].Split(' '), r.Change, r.From)).Select(r => Line(r.From, r.Right[0], $"{r.Right[1]} {r.Change}"))
            .Concat((await c.Entitlements.Where(e => e.EndedOn != null).ToListAsync()).Select(e => (Right: _rights[e.Id].Split(' '), e.EndedOn))
                .Select(e => Line(e.EndedOn!.Value, e.Right[0], $"{e.Right[1]} ended")))
            .Concat((await c.EntitlementSuspensions.ToListAsync()).Select(s => (Right: _rights[s.EntitlementId].Split(' '), s.From, s.To))
                .Select(s => Line(s.From, s.Right[0], $"{s.Right[1]} suspended to {s.To:yyyy-MM-dd}")))
            .Concat((await c.Entitlements.Where(e => e.EndReason != null && e.EndedOn == null).ToListAsync()).Select(e => (Right: _rights[e.Id].Split(' '), e.ValidTo))
                .Select(e => Line(e.ValidTo!.Value, e.Right[0], $"{e.Right[1]} cut")));

    private async Task<IEnumerable<string>> LettersAsync(ApprovalsDbContext c) =>
        (await c.Letters.Select(l => new { l.CaseId, l.Name, l.At }).ToListAsync()).Select(l => Line(Day(l.At), _cases[l.CaseId], $"letter {l.Name}"));

    /// <summary>A reminder by the day it was due, the day it was on the page, and the day of the mail that says it.</summary>
    private async Task<IEnumerable<string>> RemindersAsync(ApprovalsDbContext c)
    {
        var tasks = await c.TaskItems.ToDictionaryAsync(t => t.Id, t => $"{_cases[t.CaseId]} {t.ActivityId}");
        return (await c.Reminders.ToListAsync()).Select(r => Line(
            Day(r.CreatedAt), Who(r.UserId),
            $"reminded {r.Rule} {r.Occurrence} of {_rights.GetValueOrDefault(r.SubjectId) ?? tasks[r.SubjectId]}, mail {(r.State == ReminderState.Left ? r.DigestDay ?? Day(r.NotBefore) : null):yyyy-MM-dd}"));
    }

    private async Task<IEnumerable<string>> NewsAsync(ApprovalsDbContext c) =>
        (await c.Notifications.Where(n => n.Template.StartsWith("renewals.")).ToListAsync())
            .Select(n => Line(Day(n.At), Who(n.UserId), $"{n.Template} {_cases[n.CaseId!.Value]} {Card(n.Data!)}"));

    /// <summary>What the news is about, as its placeholders name it.</summary>
    private static string Card(string data)
    {
        using var json = System.Text.Json.JsonDocument.Parse(data);
        return json.RootElement.GetProperty("card").GetProperty("en").GetString()!.Split('/')[1];
    }
}
