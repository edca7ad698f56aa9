using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Forms;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Domain.Forms;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Counter;

/// <summary>What a clerk took in for somebody present, as the slip that is printed for them says it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="Authority">The office that took it in.</param>
/// <param name="Applicant">For whom; masked.</param>
/// <param name="Clerk">The clerk's name.</param>
/// <param name="At">When.</param>
/// <param name="Asked">The step that had asked for it.</param>
/// <param name="Reason">Why, in the officer's words.</param>
/// <param name="Fields">The names of the answers that were changed.</param>
/// <param name="Documents">The documents that were handed in.</param>
/// <param name="Next">The steps that have the case now.</param>
public sealed record CounterSlipDto(
    string CaseId, string Number, string ServiceName, string Authority, string Applicant, string Clerk, DateTimeOffset At, string Asked, string? Reason,
    IReadOnlyList<string> Fields, IReadOnlyList<DocumentDto> Documents, IReadOnlyList<string> Next);

/// <summary>The slip for a correction, a promised document or a statement that a clerk handed in for somebody present.</summary>
public sealed class CounterSlip(ApprovalsDbContext context, CaseReader reader, CaseTimeline timeline, DocumentDescription documents, Vault vault)
{
    /// <summary>The kinds of tasks by which an applicant is asked for something.</summary>
    internal static readonly string[] Kinds = [nameof(TaskKind.Correction), nameof(TaskKind.Fill), nameof(TaskKind.Promise), nameof(TaskKind.Statement)];

    /// <summary>The slip of a task, for clerks who may read its case.</summary>
    public async Task<Result<CounterSlipDto>> ReadAsync(Guid task, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!EmployerRights.IsAtCounter(user))
        {
            return Refusals.Forbidden;
        }

        var act = await (
            from opinion in context.Opinions.AsNoTracking()
            join row in context.TaskItems.AsNoTracking() on opinion.TaskId equals row.Id
            join of in context.Cases.AsNoTracking() on row.CaseId equals of.Id
            where row.Id == task && Kinds.Contains(row.Kind) && of.FiledBy == FiledBy.Counter && opinion.SubmissionId != null
            orderby opinion.At descending, opinion.Id descending
            select opinion).FirstOrDefaultAsync(cancellationToken);
        var opened = act is null ? Refusals.NotFound : await reader.OpenAsync(act.CaseId, user, cancellationToken);
        return opened.IsSuccess ? await DescribeAsync(opened.Value, act!, user, cancellationToken) : opened.Error;
    }

    private async Task<CounterSlipDto> DescribeAsync(OpenedCase opened, Opinion act, CurrentUser user, CancellationToken cancellationToken)
    {
        var work = opened.Work;
        var given = await context.Submissions.AsNoTracking().SingleAsync(s => s.Id == act.SubmissionId, cancellationToken);
        var before = await context.Submissions.AsNoTracking().Where(s => s.CaseId == given.CaseId && s.FormId == given.FormId && s.SubmittedAt < given.SubmittedAt)
            .OrderByDescending(s => s.SubmittedAt).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);
        var since = before?.SubmittedAt ?? work.Case.SubmittedAt;
        var handed = await context.Documents.AsNoTracking()
            .Where(d => d.CaseId == given.CaseId && d.RemovedAt == null && d.UploadedByUserId == act.AuthorUserId && d.UploadedAt > since && d.UploadedAt <= given.SubmittedAt)
            .OrderBy(d => d.UploadedAt).ThenBy(d => d.Id).ToListAsync(cancellationToken);
        var asked = await context.Opinions.AsNoTracking().Where(o => o.CaseId == given.CaseId && (o.Outcome == "Returned" || o.Outcome == "Correction") && o.At < act.At)
            .OrderByDescending(o => o.At).Select(o => o.Text).FirstOrDefaultAsync(cancellationToken);
        var steps = await timeline.OfAsync(opened, user, cancellationToken);
        return new CounterSlipDto(
            work.Case.Id.ToString(), work.Case.Number, work.Case.ServiceName.In(user.Language), await OfficeAsync(act.AuthorUserId, cancellationToken) ?? work.Service.Service.Authority?.Name.In(user.Language) ?? "",
            work.Case.ApplicantMaskedName, act.AuthorName, act.At, act.StepName.In(user.Language), asked,
            await FieldsAsync(work, before, given, user.Language, cancellationToken),
            await documents.OfAsync(handed, work.Service.Package, user.Language, cancellationToken),
            [.. steps.Where(s => s.Status == StepStatus.Current).Select(s => s.Name).Distinct()]);
    }

    /// <summary>The office of the clerk who took it in.</summary>
    private Task<string?> OfficeAsync(Guid clerk, CancellationToken cancellationToken) => (
        from account in context.Users
        where account.Id == clerk
        join office in context.Organisations on account.OrganisationId equals office.Id
        select (string?)office.Name).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The names of what differs, never what was answered: the slip may lie about.</summary>
    private async Task<IReadOnlyList<string>> FieldsAsync(CaseWork work, Submission? before, Submission given, string language, CancellationToken cancellationToken)
    {
        if (!work.Service.Package.Forms.TryGetValue(given.FormId, out var form))
        {
            return [];
        }

        var (old, now) = (await AnswersAsync(work, before, cancellationToken), await AnswersAsync(work, given, cancellationToken));
        return
        [
            .. FormDifference.Between(form, old, now).Where(d => d.Field.Type != FormComponentType.Filepicker)
                .Select(d => (d.Label ?? d.Field.Label)?.In(language)).OfType<string>().Distinct(),
        ];
    }

    private async Task<FormData> AnswersAsync(CaseWork work, Submission? submission, CancellationToken cancellationToken) =>
        submission is not null && await SubmissionRows.OpenAsync(vault, work.KeyId, submission, cancellationToken) is { IsSuccess: true, Value: { } answers } ? answers : FormData.Empty;
}
