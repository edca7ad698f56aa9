using System.Collections.Immutable;
using System.Security.Cryptography;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Secrets;
using Approvals.Domain.Forms;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Cases;

/// <summary>
/// Steps through a case's events again, from its submissions and the facts kept with each event, and compares the state it comes
/// to with the one that is stored.
/// </summary>
public sealed class ReplayCase(ApprovalsDbContext context, Vault vault, ServiceCatalog catalog, CalendarInForce calendar)
{
    /// <summary>What a replay came to.</summary>
    /// <param name="Number">The case's number.</param>
    /// <param name="Steps">Each event with the state before it and what it led to.</param>
    /// <param name="Matches">Whether the state is the stored one.</param>
    public sealed record Replayed(string Number, ImmutableArray<ReplayedStep> Steps, bool Matches);

    /// <summary>One event stepped again.</summary>
    /// <param name="Event">The event's row.</param>
    /// <param name="Before">The state before it.</param>
    /// <param name="Context">What the step was told: the instant, the answers, the facts and the decisions.</param>
    /// <param name="Definition">The definition it was stepped by.</param>
    /// <param name="Outcome">What it led to.</param>
    public sealed record ReplayedStep(CaseEvent Event, WorkflowState Before, StepContext Context, WorkflowDefinition Definition, Stepped Outcome);

    /// <summary>Replays a case by its number; fails with <c>secrets.erased</c> after erasure.</summary>
    public async Task<Result<Replayed>> HandleAsync(string number, CancellationToken cancellationToken)
    {
        var row = await context.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, cancellationToken);
        return row is null ? new Error("cases.unknown", ErrorKind.NotFound) : await ReplayAsync(row, cancellationToken);
    }

    private async Task<Result<Replayed>> ReplayAsync(Case row, CancellationToken cancellationToken)
    {
        var submissions = await OpenAsync(row, cancellationToken);
        if (!submissions.IsSuccess)
        {
            return submissions.Error;
        }

        var uscc = await context.Organisations.Where(o => o.Id == row.OrganisationId).Select(o => o.Uscc).SingleOrDefaultAsync(cancellationToken);
        var events = await context.CaseEvents.AsNoTracking().Where(e => e.CaseId == row.Id).OrderBy(e => e.Number).ToListAsync(cancellationToken);
        var stored = await context.CaseStates.AsNoTracking().SingleAsync(s => s.CaseId == row.Id, cancellationToken);
        var replay = new Replay(row, uscc, submissions.Value, calendar);
        foreach (var caseEvent in events)
        {
            var service = await catalog.FindAsync(caseEvent.ServiceVersionId, cancellationToken);
            if (replay.Take(caseEvent, service) is { } failed)
            {
                return failed.With("number", row.Number).With("event", $"{caseEvent.Number}");
            }
        }

        return replay.Result(row.Number, stored.State);
    }

    private async Task<Result<OpenedSubmissions>> OpenAsync(Case row, CancellationToken cancellationToken)
    {
        var rows = await context.Submissions.AsNoTracking().Where(s => s.CaseId == row.Id).ToListAsync(cancellationToken);
        var kept = rows.Single(s => s.FormId == ApplicantFile.FormId);
        var applicant = await vault.OpenJsonAsync<ApplicantFile>(row.KeyId, kept.Payload, SubmissionRows.Place(kept.Id), cancellationToken);
        if (!applicant.IsSuccess)
        {
            return applicant.Error;
        }

        var answers = new Dictionary<Guid, (Submission Row, FormData Answers)>();
        foreach (var submission in rows.Where(s => s.Id != kept.Id))
        {
            var opened = await SubmissionRows.OpenAsync(vault, row.KeyId, submission, cancellationToken);
            if (!opened.IsSuccess)
            {
                return opened.Error;
            }

            answers[submission.Id] = (submission, opened.Value);
        }

        return new OpenedSubmissions(applicant.Value, answers);
    }

    private sealed record OpenedSubmissions(ApplicantFile Applicant, Dictionary<Guid, (Submission Row, FormData Answers)> Answers);

    /// <summary>One run through a case's events: pure but for what was loaded before.</summary>
    private sealed class Replay(Case row, string? uscc, OpenedSubmissions submissions, CalendarInForce calendar)
    {
        private readonly Dictionary<string, FormData> _forms = new(StringComparer.Ordinal);
        private readonly List<ReplayedStep> _steps = [];
        private WorkflowState _state = WorkflowState.New;

        internal Error? Take(CaseEvent caseEvent, ServiceSnapshot service)
        {
            if (caseEvent.SubmissionId is { } id)
            {
                var (submission, answers) = submissions.Answers[id];
                if (!SHA256.HashData(submission.Payload).AsSpan().SequenceEqual(caseEvent.SubmissionHash))
                {
                    return new Error("cases.submissionChanged", ErrorKind.Conflict);
                }

                _forms[submission.FormId] = answers;
            }

            var (definition, context) = (service.Package.Workflow, Context(caseEvent, service));
            var outcome = WorkflowEngine.Step(definition, _state, WorkflowEvent.FromJson(caseEvent.Event), context);
            if (outcome is not Stepped stepped)
            {
                return outcome is Refused refused ? refused.Error : new Error("cases.replayDiffers", ErrorKind.Conflict);
            }

            _steps.Add(new ReplayedStep(caseEvent, _state, context, definition, stepped));
            _state = stepped.State;
            return null;
        }

        internal Replayed Result(string number, string stored) =>
            new(number, [.. _steps], string.Equals(_state.ToJson(), stored, StringComparison.Ordinal));

        private StepContext Context(CaseEvent caseEvent, ServiceSnapshot service) => new()
        {
            Instant = caseEvent.At,
            Today = caseEvent.Today,
            Facts = FactSet.FromJson(caseEvent.Facts),
            Decisions = service.Package.Decisions,
            Data = CaseContext.Of(
                CaseContext.Case(row, uscc, _state, calendar.Current), submissions.Applicant.ToFeel(caseEvent.Today), _forms, service.Package),
        };
    }
}
