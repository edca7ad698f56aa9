using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Feel;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Outside;

/// <summary>Whoever did a task outside says so; the case goes on with the result.</summary>
public sealed class ReportOutsideTask(CaseStepper stepper, ApprovalsDbContext context)
{
    private const int LongestResult = 100_000;

    /// <param name="Task">The task.</param>
    /// <param name="Result">What came of it; null when there is nothing to say.</param>
    /// <param name="IdempotencyKey">Made for this one report.</param>
    public sealed record Request(Guid Task, IReadOnlyDictionary<string, JsonElement>? Result, string IdempotencyKey);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Has(Roles.Operator))
        {
            return Refusals.Forbidden;
        }

        var row = await context.OutsideRequests.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == request.Task && r.Kind == OutsideRequestKind.Task, cancellationToken);
        return row is null || !user.Roles.Any(g => Covers(g, row)) ? new Error("outside.unknownTask", ErrorKind.NotFound)
            : request.Result?.Values.Sum(v => v.GetRawText().Length) > LongestResult ? new Error("outside.resultTooLarge").With("max", $"{LongestResult}")
            : await stepper.RunAsync(row.CaseId, user, work => ActAsync(work, request, user, cancellationToken), cancellationToken);
    }

    private static async Task<Result<Unit>> ActAsync(CaseWork work, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await work.Context.OutsideRequests.SingleAsync(r => r.Id == request.Task, cancellationToken);
        if (row.State != OutsideRequestState.Open)
        {
            return row.DoneByUserId == user.Id && row.DoneKey == request.IdempotencyKey
                ? Unit.Value
                : new Error(row.State == OutsideRequestState.Done ? "outside.alreadyReported" : "workflow.replyGone", ErrorKind.Conflict);
        }

        (row.State, row.DoneAt, row.DoneByUserId, row.DoneKey) = (OutsideRequestState.Done, work.Now, user.Id, request.IdempotencyKey);
        work.Audit.Add(user.Id, "outside.reported", "outsideTask", row.Id.ToString(), caseId: work.Case.Id);
        var value = request.Result is { } result ? FeelJson.Read(JsonSerializer.SerializeToElement(result)) : FeelValue.Null;
        return await work.TakeAsync(new CaseAct(new ExternalReplied(row.Key, value)), cancellationToken);
    }

    private static bool Covers(RoleGrant grant, OutsideRequest row) =>
        grant.Role == Roles.Operator && RegionPath.Covers(grant.RegionPath, row.RegionPath) && (grant.Service is null || grant.Service == row.ServiceCode);
}
