using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Dictionaries;
using Approvals.Application.Outbox;
using Approvals.Application.Outside;
using Approvals.Application.Policies;
using Approvals.Application.Replay;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Application.Sms;
using Approvals.Application.Webhooks;
using Approvals.Application.Votes;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Cases;

/// <summary>Loads a case by its key with everything a step may need.</summary>
public sealed class CaseWorkLoader(
    ApprovalsDbContext context, Vault vault, IIdSource ids, AuditLog audit, CaseSerials serials, OutboxWriter outbox, ServiceCatalog catalog, CalendarInForce calendar,
    OutsideHosts hosts, WebhookOwners webhooks, SmsChannel sms, DictionariesInForce dictionaries, RecordedFacts told, TimeProvider time)
{
    /// <summary>The case, or <c>cases.unknown</c>; an erased one cannot be worked on any more.</summary>
    public async Task<Result<CaseWork>> LoadAsync(Guid caseId, CurrentUser? by, CancellationToken cancellationToken)
    {
        if (await CaseQueries.HeadAsync(context, caseId) is not { } head)
        {
            return new Error("cases.unknown", ErrorKind.NotFound);
        }

        var (row, state) = (head.Row, head.State);
        vault.Know(head.Key);
        await dictionaries.RefreshAsync(context, cancellationToken);
        var submissions = await CaseQueries.SubmissionsAsync(context, caseId, cancellationToken);
        var applicant = await ApplicantAsync(row, submissions, cancellationToken);
        if (!applicant.IsSuccess)
        {
            return applicant.Error;
        }

        var work = new CaseWork
        {
            Context = context, Vault = vault, Ids = ids, Audit = audit, Serials = serials, Outbox = outbox, Catalog = catalog, Hosts = hosts, Webhooks = webhooks, SendsSms = sms.IsOpen, KeptChoices = dictionaries, Told = told, Case = row, Row = state, By = by, Now = time.Now(),
            Service = await catalog.FindAsync(row.ServiceVersionId, cancellationToken),
            Applicant = applicant.Value,
            Calendar = calendar.Current,
            Uscc = head.Uscc,
            State = WorkflowState.FromJson(state.State),
        };
        await ReadWaitingAsync(work, cancellationToken);
        return await OpenAsync(work, submissions, cancellationToken);
    }

    /// <summary>The case of a task's row, or null.</summary>
    internal Task<Guid?> CaseOfAsync(Guid task, CancellationToken cancellationToken) =>
        context.TaskItems.Where(t => t.Id == task).Select(t => (Guid?)t.CaseId).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Work on a case that is only being made; its rows are added to the context.</summary>
    public CaseWork Begin(NewCase made, CurrentUser? by) => new()
    {
        Context = context, Vault = vault, Ids = ids, Audit = audit, Serials = serials, Outbox = outbox, Catalog = catalog, Hosts = hosts, Webhooks = webhooks, SendsSms = sms.IsOpen, KeptChoices = dictionaries, Told = told, Case = made.Case, Row = made.State, By = by, Now = made.Case.SubmittedAt,
        Service = made.Service, Applicant = made.Applicant, Calendar = calendar.Current, Uscc = made.Uscc,
    };

    /// <summary>Tasks and timers are a projection of the state: where it waits for none, there is none to read.</summary>
    private async Task ReadWaitingAsync(CaseWork work, CancellationToken cancellationToken)
    {
        if (work.State.Tasks.Any())
        {
            work.Tasks.AddRange(await CaseQueries.TasksAsync(context, work.Case.Id, cancellationToken));
        }

        if (work.State.Timers.Any())
        {
            work.Timers.AddRange(await CaseQueries.TimersAsync(context, work.Case.Id, cancellationToken));
            await ReadStoppedAsync(work, cancellationToken);
        }
    }

    /// <summary>Timers that fired for a step that stands still (by a fault, by a return): the engine knows them and may set them anew.</summary>
    private async Task ReadStoppedAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var fired = work.State.Timers.Select(t => t.Id).Except(work.Timers.Select(t => t.BookmarkId)).ToList();
        if (fired.Count > 0)
        {
            work.Timers.AddRange(await context.Timers.Where(t => t.CaseId == work.Case.Id && fired.Contains(t.BookmarkId)).ToListAsync(cancellationToken));
        }
    }

    /// <summary>Opens the answers to forms of the package; what a panel wrote is no answer, and opened only where a round is read.</summary>
    private async Task<Result<CaseWork>> OpenAsync(CaseWork work, IEnumerable<Submission> submissions, CancellationToken cancellationToken)
    {
        foreach (var submission in submissions.Where(s => s.FormId is not (ApplicantFile.FormId or Ballot.SheetsFormId)).GroupBy(s => s.FormId).Select(g => g.Last()))
        {
            var answers = await SubmissionRows.OpenAsync(vault, work.KeyId, submission, cancellationToken);
            if (!answers.IsSuccess)
            {
                return answers.Error;
            }

            work.Forms[submission.FormId] = answers.Value;
        }

        return work;
    }

    private async Task<Result<ApplicantFile>> ApplicantAsync(Case row, List<Submission> submissions, CancellationToken cancellationToken)
    {
        var kept = submissions.First(s => s.FormId == ApplicantFile.FormId);
        return await vault.OpenJsonAsync<ApplicantFile>(row.KeyId, kept.Payload, SubmissionRows.Place(kept.Id), cancellationToken);
    }
}

/// <summary>A case about to begin.</summary>
public sealed record NewCase(Case Case, CaseState State, ServiceSnapshot Service, ApplicantFile Applicant, string? Uscc);
