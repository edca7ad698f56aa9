using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.PersonalData;
using Approvals.Application.Rights;
using Approvals.Domain.Forms;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Drafts;

/// <summary>
/// Submits an application: checked against the version in force today, which binds the case for life. The case, its submission
/// and the flow's first step are one transaction; a second click meets the case that the first one made.
/// </summary>
public sealed class SubmitDraft(
    ApprovalsDbContext context, WriteTransaction transaction, DraftLoader loader, CaseMaker maker, CaseWorkLoader works, IIdSource ids)
{
    /// <param name="Draft">The draft.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Draft, string Etag, string IdempotencyKey);

    /// <param name="CaseId">The case.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="ExpectedOn">The day it is expected to be done, if the service promises one.</param>
    /// <param name="Receipt">The receipt slip, if the flow sends one.</param>
    public sealed record Submitted(Guid CaseId, string Number, DateOnly? ExpectedOn, Guid? Receipt);

    public async Task<Result<Submitted>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var loaded = await loader.LoadAsync(request.Draft, user, cancellationToken);
        if (!loaded.IsSuccess)
        {
            return loaded.Error;
        }

        var draft = loaded.Value;
        if (draft.Row.SubmittedCaseId is { } done)
        {
            return await ReadAsync(done, cancellationToken);
        }

        if (!Etag.Matches(draft.Row, request.Etag))
        {
            return new Error("drafts.changed", ErrorKind.Conflict);
        }

        var answers = FormEvaluator.Submit(draft.Form, draft.Reading, draft.Scope);
        var made = answers.IsSuccess ? await maker.MakeAsync(draft, answers.Value, user, cancellationToken) : answers.Error;
        if (made.IsSuccess)
        {
            return await CommitAsync(draft, made.Value, answers.Value, user, cancellationToken);
        }

        // The case that stands in the way may be the one that another click has just made of this draft.
        return await SubmittedCaseAsync(draft, cancellationToken) is { } other ? await ReadAsync(other, cancellationToken) : made.Error;
    }

    private async Task<Result<Submitted>> CommitAsync(
        LoadedDraft draft, NewCase made, FormData answers, CurrentUser user, CancellationToken cancellationToken)
    {
        var work = works.Begin(made, user);
        context.Cases.Add(made.Case);
        context.CaseStates.Add(made.State);
        await SubmissionRows.AddApplicantAsync(work, cancellationToken);
        await Renewals.TimelyRenewal.FiledAsync(work, cancellationToken);
        var fill = StartForm.Activity(draft.Service)!.Id;
        var submission = await SubmissionRows.AddAsync(work, fill, 1, draft.Form.Id, answers, cancellationToken);
        var documents = await context.Documents.Where(d => d.DraftId == draft.Row.Id && d.RemovedAt == null).ToListAsync(cancellationToken);
        documents.ForEach(d => d.CaseId = made.Case.Id);
        var consents = await context.Consents.Where(c => c.DraftId == draft.Row.Id).ToListAsync(cancellationToken);
        consents.ForEach(c => c.CaseId = made.Case.Id);
        draft.Row.SubmittedCaseId = made.Case.Id;
        ConsentRows.Add(context, ids, draft, answers, made.Case, user.Id);
        var by = new Actor(user.Id.ToString(), work.Applicant.UserId == user.Id ? null : work.Applicant.FlowId);
        var taken = await work.TakeAsync(
            new CaseAct(new Started(by, submission.Reference())) { Submission = submission, Answers = answers }, cancellationToken);
        if (!taken.IsSuccess)
        {
            return taken.Error;
        }

        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed
            ? new Submitted(made.Case.Id, made.Case.Number, CaseDue.Expected(work)?.On, context.Letters.Local.FirstOrDefault()?.Id)
            : await AfterConflictAsync(draft, made, cancellationToken);
    }

    /// <summary>Somebody was faster: the same draft by another click, or another draft for the same thing.</summary>
    private async Task<Result<Submitted>> AfterConflictAsync(LoadedDraft draft, NewCase made, CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        return await SubmittedCaseAsync(draft, cancellationToken) is { } done
            ? await ReadAsync(done, cancellationToken)
            : await CaseMaker.OpenAsync(context, made.Case.OpenKey, cancellationToken) ?? new Error("drafts.changed", ErrorKind.Conflict);
    }

    private Task<Guid?> SubmittedCaseAsync(LoadedDraft draft, CancellationToken cancellationToken) =>
        context.Drafts.Where(d => d.Id == draft.Row.Id).Select(d => d.SubmittedCaseId).SingleOrDefaultAsync(cancellationToken);

    private async Task<Result<Submitted>> ReadAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var work = await works.LoadAsync(caseId, null, cancellationToken);
        var receipt = await context.Letters.Where(l => l.CaseId == caseId).OrderBy(l => l.EventNumber).ThenBy(l => l.Id)
            .Select(l => (Guid?)l.Id).FirstOrDefaultAsync(cancellationToken);
        return work.Map(w => new Submitted(caseId, w.Case.Number, CaseDue.Expected(w)?.On, receipt));
    }
}
