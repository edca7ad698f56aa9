using Approvals.Application.Rights;
using Approvals.Workflows;

namespace Approvals.Application.Cases;

/// <summary>The applicant takes the application back (撤回), until something has been granted.</summary>
public sealed class WithdrawCase(CaseStepper stepper)
{
    /// <param name="Case">The case.</param>
    /// <param name="Reason">Why, in the applicant's words; kept as a message on the case.</param>
    public sealed record Request(Guid Case, string? Reason);

    public Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        stepper.RunAsync(request.Case, user, work => ActAsync(work, request, user, cancellationToken), cancellationToken);

    private static async Task<Result<Unit>> ActAsync(CaseWork work, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!CaseRights.ActsAsApplicant(user, work.Case))
        {
            return new Error("cases.notYours", ErrorKind.Forbidden);
        }

        if (work.Case.FinishedAt is not null)
        {
            return work.Case.Result == "withdrawn" ? Unit.Value : new Error("cases.finished", ErrorKind.Conflict);
        }

        var reason = Messages.Add(work, user, request.Reason);
        var by = new Actor(user.Id.ToString(), CaseRights.IsOwn(user, work.Case) ? null : work.Applicant.FlowId);
        var taken = await work.TakeAsync(new CaseAct(new Withdrawn(by, reason?.Id.ToString())), cancellationToken);
        return taken is { IsSuccess: false, Error.Code: "workflow.alreadyGranted" } ? new Error("cases.tooLate", ErrorKind.Conflict) : taken;
    }
}
