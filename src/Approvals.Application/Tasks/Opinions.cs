using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Rights;

namespace Approvals.Application.Tasks;

/// <summary>Keeps what somebody decided and wrote; every act on a task leaves one.</summary>
internal static class Opinions
{
    /// <summary>Adds the opinion of an act and returns its id as events carry it.</summary>
    internal static string Add(this TaskWork task, string key, string outcome, string? text, Guid? submission = null, IReadOnlyDictionary<string, string>? notes = null)
    {
        var user = task.Work.By ?? CurrentUser.Anonymous;
        var opinion = new Opinion
        {
            Id = TaskRunner.OpinionId(user, task.Row.Id, key),
            CaseId = task.Work.Case.Id,
            TaskId = task.Row.Id,
            ActivityId = task.Task.Activity,
            Round = task.Task.Round,
            StepName = task.Row.StepName,
            AuthorUserId = user.Id,
            AuthorName = user.Name,
            OnBehalfOfUserId = Guid.TryParse(task.By.OnBehalfOf, out var principal) ? principal : null,
            Outcome = outcome,
            Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
            SubmissionId = submission,
            FieldNotes = notes is { Count: > 0 } ? JsonSerializer.Serialize(notes) : null,
            At = task.Work.Now,
        };
        task.Work.Context.Opinions.Add(opinion);
        return opinion.Id.ToString();
    }
}
