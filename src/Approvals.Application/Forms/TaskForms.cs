using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Domain.Forms;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Forms;

/// <summary>A task's own form: what it looks at, and its answers checked.</summary>
public sealed class TaskForms(NamedLists lists)
{
    /// <summary>What the form of a task looks at.</summary>
    public async Task<FormScope> ScopeAsync(CaseWork work, TaskBookmark task, Form form, CancellationToken cancellationToken)
    {
        var documents = await work.Context.Documents.AsNoTracking()
            .Where(d => d.CaseId == work.Case.Id && d.RemovedAt == null).ToListAsync(cancellationToken);
        return work.FormScope with
        {
            Lists = await lists.OfAsync(form, work.Service, work.Case.ApplicantPersonId, cancellationToken),
            Files = FormFiles.Of(documents),
            Rights = Rights(task),
            Roles = work.By is { } user && !user.Roles.IsEmpty ? FieldReaders.RolesOf(user, work.Case, work.Tasks) : null,
            Before = work.Forms.GetValueOrDefault(form.Id, FormData.Empty),
        };
    }

    /// <summary>Checks the answers to a task's form as a submit does.</summary>
    internal async Task<Result<FormData>> SubmitAsync(
        TaskWork task, IReadOnlyDictionary<string, JsonElement>? values, CancellationToken cancellationToken)
    {
        if (task.Task.Form is not { } id || !task.Work.Service.Package.Forms.TryGetValue(id, out var form))
        {
            return new Error("tasks.unknownAct", ErrorKind.Conflict);
        }

        // Each round of a step is filled in anew: what somebody answered before is not this one's answer.
        var scope = await ScopeAsync(task.Work, task.Task, form, cancellationToken) with { Before = FormData.Empty };
        var given = JsonSerializer.SerializeToElement(values ?? ImmutableDictionary<string, JsonElement>.Empty);
        return FormEvaluator.Submit(form, given, scope);
    }

    /// <summary>Which fields a task opens.</summary>
    internal static FieldRights Rights(TaskBookmark task) => task.Fields is not { } access
        ? FieldRights.All
        : new FieldRights { Editable = access.Editable, ReadOnly = access.ReadOnly, Hidden = access.Hidden };
}
