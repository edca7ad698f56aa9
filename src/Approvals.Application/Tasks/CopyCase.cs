using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Outbox;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tasks;

/// <summary>Lets colleagues know of a case and read it (抄送); it asks nothing of them and never enters the engine.</summary>
public sealed class CopyCase(TaskRunner runner)
{
    /// <summary>How many at once.</summary>
    public const int Most = 20;

    /// <param name="Task">The task of whoever copies.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="People">To whom.</param>
    /// <param name="Note">What they should know.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Etag, IReadOnlyList<Guid> People, string? Note, string IdempotencyKey);

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, request.Etag, request.IdempotencyKey, user, task => ActAsync(task, request, user, cancellationToken), cancellationToken);

    private static async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (task.Refusal(TaskActs.Copy) is { } refusal)
        {
            return refusal;
        }

        var people = request.People.Distinct().ToList();
        if (people.Count is 0 or > Most)
        {
            return new Error("tasks.needsPeople") { Fields = [new FieldError("people", "tasks.needsPeople")] };
        }

        foreach (var person in people)
        {
            var colleague = await Colleagues.FindAsync(task.Work, person, cancellationToken);
            if (!colleague.IsSuccess)
            {
                return colleague.Error;
            }
        }

        var opinion = task.Add(request.IdempotencyKey, OpinionOutcomes.Copied, request.Note);
        if (await CaseCopies.AddAsync(task.Work, people, user.Id, Guid.Parse(opinion), cancellationToken) == 0)
        {
            return new Error("tasks.copiedAlready", ErrorKind.Conflict);
        }

        task.Work.Audit.Add(user.Id, "case.copied", "case", task.Work.Case.Id.ToString(), JsonSerializer.Serialize(new { people }), task.Work.Case.Id);
        return Unit.Value;
    }
}

/// <summary>Copies of a case as rows: one a person, however often it is copied to them.</summary>
internal static class CaseCopies
{
    /// <summary>Copies a case to those who have no copy yet, and returns how many these are.</summary>
    internal static async Task<int> AddAsync(CaseWork work, IReadOnlyCollection<Guid> people, Guid? by, Guid? opinion, CancellationToken cancellationToken)
    {
        var known = await work.Context.CaseCopies.Where(c => c.CaseId == work.Case.Id).Select(c => c.UserId).ToListAsync(cancellationToken);
        var added = people.Except(known).Except(work.Context.CaseCopies.Local.Where(c => c.CaseId == work.Case.Id).Select(c => c.UserId)).ToList();
        foreach (var person in added)
        {
            work.Context.CaseCopies.Add(new CaseCopy
            {
                CaseId = work.Case.Id, UserId = person, CopiedByUserId = by, OpinionId = opinion, At = work.Now,
            });
            if (by is not null)
            {
                work.Context.Notifications.Add(new Notification
                {
                    Id = work.Ids.Next(), UserId = person, CaseId = work.Case.Id, Template = "tasks.copied",
                    Data = JsonSerializer.Serialize(new { number = work.Case.Number }, JsonSerializerOptions.Web), At = work.Now,
                });
            }
        }

        return added.Count;
    }
}
