using System.Text;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Forms;
using Approvals.Application.Outbox;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Domain.Forms;
using Approvals.Feel;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Children;

/// <summary>
/// Opens a case that another one asked for: with a number, a key and the version in force of its own, the applicant's to fill in.
/// Its rows and the event that asked for it are one transaction.
/// </summary>
public sealed class OpenChildCase(
    ApprovalsDbContext context, WriteTransaction transaction, CaseMaker maker, CaseWorkLoader works, DraftLoader drafts, TaskForms forms, Vault vault,
    ServiceCatalog catalog, CalendarInForce calendar, TimeProvider time)
{
    /// <summary>Opens the case that an event asks for; again when something that is needed is not there yet.</summary>
    public async Task<PumpOutcome> HandleAsync(InboundEvent inbound, CancellationToken cancellationToken)
    {
        var child = await context.ChildCases.SingleOrDefaultAsync(c => c.ChildCaseId == inbound.TargetCaseId, cancellationToken);
        if (child is null || child.State != ChildCaseState.Asked)
        {
            return child is null ? PumpOutcome.GiveUp("children.unknown") : PumpOutcome.Done;
        }

        var opened = await OpenAsync(child, inbound, cancellationToken);
        if (!opened.IsSuccess)
        {
            return PumpOutcome.Retry(opened.Error.Code);
        }

        // A duplicate is the same child opened by another node, or an application for the same thing that was faster.
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? PumpOutcome.Done : PumpOutcome.Retry("cases.busy");
    }

    private async Task<Result<Unit>> OpenAsync(ChildCase child, InboundEvent inbound, CancellationToken cancellationToken)
    {
        var parent = await context.Cases.AsNoTracking().SingleAsync(c => c.Id == child.ParentCaseId, cancellationToken);
        var service = await catalog.InForceAsync(child.ServiceCode, calendar.Today(time), cancellationToken);
        if (service is null || StartForm.Of(service) is not { } form)
        {
            return new Error("children.notOffered", ErrorKind.Conflict).With("service", child.ServiceCode);
        }

        var applicant = await drafts.ApplicantAsync(parent.ApplicantPersonId, CurrentUser.Anonymous, cancellationToken);
        var given = await vault.OpenAsync(parent.KeyId, child.Payload, ChildCase.Place(child.ChildCaseId), cancellationToken);
        if (!applicant.IsSuccess || !given.IsSuccess)
        {
            return applicant.Error ?? given.Error!;
        }

        var made = await maker.MakeChildAsync(child, parent, service, applicant.Value, cancellationToken);
        if (!made.IsSuccess)
        {
            return made.Error;
        }

        var work = works.Begin(made.Value, null);
        context.Cases.Add(made.Value.Case);
        context.CaseStates.Add(made.Value.State);
        await SubmissionRows.AddApplicantAsync(work, cancellationToken);
        var taken = await work.TakeAsync(new CaseAct(new Started(null)), cancellationToken);
        (child.State, inbound.State) = (work.Case.FinishedAt is null ? ChildCaseState.Opened : ChildCaseState.Finished, InboundState.Consumed);
        return taken.IsSuccess ? await PrefillAsync(work, form, FeelJson.Parse(Encoding.UTF8.GetString(given.Value)), cancellationToken) : taken;
    }

    /// <summary>The first form waits with what the applicant is known by and what the parent hands over.</summary>
    private async Task<Result<Unit>> PrefillAsync(CaseWork work, Form form, FeelValue given, CancellationToken cancellationToken)
    {
        var task = work.State.Tasks.FirstOrDefault(t => t.Kind == TaskKind.Fill && t.Form == form.Id);
        var row = work.Tasks.Find(t => t.BookmarkId == task?.Id);
        if (task is null || row is null)
        {
            return Unit.Value;
        }

        var scope = await forms.ScopeAsync(work, task, form, cancellationToken);
        var values = FormEvaluator.Prefill(form, scope).Values;
        foreach (var (key, value) in given.TryGetContext(out var entries) ? entries.Entries : [])
        {
            values = form.FieldAt(key) is null ? values : values.With(key, value);
        }

        var draft = new Draft
        {
            Id = work.Ids.Next(), ServiceCode = work.Service.Code, ServiceVersionId = work.Service.VersionId,
            OwnerUserId = work.Applicant.UserId ?? work.Case.FiledByUserId, ApplicantPersonId = work.Case.ApplicantPersonId, KeyId = work.KeyId,
            FormId = form.Id, TaskId = row.Id, CreatedAt = work.Now, UpdatedAt = work.Now, Version = 1,
        };
        draft.Payload = await vault.SealAsync(
            draft.KeyId, Encoding.UTF8.GetBytes(new FormData(values).ToJson()), LoadedDraft.Place(draft.Id), cancellationToken);
        context.Drafts.Add(draft);
        return Unit.Value;
    }
}
