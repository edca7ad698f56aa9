using System.Collections.Immutable;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Policies;
using Approvals.Application.Replay;
using Approvals.Application.Tasks;
using Approvals.Application.WaitingLists;
using Approvals.Domain.Calendars;
using Approvals.Domain.Scenarios;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation.Scenarios;

/// <summary>What came of a scenario: read from the rows, and from the case's events stepped again.</summary>
internal static class Observation
{
    internal static Task<(ScenarioRun Run, ImmutableArray<ReplayCase.ReplayedStep> Steps, Error? Replay)> OfAsync(Stage stage) => stage.Simulator.InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var row = await context.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == stage.CaseId);
        if (row is null)
        {
            return (new ScenarioRun(), [], null);
        }

        var service = await services.GetRequiredService<ServiceCatalog>().FindAsync(row.ServiceVersionId, CancellationToken.None);
        var replayed = await services.GetRequiredService<ReplayCase>().HandleAsync(row.Number, CancellationToken.None);
        ImmutableArray<ReplayCase.ReplayedStep> steps = replayed.IsSuccess ? replayed.Value.Steps : [];
        var effects = steps.SelectMany(s => s.Outcome.Effects).ToList();
        var calendar = services.GetRequiredService<CalendarInForce>().Current;
        var run = new ScenarioRun
        {
            Result = row.Result,
            State = row.State,
            Path = [.. SeenCase.Path(service.Package.Workflow, steps)],
            Tasks = await TasksAsync(context, stage, row.Id),
            Due = [.. Due(effects, calendar).Distinct()],
            Decisions = [.. effects.OfType<RecordDecision>().SelectMany(d => DecisionSeen.From(d))],
            Letters = [.. effects.OfType<SendLetter>().Select(l => l.Letter)],
            Entitlements = await EntitlementsAsync(context, row.Id, stage.Service),
            Waiting = await WaitingAsync(context, row.Id, stage.Service),
            Bookings = [.. (await context.Bookings.AsNoTracking().Where(b => b.CaseId == row.Id).OrderBy(b => b.RequestedAt).ThenBy(b => b.Id).ToListAsync())
                .Select(b => new BookingSeen(b.ActivityId, b.State.ToString()))],
            Incidents = [.. await context.Incidents.AsNoTracking().Where(i => i.CaseId == row.Id).OrderBy(i => i.At).ThenBy(i => i.Id)
                .Select(i => i.ActivityId + ": " + i.Code + " " + i.Data).ToListAsync()],
        };
        return (run, steps, replayed.Error ?? (replayed.Value.Matches ? null : new Error("simulation.replay", ErrorKind.Conflict)));
    });

    private static async Task<ImmutableArray<TaskSeen>> TasksAsync(ApprovalsDbContext context, Stage stage, Guid caseId)
    {
        var rows = await context.TaskItems.AsNoTracking().Include(t => t.Candidates).Where(t => t.CaseId == caseId)
            .OrderBy(t => t.ReceivedAt).ThenBy(t => t.Id).ToListAsync();
        return [.. rows.Select(t => new TaskSeen(t.ActivityId, To(t, stage), t.State.ToString()))];
    }

    /// <summary>Whom a task went to: a person by key, else the role of its queue.</summary>
    private static string? To(TaskItem task, Stage stage) =>
        task.OwnerUserId is { } owner && stage.Cast.KeyOf(owner) is { } key ? key : task.Candidates.Select(c => c.Key.Split(':').ElementAtOrDefault(1)).FirstOrDefault();

    private static IEnumerable<DueSeen> Due(IEnumerable<Effect> effects, WorkingCalendar calendar) =>
        from limit in effects.Select(e => e switch
        {
            CreateTask create => (create.Task.Activity, create.Task.Limit),
            ChangeTask change => (change.Task.Activity, change.Task.Limit),
            PublishNotice notice => (notice.Activity, (PendingLimit?)notice.Term),
            _ => ("", null),
        })
        where limit.Item2 is not null
        let due = calendar.Resolve(limit.Item2!)
        where due.On is not null
        select new DueSeen(limit.Item1, due.On!.Value);

    private static async Task<ImmutableArray<WaitingSeen>> WaitingAsync(ApprovalsDbContext context, Guid caseId, string service)
    {
        var rows = await context.WaitingListEntries.AsNoTracking().Where(e => e.CaseId == caseId)
            .Join(context.WaitingLists, e => e.ListId, l => l.Id, (entry, list) => new { entry, list.Code }).OrderBy(r => r.entry.JoinedAt).ToListAsync();
        List<WaitingSeen> seen = [];
        foreach (var row in rows)
        {
            var code = row.Code.StartsWith($"{service}/", StringComparison.Ordinal) ? row.Code[(service.Length + 1)..] : row.Code;
            seen.Add(new WaitingSeen(code, row.entry.State.ToString(), row.entry.LeftAt is null ? await WaitingOrder.PlaceAsync(context, row.entry, CancellationToken.None) : null));
        }

        return [.. seen];
    }

    private static async Task<ImmutableArray<EntitlementSeen>> EntitlementsAsync(ApprovalsDbContext context, Guid caseId, string service)
    {
        var rows = await context.Entitlements.AsNoTracking().Where(e => e.CaseId == caseId).OrderBy(e => e.GrantedAt).ThenBy(e => e.Kind).ToListAsync();
        return
        [
            .. rows.Select(e => new EntitlementSeen(
                e.Kind.StartsWith($"{service}/", StringComparison.Ordinal) ? e.Kind[(service.Length + 1)..] : e.Kind,
                e.Level, e.ValidTo, [.. EntitlementItems.Read(e.Items).Select(i => i.Code)])),
        ];
    }
}
