using System.Collections.Immutable;
using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Application.Votes;
using Approvals.Domain.Scenarios;
using Approvals.Feel;
using Approvals.Workflows;

namespace Approvals.Application.Replay;

/// <summary>Turns the events of a case into the acts of a scenario: pure. People are whoever acted or was asked for, in the office they acted for.</summary>
internal sealed class PastActs(
    Case row, ImmutableArray<ReplayCase.ReplayedStep> steps, IReadOnlyDictionary<Guid, PastAnswers> answers, ILookup<string, Ballot> ballots, string? uscc)
{
    internal const string Applicant = "applicant";

    /// <summary>Stands for every opinion and reason: what people wrote decides nothing and is not read.</summary>
    private const string Opinion = "—";

    private readonly Dictionary<string, ScenarioPerson> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RoleCandidate> _offices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queue<Ballot>> _left = ballots.ToDictionary(g => g.Key, g => new Queue<Ballot>(g), StringComparer.Ordinal);

    /// <summary>The scenario, or why the case's events cannot be acted.</summary>
    internal Result<Scenario> Scenario(ApplicantFile applicant, ImmutableSortedDictionary<string, FeelContext> facts)
    {
        if (steps.FirstOrDefault(s => IsFromOutside(WorkflowEvent.FromJson(s.Event.Event))) is { } outside)
        {
            return new Error("replay.fromOutside", ErrorKind.Conflict).With("event", outside.Event.Type);
        }

        _people[Applicant] = Person(applicant);
        var acts = steps.Select(Act).OfType<ScenarioAct>().ToImmutableArray();
        if (uscc is not null && _people.Values.All(p => p.Organisation != uscc))
        {
            _people["employer"] = new ScenarioPerson { Key = "employer", Roles = [Roles.EmployerAgent], Organisation = uscc, Region = row.RegionCode };
        }

        return new Scenario
        {
            File = row.Number, Name = new LocalText(row.Number, row.Number), Start = row.SubmittedAt, People = _people.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Facts = facts, Acts = acts, Expect = new ScenarioExpectation(),
        };
    }

    /// <summary>What other systems, other cases, administrators or what is scarce had a part in cannot be brought about again.</summary>
    private static bool IsFromOutside(WorkflowEvent happened) =>
        happened is OfferMade or OfferAnswered or OfferWithdrawn or BookingChanged or ChildFinished or CancelRequested or MovedByAdministrator or SignalReceived
            or ExternalReplied or SignerAdded or SignerRemoved or NoticeEnded { By: not null };

    private ScenarioPerson Person(ApplicantFile applicant) => new()
    {
        Key = Applicant, Roles = [Roles.Applicant], Name = applicant.Details.Name, Region = row.RegionCode, BirthDate = applicant.Details.BirthDate, Sex = applicant.Details.Sex,
        IdNumber = applicant.Details.IdentifierKind == "resident-id" ? applicant.Details.IdentifierNumber : null, Mobile = applicant.Details.Mobile,
        Email = applicant.Details.Email, Employer = uscc,
    };

    /// <summary>Null for what the platform does itself, and for what changes only who does a task.</summary>
    private PersonAct? Act(ReplayCase.ReplayedStep step)
    {
        Meet(step);
        return WorkflowEvent.FromJson(step.Event.Event) switch
        {
            Started => At(step, Applicant, null, "submit", Answers(step)),
            TaskCompleted e when Task(step, e.Task) is { } task && step.Outcome.State.Tasks.All(t => t.Id != e.Task) => Completed(step, task, e),
            Returned e when Task(step, e.Task) is { } task => At(step, Key(task, e.By), task.Activity, "return", null) with
            {
                To = e.To ?? "applicant",
                Reason = Opinion,
                Fields = e.Fields,
                Documents = e.Documents,
            },
            DocumentsSupplied e when Task(step, e.Task) is { } task => At(step, Applicant, task.Activity, "supply", null) with { Documents = e.Documents },
            ObjectionFiled => At(step, Applicant, null, "object", null) with { Reason = Opinion },
            ObjectionDecided e when step.Before.Tasks.FirstOrDefault(t => t.Subject == e.Objection) is { } task =>
                At(step, Key(task, e.By), task.Activity, "rule", null) with { Outcome = e.Upheld ? "Upheld" : "Dismissed", Opinion = Opinion },
            LimitExtended e when Task(step, e.Task) is { } task => At(step, Key(task, e.By), task.Activity, "extend", null) with { Length = e.Length, Reason = Opinion },
            ClockStopped e when Held(step, e.By) is { } task => At(step, Key(task, e.By), task.Activity, "stopClock", null) with { Reason = Opinion },
            ClockResumed { By: { } by } when Held(step, by) is { } task => At(step, Key(task, by), task.Activity, "resumeClock", null) with { Reason = Opinion },
            Withdrawn => At(step, Applicant, null, "withdraw", null) with { Reason = Opinion },
            _ => null,
        };
    }

    private PersonAct? Completed(ReplayCase.ReplayedStep step, TaskBookmark task, TaskCompleted completed)
    {
        var by = Key(task, completed.By);
        return task.Kind switch
        {
            TaskKind.Fill or TaskKind.Correction or TaskKind.Promise => At(step, by, task.Activity, "submit", Answers(step)),
            TaskKind.Vote => Voted(step, task, by),
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

    private static PersonAct At(ReplayCase.ReplayedStep step, string? by, string? activity, string act, PastAnswers? given) => new()
    {
        At = step.Event.At, By = by, Activity = activity, Act = act, Form = given?.Values, Documents = given?.Documents ?? [],
    };

    private PastAnswers? Answers(ReplayCase.ReplayedStep step) =>
        step.Event.SubmissionId is { } id ? answers.GetValueOrDefault(id) : null;

    private static TaskBookmark? Task(ReplayCase.ReplayedStep step, string id) => step.Before.Tasks.FirstOrDefault(t => t.Id == id);

    private static TaskBookmark? Held(ReplayCase.ReplayedStep step, Actor by) =>
        step.Before.Tasks.FirstOrDefault(t => t.Holder is { } holder && by.Is(holder)) ?? step.Before.Tasks.FirstOrDefault(t => t.Candidates.Any(c => c is RoleCandidate));

    /// <summary>Everybody the step found in an office is there again, whether or not they acted: panels and signatures of all count them.</summary>
    private void Meet(ReplayCase.ReplayedStep step)
    {
        foreach (var fact in FactSet.FromJson(step.Event.Facts).Facts)
        {
            if (fact is { Query: RoleHolders holders, Answer: UsersAnswer answer })
            {
                foreach (var user in answer.Users)
                {
                    _offices[user] = holders.Candidate;
                    Add(user, holders.Candidate);
                }
            }
        }
    }

    /// <summary>A person in the office the task was for: somebody who acted for two offices appears twice.</summary>
    private string Key(TaskBookmark task, Actor by)
    {
        var office = task.Candidates.OfType<RoleCandidate>().FirstOrDefault();
        return office is null && (by.Is(row.ApplicantUserId?.ToString() ?? "") || task.Kind is TaskKind.Correction or TaskKind.Promise)
            ? Applicant
            : Add(by.User, office ?? _offices.GetValueOrDefault(by.User));
    }

    private string Add(string user, RoleCandidate? office)
    {
        var key = office is null ? user : $"{user}-{office.Role}-{office.Region}-{office.OrganisationKind}".ToLowerInvariant();
        _people.TryAdd(key, new ScenarioPerson
        {
            Key = key, Roles = [office?.Role ?? Roles.Expert], Region = office?.Region ?? row.RegionCode, OrganisationKind = office?.OrganisationKind, Organisation = office?.Organisation,
        });
        return key;
    }
}
