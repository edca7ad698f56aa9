using System.Collections.Immutable;
using Approvals.Application.Cases;
using Approvals.Application.Votes;
using Approvals.Domain.Scenarios;
using Approvals.Workflows;

namespace Approvals.Application.Replay;

/// <summary>Turns the events of a case into the acts of a scenario: pure. People are whoever acted or was asked for, in the office they acted for.</summary>
internal sealed class PastActs(
    Case row, ImmutableArray<ReplayCase.ReplayedStep> steps, IReadOnlyDictionary<Guid, PastAnswers> answers, ILookup<string, Ballot> ballots, PastPeople people,
    PastSurroundings around)
{
    /// <summary>Stands for every opinion and reason: what people wrote decides nothing and is not read.</summary>
    private const string Opinion = "—";

    private readonly Dictionary<string, Queue<Ballot>> _left = ballots.ToDictionary(g => g.Key, g => new Queue<Ballot>(g), StringComparer.Ordinal);
    private readonly List<PastDraw> _draws = [];
    private readonly PastAllotments _allotments = new(row, people, around);

    /// <summary>Who was drawn, once the acts are read.</summary>
    internal ImmutableArray<PastDraw> Draws => [.. _draws];

    internal Scenario Scenario()
    {
        var acts = steps.Select(Act).OfType<ScenarioAct>().ToImmutableArray();
        return new Scenario
        {
            File = row.Number, Name = new LocalText(row.Number, row.Number), Start = row.SubmittedAt, People = people.Everybody(around), Facts = around.Facts, Acts = acts,
            Expect = new ScenarioExpectation(),
        };
    }

    /// <summary>Null for what the platform does itself, and for what changes only who does a task.</summary>
    private ScenarioAct? Act(ReplayCase.ReplayedStep step)
    {
        people.Meet(step);
        var happened = WorkflowEvent.FromJson(step.Event.Event);
        return happened switch
        {
            Started started => Started(step, started),
            TaskCompleted e when Task(step, e.Task) is { } task && step.Outcome.State.Tasks.All(t => t.Id != e.Task) => Completed(step, task, e),
            Returned e when Task(step, e.Task) is { } task => At(step, people.Of(task, e.By), task.Activity, "return", null) with
            {
                To = e.To ?? "applicant",
                Reason = Opinion,
                Fields = e.Fields,
                Documents = e.Documents,
            },
            DocumentsSupplied e when Task(step, e.Task) is { } task => At(step, PastPeople.Applicant, task.Activity, "supply", null) with { Documents = e.Documents },
            StatementFiled e when Task(step, e.Task) is { } task => At(step, PastPeople.Applicant, task.Activity, "state", Answers(step)) with { Opinion = Opinion },
            ObjectionFiled => At(step, PastPeople.Applicant, null, "object", null) with { Reason = Opinion },
            ObjectionDecided e when step.Before.Tasks.FirstOrDefault(t => t.Subject == e.Objection) is { } task =>
                At(step, people.Of(task, e.By), task.Activity, "rule", null) with { Outcome = e.Upheld ? "Upheld" : "Dismissed", Opinion = Opinion },
            LimitExtended e when Task(step, e.Task) is { } task => At(step, people.Of(task, e.By), task.Activity, "extend", null) with { Length = e.Length, Reason = Opinion },
            ClockStopped e when Held(step, e.By) is { } task => At(step, people.Of(task, e.By), task.Activity, "stopClock", null) with { Reason = Opinion },
            ClockResumed { By: { } by } when Held(step, by) is { } task => At(step, people.Of(task, by), task.Activity, "resumeClock", null) with { Reason = Opinion },
            Recused e when Task(step, e.Task) is { Kind: TaskKind.Invitation } task => At(step, people.Of(task, e.By), task.Activity, "recuse", null) with { Reason = Opinion },
            ExpertsDrawn e when Task(step, e.Task) is { } task => Drawn(step, task, e),
            Withdrawn => At(step, PastPeople.Applicant, null, "withdraw", null) with { Reason = Opinion },
            _ => Joining(step, happened) ?? (ScenarioAct?)_allotments.Act(step, happened) ?? Outside(step, happened),
        };
    }

    private ScenarioAct Started(ReplayCase.ReplayedStep step, Started started) =>
        started.By is null && row.FiledBy is not FiledBy.Applicant
            ? new OpenedByAnother(
                step.Event.At, PastPeople.Applicant, row.FiledBy == FiledBy.Agent ? people.Filer() : null, row.RegionCode, around.Employer, around.Given)
            : row.FiledBy is FiledBy.Agent or FiledBy.Counter ? At(step, people.Filer(), null, "submit", Answers(step)) with { For = PastPeople.Applicant }
            : At(step, PastPeople.Applicant, null, "submit", Answers(step));

    private PersonAct Drawn(ReplayCase.ReplayedStep step, TaskBookmark task, ExpertsDrawn drawn)
    {
        var places = step.Outcome.Effects.OfType<RecordDraw>().SelectMany(d => d.Places).Where(p => p.IsDrawn);
        _draws.Add(new PastDraw(step.Event.At, [.. places.Select(p => people.Drawn(p.User))]));
        return At(step, people.Of(task, drawn.By), task.Activity, "draw", null) with
        {
            Without = [.. drawn.Without.Select(people.Drawn)],
            Reason = Opinion,
        };
    }

    /// <summary>Who signs too, and who takes a task over: without them what they decide has no place.</summary>
    private PersonAct? Joining(ReplayCase.ReplayedStep step, WorkflowEvent happened)
    {
        switch (happened)
        {
            case SignerAdded e when Task(step, e.Task) is { } task:
                return At(step, people.Of(task, e.By), task.Activity, "addSigner", null) with
                {
                    To = people.Joined(task, e.By, e.User),
                    Place = e.Place.ToString(),
                    Reason = Opinion,
                };
            case SignerRemoved e when (Task(step, e.Task) ?? TaskOf(step, e.User)) is { } task:
                return At(step, people.Of(task, e.By), task.Activity, "removeSigner", null) with { To = people.Joined(task, e.By, e.User), Reason = Opinion };
            case Transferred e when Task(step, e.Task) is { } task:
                people.Joined(task, e.By, e.To);
                return null;
            case Reassigned { To: { } to } e when Task(step, e.Task) is { } task:
                people.Joined(task, e.By, to);
                return null;
            default:
                return null;
        }
    }

    /// <summary>What other cases, other systems and administrators did, at the step that heard it.</summary>
    private static OutsideEvent? Outside(ReplayCase.ReplayedStep step, WorkflowEvent happened) => happened switch
    {
        ChildFinished e => new(step.Event.At, Awaited(step, e.Child), e),
        ExternalReplied e => new(step.Event.At, Awaited(step, e.Request), e),
        NoticeEnded { By: not null } e => new(step.Event.At, Awaited(step, e.Notice), e),
        SignalReceived or CancelRequested => new(step.Event.At, null, happened),
        MovedByAdministrator e => new(step.Event.At, step.Before.Executions.FirstOrDefault(x => x.Id == e.Execution)?.Activity, e),
        IncidentResolved e => new(step.Event.At, step.Before.Incidents.FirstOrDefault(i => i.Id == e.Incident)?.Activity, e),
        _ => null,
    };

    private PersonAct? Completed(ReplayCase.ReplayedStep step, TaskBookmark task, TaskCompleted completed)
    {
        var by = people.Of(task, completed.By);
        return task.Kind switch
        {
            TaskKind.Fill or TaskKind.Correction or TaskKind.Promise => At(step, by, task.Activity, "submit", Answers(step)),
            TaskKind.Vote => Voted(step, task, by),
            TaskKind.Draw => At(step, by, task.Activity, "convene", null),
            TaskKind.Invitation => At(step, by, task.Activity, "takePart", null),
            TaskKind.Opinion => null,
            TaskKind.Accept when completed.Outcome == "Correction" =>
                At(step, by, task.Activity, "correct", null) with { Opinion = Opinion, Fields = completed.Fields, Documents = completed.Documents },
            TaskKind.Ruling => At(step, by, task.Activity, "rule", null) with { Outcome = completed.Outcome, Opinion = Opinion },
            _ => At(step, by, task.Activity, "decide", Answers(step)) with
            {
                Outcome = completed.Outcome == "AcceptedConditionally" ? "Accepted" : completed.Outcome,
                Opinion = Opinion,
                Documents = completed.Documents,
            },
        };
    }

    /// <summary>Who voted how is known to nobody: each takes the next ballot of the closed rounds.</summary>
    private PersonAct? Voted(ReplayCase.ReplayedStep step, TaskBookmark task, string by) =>
        !_left.TryGetValue(task.Activity, out var left) || !left.TryDequeue(out var ballot) ? null
        : At(step, null, task.Activity, "vote", ballot.Sheet is { } sheet ? new PastAnswers(sheet, []) : null) with
        {
            Ballots = ImmutableSortedDictionary<string, string>.Empty.Add(by, ballot.Choice.ToString()),
        };

    internal static PersonAct At(ReplayCase.ReplayedStep step, string? by, string? activity, string act, PastAnswers? given) => new()
    {
        At = step.Event.At, By = by, Activity = activity, Act = act, Form = given?.Values, Documents = given?.Documents ?? [],
    };

    private PastAnswers? Answers(ReplayCase.ReplayedStep step) =>
        step.Event.SubmissionId is { } id ? answers.GetValueOrDefault(id) : null;

    private static TaskBookmark? Task(ReplayCase.ReplayedStep step, string id) => step.Before.Tasks.FirstOrDefault(t => t.Id == id);

    private static TaskBookmark? TaskOf(ReplayCase.ReplayedStep step, string user) =>
        step.Before.Tasks.FirstOrDefault(t => t.Candidates.OfType<UserCandidate>().Any(c => c.Id == user));

    internal static string? Awaited(ReplayCase.ReplayedStep step, string id) => step.Before.Bookmarks.FirstOrDefault(b => b.Id == id)?.Activity;

    private static TaskBookmark? Held(ReplayCase.ReplayedStep step, Actor by) =>
        step.Before.Tasks.FirstOrDefault(t => t.Holder is { } holder && by.Is(holder)) ?? step.Before.Tasks.FirstOrDefault(t => t.Candidates.Any(c => c is RoleCandidate));
}
