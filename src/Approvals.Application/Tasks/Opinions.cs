using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>Keeps what somebody decided and wrote; every act on a task leaves one.</summary>
internal static class Opinions
{
    /// <summary>Adds the opinion of an act and returns its id as events carry it.</summary>
    internal static string Add(this TaskWork task, string key, string outcome, string? text, Guid? submission = null, IReadOnlyDictionary<string, string>? notes = null) =>
        Add(task.Work, task.Row, task.By, key, outcome, text, submission, notes);

    /// <summary>Adds the opinion of an act on a task that may be closed already.</summary>
    internal static string Add(
        CaseWork work, TaskItem row, Actor by, string key, string outcome, string? text, Guid? submission = null, IReadOnlyDictionary<string, string>? notes = null)
    {
        var user = work.By ?? CurrentUser.Anonymous;
        var opinion = new Opinion
        {
            Id = TaskRunner.OpinionId(user, row.Id, key),
            CaseId = work.Case.Id,
            TaskId = row.Id,
            ActivityId = row.ActivityId,
            Round = row.Round,
            StepName = row.StepName,
            AuthorUserId = user.Id,
            AuthorName = user.Name,
            OnBehalfOfUserId = Guid.TryParse(by.OnBehalfOf, out var principal) ? principal : null,
            Outcome = outcome,
            Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
            SubmissionId = submission,
            FieldNotes = notes is { Count: > 0 } ? JsonSerializer.Serialize(notes) : null,
            At = work.Now,
        };
        work.Context.Opinions.Add(opinion);
        return opinion.Id.ToString();
    }
}
