using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Approvals.Application.Cases;
using Approvals.Application.Children;
using Approvals.Application.Drafts;
using Approvals.Application.Forms;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Domain.Forms;
using Approvals.Feel;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Corrections;

/// <summary>Loads corrections, promised documents and forms to fill in for whoever they wait for.</summary>
public sealed class CorrectionLoader(CaseWorkLoader works, TaskForms forms)
{
    /// <summary>The correction, or why there is none for the user.</summary>
    public async Task<Result<LoadedCorrection>> LoadAsync(Guid task, CurrentUser user, CancellationToken cancellationToken)
    {
        var caseId = await works.CaseOfAsync(task, cancellationToken);
        if (caseId is not { } id)
        {
            return new Error("tasks.unknown", ErrorKind.NotFound);
        }

        var work = await works.LoadAsync(id, user, cancellationToken);
        return work.IsSuccess ? await OpenAsync(work.Value, task, user, cancellationToken) : work.Error;
    }

    /// <summary>The case of a hearing that waits for the user's own words; null where the task is none, or not the user's.</summary>
    internal async Task<CaseWork?> HearingAsync(Guid task, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await works.CaseOfAsync(task, cancellationToken) is not { } id || await works.LoadAsync(id, user, cancellationToken) is not { IsSuccess: true, Value: var work })
        {
            return null;
        }

        var row = work.Tasks.Find(t => t.Id == task);
        return row is not null && work.State.Tasks.FirstOrDefault(t => t.Id == row.BookmarkId) is { Kind: TaskKind.Statement, Form: null } bookmark
            && TaskRunner.Decide(work, row, bookmark, null, user) is null ? work : null;
    }

    /// <summary>The same on a case that is loaded already.</summary>
    internal async Task<Result<LoadedCorrection>> OpenAsync(CaseWork work, Guid task, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = work.Tasks.Find(t => t.Id == task);
        var bookmark = work.State.Tasks.FirstOrDefault(t => t.Id == row?.BookmarkId);
        if (row is null || bookmark is null)
        {
            return new Error("tasks.closed", ErrorKind.Conflict);
        }

        if (TaskRunner.Decide(work, row, bookmark, null, user) is { } refused)
        {
            return refused;
        }

        return FormOf(work, bookmark) is { } form && IsForm(bookmark)
            ? await OpenAsync(work, row, bookmark, FormOf(work, bookmark)!, cancellationToken)
            : new Error("tasks.unknownAct", ErrorKind.Conflict);
    }

    /// <summary>Whether a task is answered by a form; a statement may be a text instead.</summary>
    private static bool IsForm(TaskBookmark task) =>
        task.Kind is TaskKind.Fill or TaskKind.Correction or TaskKind.Promise || task is { Kind: TaskKind.Statement, Form: not null };

    private async Task<LoadedCorrection> OpenAsync(CaseWork work, TaskItem row, TaskBookmark task, Form form, CancellationToken cancellationToken)
    {
        var before = work.Forms.TryGetValue(form.Id, out var answered) ? answered : await GivenAsync(work, form, cancellationToken);
        var scope = await forms.ScopeAsync(work, task, form, cancellationToken) with { Before = before, Rights = Rights(task, form), Roles = null };
        var draft = await work.Context.Drafts.SingleOrDefaultAsync(d => d.TaskId == row.Id, cancellationToken);
        var documents = await work.Context.Documents.AsNoTracking()
            .Where(d => d.CaseId == work.Case.Id && d.RemovedAt == null).OrderBy(d => d.UploadedAt).ToListAsync(cancellationToken);
        return new LoadedCorrection(work, row, task, form, scope, draft, await AnswersAsync(work, draft, before, cancellationToken), [.. documents]);
    }

    /// <summary>
    /// What whoever opened the case handed over for fields that are only read: it stands there as if answered before, so that who fills in
    /// the form need not touch it, and cannot.
    /// </summary>
    private static async Task<FormData> GivenAsync(CaseWork work, Form form, CancellationToken cancellationToken)
    {
        var fixedFields = form.All.Where(f => f.ReadOnly.Constant && f.Key is not null && f.Key == f.Path).Select(f => f.Key!).ToHashSet(StringComparer.Ordinal);
        var given = fixedFields.Count == 0 || form.Id != StartForm.Of(work.Service)?.Id ? null : await (
            from child in work.Context.ChildCases.AsNoTracking()
            where child.ChildCaseId == work.Case.Id
            join parent in work.Context.Cases.AsNoTracking() on child.ParentCaseId equals parent.Id
            select new { child.Payload, parent.KeyId }).SingleOrDefaultAsync(cancellationToken);
        return given is not null
            && await work.Vault.OpenAsync(given.KeyId, given.Payload, ChildCase.Place(work.Case.Id), cancellationToken) is { IsSuccess: true, Value: var opened }
            && FeelJson.Parse(Encoding.UTF8.GetString(opened)).TryGetContext(out var values)
                ? new FormData(FeelContext.From(values.Entries.Where(e => fixedFields.Contains(e.Key))))
                : FormData.Empty;
    }

    private static async Task<JsonObject> AnswersAsync(CaseWork work, Draft? draft, FormData before, CancellationToken cancellationToken)
    {
        if (draft is not null)
        {
            var saved = await work.Vault.OpenAsync(draft.KeyId, draft.Payload, LoadedDraft.Place(draft.Id), cancellationToken);
            return JsonNode.Parse(saved.Value)!.AsObject();
        }

        return JsonNode.Parse(before.ToJson())!.AsObject();
    }

    /// <summary>The task's own form; a correction without one is of the application.</summary>
    private static Form? FormOf(CaseWork work, TaskBookmark task) =>
        task.Form is { } id ? work.Service.Package.Forms.GetValueOrDefault(id) : StartForm.Of(work.Service);

    /// <summary>Only what was named opens: fields, and the pickers of documents to bring; nothing named means all.</summary>
    private static FieldRights Rights(TaskBookmark task, Form form)
    {
        var fields = task.Fields?.Editable ?? task.Return?.Fields ?? [];
        var documents = task.Documents.IsEmpty ? task.Return?.Documents ?? [] : task.Documents;
        var pickers = form.All.Where(f => f.Path is not null && f.Rules.Document is { } type && documents.Contains(type)).Select(f => f.Path!);
        ImmutableArray<string> open = [.. fields.Union(pickers, StringComparer.Ordinal)];
        return open.IsEmpty && task.Kind is not TaskKind.Promise ? TaskForms.Rights(task) : FieldRights.Only(open);
    }
}
