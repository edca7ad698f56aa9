using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Experts;
using Approvals.Application.Forms;
using Approvals.Application.Notices;
using Approvals.Application.Rights;
using Approvals.Application.Votes;
using Approvals.Domain.Forms;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>Decides a task: approve, reject, accept, decline, done, vote, rule, or an outcome the definition names.</summary>
public sealed class CompleteTask(TaskRunner runner, TaskForms forms)
{
    /// <param name="Task">The task.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Act">What is done, in the words of <see cref="TaskOutcomes"/>.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Etag, string Act, string IdempotencyKey)
    {
        /// <summary>What is written about it.</summary>
        public string? Opinion { get; init; }

        /// <summary>Answers to the step's own form.</summary>
        public IReadOnlyDictionary<string, JsonElement>? Form { get; init; }

        /// <summary>Types of documents that may follow, at an acceptance.</summary>
        public IReadOnlyList<string> Promised { get; init; } = [];

        /// <summary>Whether it is one of several decided alike; the step must allow that.</summary>
        public bool IsBatch { get; init; }

        /// <summary>The choice, at a vote.</summary>
        public BallotChoice? Ballot { get; init; }
    }

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, request.Etag, request.IdempotencyKey, user, task => ActAsync(task, request, cancellationToken), cancellationToken);

    private async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CancellationToken cancellationToken)
    {
        if (task.Task.Kind is TaskKind.Offer or TaskKind.Booking)
        {
            // Their answers carry more than an outcome: a time, a place, a share of a quota.
            return new Error("tasks.ownAnswer", ErrorKind.Conflict);
        }

        if (request.IsBatch && task.Refusal(TaskActs.Batch) is { } single)
        {
            return single;
        }

        if (TaskOutcomes.Of(task.Task, request.Act, request.Promised.Count > 0) is not { } outcome)
        {
            return new Error("tasks.unknownAct", ErrorKind.Conflict);
        }

        if (TaskOutcomes.NeedsOpinion(outcome) && string.IsNullOrWhiteSpace(request.Opinion))
        {
            return new Error("tasks.needsOpinion") { Fields = [new FieldError("opinion", "tasks.needsOpinion")] };
        }

        if (task.Task.Kind == TaskKind.Invitation && await PanelSeat.RefusalAsync(task, cancellationToken) is { } away)
        {
            return away;
        }

        return task.Task.Kind == TaskKind.Vote
            ? await VoteAsync(task, request, outcome, cancellationToken)
            : await DecideAsync(task, request, outcome, cancellationToken);
    }

    private async Task<Result<Unit>> DecideAsync(TaskWork task, Request request, string outcome, CancellationToken cancellationToken)
    {
        var answers = await AnswersAsync(task, request, outcome, cancellationToken);
        if (!answers.IsSuccess)
        {
            return answers.Error;
        }

        var submission = answers.Value is { } given
            ? await SubmissionRows.AddAsync(task.Work, task.Task.Activity, task.Task.Round, task.Task.Form!, given, cancellationToken)
            : null;
        var proposes = task.Task.Delegation is { Proposed: null };
        var opinion = task.Add(request.IdempotencyKey, proposes ? OpinionOutcomes.Proposed : outcome, request.Opinion, submission?.Id);
        if (task.Task.Kind == TaskKind.Ruling)
        {
            await Rulings.RecordAsync(task, outcome == TaskOutcomes.Upheld, request.Opinion, cancellationToken);
        }

        return await task.Work.TakeAsync(
            new CaseAct(new TaskCompleted(task.Task.Id, task.By, outcome, submission?.Reference(), opinion) { Documents = [.. request.Promised] })
            {
                Submission = submission, Answers = answers.Value,
            },
            cancellationToken);
    }

    /// <summary>The ballot goes into its box, the event says only that somebody voted.</summary>
    private async Task<Result<Unit>> VoteAsync(TaskWork task, Request request, string outcome, CancellationToken cancellationToken)
    {
        if (request.Ballot is not { } choice)
        {
            return new Error("tasks.needsBallot") { Fields = [new FieldError("ballot", "tasks.needsBallot")] };
        }

        FormData? sheet = null;
        if (task.Task.Form is not null && choice != BallotChoice.Abstain)
        {
            var answers = await forms.SubmitAsync(task, request.Form, cancellationToken);
            if (!answers.IsSuccess)
            {
                return answers.Error;
            }

            sheet = answers.Value;
        }

        await BallotBox.CastAsync(task, choice, sheet, cancellationToken);
        task.Add(request.IdempotencyKey, outcome, null);
        return await task.Work.TakeAsync(new CaseAct(new TaskCompleted(task.Task.Id, task.By, outcome)), cancellationToken);
    }

    /// <summary>Who says no need not have filled in what a yes rests on.</summary>
    private async Task<Result<FormData?>> AnswersAsync(TaskWork task, Request request, string outcome, CancellationToken cancellationToken)
    {
        if (task.Task.Form is null || (TaskOutcomes.IsNegative(outcome) && request.Form is not { Count: > 0 }))
        {
            return (FormData?)null;
        }

        var answers = await forms.SubmitAsync(task, request.Form, cancellationToken);
        return answers.IsSuccess ? answers.Value : answers.Error;
    }
}
