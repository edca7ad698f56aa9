using Approvals.Application.Audit;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Bench.Persisting;

/// <summary>Rows of one transition, as long as those of the real one, without deciding anything.</summary>
internal sealed class Template
{
    private readonly CaseEvent _event;
    private readonly AuditEntry _entry;

    private Template(CaseEvent @event, AuditEntry entry) => (_event, _entry) = (@event, entry);

    public static async Task<Template> ReadAsync(ApprovalsDbContext context)
    {
        var @event = await context.CaseEvents.AsNoTracking().OrderByDescending(e => e.Number).FirstAsync();
        var entry = await context.AuditEntries.AsNoTracking().FirstAsync(e => e.CaseEventNumber != null);
        return new Template(@event, entry);
    }

    public void Apply(ApprovalsDbContext context, Case row, CaseState state, TaskItem done)
    {
        var now = TimeProvider.System.GetUtcNow();
        row.DueAt = now;
        state.EventCount++;
        state.State = state.State.EndsWith(' ') ? state.State[..^1] : state.State + " ";
        state.LastEventHash = _event.Hash;
        (done.State, done.ClosedAt, done.Outcome) = (TaskItemState.Done, now, "Approved");
        done.Candidates.ForEach(c => c.IsOpen = false);
        context.AddRange(Event(row, state, now), Entry(row, state, now), Opinion(row, done, now), Next(row, done, state.EventCount, now));
    }

    private CaseEvent Event(Case row, CaseState state, DateTimeOffset now) => new()
    {
        CaseId = row.Id, Number = state.EventCount, Type = _event.Type, Event = _event.Event, Facts = _event.Facts, Effects = _event.Effects,
        ServiceVersionId = row.ServiceVersionId, EngineBehaviour = 1, ActorUserId = row.FiledByUserId, At = now, Today = _event.Today,
        PreviousHash = _event.Hash, Hash = _event.Hash,
    };

    private AuditEntry Entry(Case row, CaseState state, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), At = now, ActorUserId = row.FiledByUserId, Action = _entry.Action, SubjectKind = _entry.SubjectKind,
        SubjectId = _entry.SubjectId, CaseId = row.Id, CaseEventNumber = state.EventCount, CaseEventHash = _event.Hash,
    };

    private static Opinion Opinion(Case row, TaskItem done, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), CaseId = row.Id, TaskId = done.Id, ActivityId = done.ActivityId, Round = 1, StepName = done.StepName,
        AuthorUserId = row.FiledByUserId, AuthorName = "reviewer 1", Outcome = "Approved", At = now,
    };

    private static TaskItem Next(Case row, TaskItem done, int number, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        return new TaskItem
        {
            Id = id, CaseId = row.Id, CaseNumber = row.Number, BookmarkId = $"b{number}", ActivityId = done.ActivityId, Kind = done.Kind, Round = 1,
            StepName = done.StepName, ServiceCode = row.ServiceCode, ServiceName = row.ServiceName, RegionCode = row.RegionCode,
            RegionPath = row.RegionPath, ApplicantMaskedName = row.ApplicantMaskedName, State = TaskItemState.Open, ReceivedAt = now,
            Candidates =
            [
                .. done.Candidates.Select(c => new TaskCandidate
                {
                    TaskId = id, Key = c.Key, ServiceCode = c.ServiceCode, IsOpen = true, DueAt = TaskCandidate.NoLimit, YellowAt = TaskCandidate.NoLimit,
                }),
            ],
        };
    }
}
