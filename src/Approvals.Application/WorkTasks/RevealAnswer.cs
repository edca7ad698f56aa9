using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WorkTasks;

/// <summary>Shows one masked answer, or the applicant's name, in full to whoever has the task; who asked, when and why is kept.</summary>
public sealed class RevealAnswer(ApprovalsDbContext context, CaseReader reader, WorkAnswers answers, AuditLog audit, WriteTransaction transaction)
{
    /// <summary>The path of the applicant's name in the head of a case.</summary>
    public const string ApplicantPath = "applicant";

    /// <param name="Task">The task.</param>
    /// <param name="Path">The answer, or <see cref="ApplicantPath"/>.</param>
    /// <param name="Reason">Why it is looked at.</param>
    public sealed record Request(Guid Task, string Path, string Reason);

    public async Task<Result<RevealedDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.TaskItems.AsNoTracking().Include(t => t.Candidates).SingleOrDefaultAsync(t => t.Id == request.Task, cancellationToken);
        var opened = row is null ? Refusals.NotFound : await reader.OpenAsync(row, user, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var work = opened.Value.Work;
        if (!MayReveal(user, row!))
        {
            return Refusals.Forbidden;
        }

        if (await ValueAsync(work, row!, request.Path, user, cancellationToken) is not { } value)
        {
            return Refusals.NotFound;
        }

        var why = JsonSerializer.Serialize(new { path = request.Path, reason = request.Reason });
        audit.Add(user.Id, "case.revealed", "case", work.Case.Id.ToString(), why, work.Case.Id);
        await transaction.CommitAsync(cancellationToken);
        return new RevealedDto(value);
    }

    /// <summary>Whoever has the task; on a panel nobody.</summary>
    internal static bool MayReveal(CurrentUser user, TaskItem row) => TaskRights.MayAct(user, row) && !TaskRights.IsSecret(row.Kind);

    private async Task<string?> ValueAsync(CaseWork work, TaskItem task, string path, CurrentUser user, CancellationToken cancellationToken)
    {
        if (path == ApplicantPath)
        {
            return work.Applicant.Details.Name;
        }

        if (StartForm.Of(work.Service) is not { } form)
        {
            return null;
        }

        var data = work.Forms.GetValueOrDefault(form.Id, FormData.Empty);
        var scope = await answers.ScopeAsync(work, task, form, data, false, user, cancellationToken);
        return FormEvaluator.Evaluate(form, data, scope).At(path) is { } field && (field.Component.Rules.Sensitive || field.Component.Rules.Mask is not null)
            ? FieldTexts.Of(field.Component, field.Value, scope.Lists).In(user.Language)
            : null;
    }
}
