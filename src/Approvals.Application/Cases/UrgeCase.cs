using System.Text.Json;
using Approvals.Application.Outbox;
using Approvals.Application.Presence;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;

namespace Approvals.Application.Cases;

/// <summary>The applicant asks whoever has the case to hurry (催办), or a lead or clerk does: once a day, and it never enters the engine.</summary>
public sealed class UrgeCase(CaseStepper stepper)
{
    /// <param name="Case">The case.</param>
    public sealed record Request(Guid Case);

    /// <param name="Told">How many people were told; tasks still in a queue show it to whoever looks.</param>
    public sealed record Urged(int Told);

    public Task<Result<Urged>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        stepper.RunAsync(request.Case, user, work => CaseRights.IsParty(user, work.Case) ? Task.FromResult(Act(work, user)) : OfStaffAsync(work, user, cancellationToken), cancellationToken);

    internal static Result<Unit> Decide(Case row, CurrentUser user, DateOnly today) =>
        !CaseRights.IsParty(user, row) ? new Error("cases.notYours", ErrorKind.Forbidden)
        : row.FinishedAt is not null ? new Error("cases.finished", ErrorKind.Conflict)
        : row.LastUrgedOn == today ? new Error("cases.alreadyUrged", ErrorKind.TooMany)
        : Unit.Value;

    /// <summary>Who checks a year asks the employer first, while it has something to confirm; others of the staff urge the steps.</summary>
    private static async Task<Result<Urged>> OfStaffAsync(CaseWork work, CurrentUser user, CancellationToken cancellationToken) =>
        work.Case.FinishedAt is null && AgentUrge.StepOf(work.Tasks, user) is { } step && await AgentUrge.OfAsync(work.Context, work.Case, cancellationToken) is { } open
            ? await AgentUrge.ActAsync(work, step, open, user, cancellationToken)
            : await StaffUrge.ActAsync(work, user, cancellationToken);

    private static Result<Urged> Act(CaseWork work, CurrentUser user)
    {
        if (Decide(work.Case, user, work.Today) is { IsSuccess: false, Error: { } refused })
        {
            return refused;
        }

        work.Case.LastUrgedOn = work.Today;
        work.Audit.Add(user.Id, "case.urged", "case", work.Case.Id.ToString(), caseId: work.Case.Id);
        var owners = work.Tasks.Where(t => t.State is TaskItemState.Open or TaskItemState.Claimed && t.OwnerUserId is { } owner && owner != user.Id).ToList();
        work.Context.Notifications.AddRange(owners.Select(t => new Notification
        {
            Id = work.Ids.Next(), UserId = t.OwnerUserId!.Value, CaseId = work.Case.Id, TaskId = t.Id, Template = "tasks.urged",
            Data = JsonSerializer.Serialize(new { number = work.Case.Number }, JsonSerializerOptions.Web), At = work.Now,
        }));
        return new Urged(owners.Count);
    }
}
