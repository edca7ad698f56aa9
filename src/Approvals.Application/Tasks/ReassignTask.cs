using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Rights;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;
using System.Text.Json;

namespace Approvals.Application.Tasks;

/// <summary>A lead gives tasks of a case to one of the own people, or back to their queue (改派): all of them or none, in one transaction.</summary>
public sealed class ReassignTask(CaseStepper stepper, ApprovalsDbContext context, TimeProvider time)
{
    /// <param name="Tasks">Tasks of one case.</param>
    /// <param name="To">Who gets them; null puts them back into their queue.</param>
    /// <param name="Reason">Why; kept as a remark for staff.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(IReadOnlyList<Guid> Tasks, Guid? To, string Reason, string IdempotencyKey)
    {
        /// <summary>The version of the task that was seen, where it is one.</summary>
        public string? Etag { get; init; }

        /// <summary>Who has them; a task that somebody else has by now is left alone.</summary>
        public Guid? From { get; init; }
    }

    public async Task<Result<ActDone>> HandleAsync(Request request, CurrentUser lead, CancellationToken cancellationToken)
    {
        if (!TeamRights.Leads(lead))
        {
            return Refusals.Forbidden;
        }

        var cases = await context.TaskItems.Where(t => request.Tasks.Contains(t.Id)).Select(t => t.CaseId).Distinct().ToListAsync(cancellationToken);
        return cases is [var only]
            ? await stepper.RunAsync(only, lead, work => ActAsync(work, request, lead, cancellationToken), cancellationToken)
            : new Error("tasks.unknown", ErrorKind.NotFound);
    }

    /// <summary>Whether a lead may hand a task to somebody, or back to its queue.</summary>
    internal static async Task<Error?> DecideAsync(ApprovalsDbContext context, TaskItem row, Case @case, CurrentUser? to, bool toQueue, CurrentUser lead, CancellationToken cancellationToken)
    {
        var holder = row.OwnerUserId is { } owner ? await HeldEverAsync(context, owner, cancellationToken) : [];
        return !TeamRights.MayAssign(lead, row, TeamRights.Leads(lead, holder)) ? Refusals.NotFound
            : CaseRights.MayDecide(lead, @case) is { IsSuccess: false, Error: { } own } ? own
            : toQueue ? (row.Candidates.Exists(c => CandidateKey.IsRole(c.Key)) ? null : new Error("tasks.noQueue", ErrorKind.Conflict))
            : to is null || !TeamRights.Leads(lead, to.Roles) || !TeamRights.MayReceive(to, row, holder) ? NobodyFits
            : null;
    }

    /// <summary>The assignments somebody holds or held: whoever left or moved is still handed over by the lead they had.</summary>
    internal static async Task<IReadOnlyList<RoleGrant>> HeldEverAsync(ApprovalsDbContext context, Guid user, CancellationToken cancellationToken) =>
        [.. await (
            from assignment in context.RoleAssignments.AsNoTracking()
            where assignment.UserId == user
            join organisation in context.Organisations.AsNoTracking() on assignment.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            orderby assignment.Id
            select new RoleGrant(
                assignment.Role, assignment.RegionCode, assignment.RegionPath, assignment.OrganisationId, assignment.ServiceCode, organisation == null ? null : organisation.Kind))
            .ToListAsync(cancellationToken)];

    private static Error NobodyFits { get; } = new("tasks.unknownPerson") { Fields = [new FieldError("to", "tasks.unknownPerson")] };

    private async Task<Result<ActDone>> ActAsync(CaseWork work, Request request, CurrentUser lead, CancellationToken cancellationToken)
    {
        var remark = StableId.Of(lead.Id, "reassign", $"{work.Case.Id:N}:{request.IdempotencyKey}");
        if (await work.Context.Comments.AnyAsync(c => c.Id == remark, cancellationToken))
        {
            return new ActDone(work.Case.Id);
        }

        var to = request.To is { } receiver ? await RoleGrants.ReadAsync(work.Context, receiver, time.GetUtcNow(), cancellationToken) : null;
        foreach (var id in request.Tasks)
        {
            if (await MoveAsync(work, id, to, request, remark, lead, cancellationToken) is { IsSuccess: false, Error: { } refused })
            {
                return refused;
            }
        }

        Messages.Add(work, lead, request.Reason, CommentAudience.Staff, remark);
        return new ActDone(work.Case.Id);
    }

    private static async Task<Result<Unit>> MoveAsync(CaseWork work, Guid id, CurrentUser? to, Request request, Guid remark, CurrentUser lead, CancellationToken cancellationToken)
    {
        if (work.Tasks.Find(t => t.Id == id) is not { } row)
        {
            return new Error("tasks.closed", ErrorKind.Conflict);
        }

        if (await DecideAsync(work.Context, row, work.Case, to, request.To is null, lead, cancellationToken) is { } refused)
        {
            return refused;
        }

        if ((request.Etag is { } seen && !Etag.Matches(row, seen)) || (request.From is { } from && row.OwnerUserId != from))
        {
            return new Error("tasks.changed", ErrorKind.Conflict);
        }

        var taken = await work.TakeAsync(
            new CaseAct(new Reassigned(row.BookmarkId, new Actor(lead.Id.ToString()), request.To?.ToString(), remark.ToString())), cancellationToken);
        if (taken.IsSuccess && to is not null && to.Id != lead.Id)
        {
            Announce(work, row, to.Id);
        }

        return taken;
    }

    private static void Announce(CaseWork work, TaskItem row, Guid to) => work.Context.Notifications.Add(new Notification
    {
        Id = work.Ids.Next(), UserId = to, CaseId = row.CaseId, TaskId = row.Id, Template = "tasks.opened",
        Data = JsonSerializer.Serialize(new { number = row.CaseNumber, step = row.StepName }, JsonSerializerOptions.Web), At = work.Now,
    });
}
