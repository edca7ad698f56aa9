using System.Text.Json;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Forms;
using Approvals.Application.Rights;
using Approvals.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WorkTasks;

/// <summary>Says how the answers to a step's own form stand while they are typed: what is computed, hidden and wrong. Nothing is kept.</summary>
public sealed class CheckStepForm(ApprovalsDbContext context, CaseReader reader, TaskForms forms, MessageCatalog texts)
{
    /// <param name="Task">The task.</param>
    /// <param name="Values">The answers so far, by key.</param>
    public sealed record Request(Guid Task, IReadOnlyDictionary<string, JsonElement> Values);

    public async Task<Result<FormStateDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.TaskItems.AsNoTracking().Include(t => t.Candidates).SingleOrDefaultAsync(t => t.Id == request.Task, cancellationToken);
        var opened = row is null ? Refusals.NotFound : await reader.OpenAsync(row, user, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        if (!TaskRights.MayAct(user, row!))
        {
            return Refusals.Forbidden;
        }

        var work = opened.Value.Work;
        if (work.State.Tasks.FirstOrDefault(t => t.Id == row!.BookmarkId) is not { Form: { } id } task || !work.Service.Package.Forms.TryGetValue(id, out var form))
        {
            return new Error("tasks.closed", ErrorKind.Conflict);
        }

        var scope = await forms.ScopeAsync(work, task, form, cancellationToken) with { Before = FormData.Empty };
        var state = FormEvaluator.Evaluate(form, FormData.Read(form, JsonSerializer.SerializeToElement(request.Values)), scope);
        return FormStateDescription.Of(form, state, null, texts, user.Language);
    }
}
