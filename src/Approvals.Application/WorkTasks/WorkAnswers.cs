using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Drafts;
using Approvals.Application.Forms;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Application.Tasks;
using Approvals.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WorkTasks;

/// <summary>What was submitted, as a reviewer sees it: masked, with what changed since the round before.</summary>
public sealed class WorkAnswers(ApprovalsDbContext context, Vault vault, DocumentDescription documents, NamedLists lists)
{
    /// <summary>The answers of the application.</summary>
    public async Task<WorkAnswersDto> OfAsync(CaseWork work, TaskItem task, bool anonymous, CurrentUser user, CancellationToken cancellationToken)
    {
        if (StartForm.Of(work.Service) is not { } form)
        {
            return new WorkAnswersDto(new FormDto("", "", []), FormStateDescription.Json("{}"), [], [], [], []);
        }

        var data = work.Forms.GetValueOrDefault(form.Id, FormData.Empty);
        var scope = await ScopeAsync(work, task, form, data, anonymous, user, cancellationToken);
        var state = FormEvaluator.Evaluate(form, data, scope);
        var masked = MaskedAnswers.Of(form, state.Data, scope, own: false);
        var changes = anonymous ? [] : await ChangesAsync(work, form, data, scope, user.Language, cancellationToken);
        var rows = await context.Documents.AsNoTracking().Where(d => d.CaseId == work.Case.Id && d.RemovedAt == null).OrderBy(d => d.UploadedAt)
            .ToListAsync(cancellationToken);
        var shown = await documents.OfAsync(
            rows.Where(d => !anonymous || BlindReading.Shows(work.Service.Service, d.DocumentType)), work.Service.Package, user.Language, cancellationToken);
        return new WorkAnswersDto(
            FormDescription.Of(form, state, work.Service.Service, user.Language),
            masked.Values,
            anonymous ? [.. shown.Select(d => d with { Name = BlindReading.NameOf(d.TypeName, d.Name) })] : await TickedAsync(work, shown, cancellationToken),
            changes,
            [.. changes.Select(c => c.Path)],
            anonymous || !TaskRights.MayAct(user, task) ? [] : masked.Masked);
    }

    /// <summary>What the reader may see: a field's own readers bind everybody, and an anonymous step hides who applies.</summary>
    internal async Task<FormScope> ScopeAsync(
        CaseWork work, TaskItem task, Form form, FormData data, bool anonymous, CurrentUser user, CancellationToken cancellationToken) => work.FormScope with
        {
            Lists = await lists.OfAsync(form, work.Service, work.Case.ApplicantPersonId, cancellationToken),
            Before = data,
            Roles = FieldReaders.RolesOf(user, work.Case, [task]),
            Rights = anonymous
            ? FieldRights.None with { Hidden = [.. BlindReading.Hidden(work.Service.Service, form)] }
            : FieldRights.None,
        };

    /// <summary>The documents with what was said of them.</summary>
    private async Task<IReadOnlyList<DocumentDto>> TickedAsync(CaseWork work, IReadOnlyList<DocumentDto> shown, CancellationToken cancellationToken)
    {
        var ticks = await context.DocumentTicks.AsNoTracking().Where(t => t.CaseId == work.Case.Id).ToDictionaryAsync(t => t.DocumentId.ToString(), cancellationToken);
        return [.. shown.Select(d => ticks.TryGetValue(d.Id, out var tick) ? d with { Verdict = new DocumentVerdictDto(tick.IsOk, tick.Reason) } : d)];
    }

    /// <summary>The difference between the last two submissions of the form.</summary>
    private async Task<IReadOnlyList<FieldChangeDto>> ChangesAsync(
        CaseWork work, Form form, FormData now, FormScope scope, string language, CancellationToken cancellationToken)
    {
        var before = await context.Submissions.AsNoTracking().Where(s => s.CaseId == work.Case.Id && s.FormId == form.Id)
            .OrderByDescending(s => s.SubmittedAt).ThenByDescending(s => s.Id).Skip(1).FirstOrDefaultAsync(cancellationToken);
        if (before is null)
        {
            return [];
        }

        var opened = await SubmissionRows.OpenAsync(vault, work.KeyId, before, cancellationToken);
        return opened.IsSuccess
            ? [.. FormDifference.Between(form, opened.Value, now).Where(d => form.FieldAt(d.Path) is not { } f || scope.AccessTo(f, d.Path) != FieldAccess.Hidden).Select(d => Change(form, d, scope, language))]
            : [];
    }

    private static FieldChangeDto Change(Form form, FieldDifference difference, FormScope scope, string language)
    {
        var field = form.FieldAt(difference.Path);
        return new FieldChangeDto(
            difference.Path,
            difference.Label?.In(language) ?? difference.Path,
            Shown(field, difference.Old, scope, language),
            Shown(field, difference.New, scope, language));
    }

    private static string? Shown(FormComponent? field, Feel.FeelValue value, FormScope scope, string language)
    {
        if (value.IsNull)
        {
            return null;
        }

        var text = FieldTexts.Of(field, value, scope.Lists).In(language);
        return field is null ? text : MaskedAnswers.Shown(field, text);
    }
}
