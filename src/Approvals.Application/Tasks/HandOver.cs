using System.Text.Json;
using Approvals.Application.Batches;
using Approvals.Application.Database;
using Approvals.Application.Limits;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tasks;

/// <summary>What would be handed over.</summary>
/// <param name="Person">Whose tasks.</param>
/// <param name="PersonName">Their name.</param>
/// <param name="Tasks">The open tasks, due first.</param>
/// <param name="Movable">How many of them can be handed on like this.</param>
/// <param name="More">Whether there are more than are shown.</param>
public sealed record HandoverDto(string Person, string PersonName, IReadOnlyList<HandoverTaskDto> Tasks, int Movable, bool More);

/// <summary>A task that would be handed over.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="Number">The case's number.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="StepName">The step.</param>
/// <param name="Due">Its limit.</param>
/// <param name="Movable">Whether it can be handed on.</param>
/// <param name="Why">Why not, or null.</param>
public sealed record HandoverTaskDto(string TaskId, string CaseId, string Number, string ServiceName, string StepName, DueDto Due, bool Movable, string? Why);

/// <summary>A lead hands over all open tasks of somebody who leaves, moves or falls ill: first shown, then done case by case in a batch.</summary>
public sealed class HandOver(ApprovalsDbContext context, OrderBatch batches, DueBadge badge, MessageCatalog texts, TimeProvider time)
{
    /// <summary>The kind of its batches.</summary>
    public const string Kind = "handover";

    private const int MostShown = 500;

    /// <param name="Person">Whose tasks.</param>
    /// <param name="To">Who gets them; null puts them back into their queues.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Person, Guid? To, string Reason, string IdempotencyKey);

    /// <summary>What would happen; nothing is changed.</summary>
    public async Task<Result<HandoverDto>> PreviewAsync(Guid person, Guid? to, CurrentUser lead, CancellationToken cancellationToken)
    {
        if (await NameAsync(person, lead, cancellationToken) is not { } name)
        {
            return Refusals.NotFound;
        }

        var rows = await Open(person).OrderBy(t => t.DueAt == null).ThenBy(t => t.DueAt).ThenBy(t => t.Id).Include(t => t.Candidates).Take(MostShown + 1).ToListAsync(cancellationToken);
        Guid[] ids = [.. rows.Select(r => r.CaseId).Distinct()];
        var cases = await context.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var receiver = to is { } id ? await RoleGrants.ReadAsync(context, id, time.GetUtcNow(), cancellationToken) : null;
        List<HandoverTaskDto> tasks = [];
        foreach (var row in rows.Take(MostShown))
        {
            var refused = await ReassignTask.DecideAsync(context, row, cases[row.CaseId], receiver, to is null, lead, cancellationToken);
            refused ??= receiver is not null && CaseRights.MayDecide(receiver, cases[row.CaseId]) is { IsSuccess: false } ? new Error("tasks.unknownPerson") : null;
            tasks.Add(new HandoverTaskDto(
                row.Id.ToString(), row.CaseId.ToString(), row.CaseNumber, row.ServiceName.In(lead.Language), row.StepName.In(lead.Language),
                badge.Of(row.DueAt, row.YellowAt, row.Limit is not null, row.IsProvisional), refused is null, refused is null ? null : texts.Format(Worded(refused), lead.Language)));
        }

        return new HandoverDto(person.ToString(), name, tasks, tasks.Count(t => t.Movable), rows.Count > MostShown);
    }

    /// <summary>Orders it; the batch says how far it is and what became of each case.</summary>
    public async Task<Result<Guid>> HandleAsync(Request request, CurrentUser lead, CancellationToken cancellationToken)
    {
        if (await NameAsync(request.Person, lead, cancellationToken) is null)
        {
            return Refusals.NotFound;
        }

        var receiver = request.To is { } to ? await RoleGrants.ReadAsync(context, to, time.GetUtcNow(), cancellationToken) : null;
        if (request.To is not null && (receiver is null || receiver.Id == request.Person || !TeamRights.Leads(lead, receiver.Roles)))
        {
            return new Error("tasks.unknownPerson") { Fields = [new FieldError("to", "tasks.unknownPerson")] };
        }

        var tasks = await Open(request.Person).Select(t => new { t.Id, t.CaseId, t.CaseNumber }).ToListAsync(cancellationToken);
        var cases = tasks.GroupBy(t => (t.CaseId, t.CaseNumber)).Select(g => (g.Key.CaseId, g.Key.CaseNumber, JsonSerializer.Serialize(g.Select(t => t.Id)))).ToList();
        var order = JsonSerializer.Serialize(new HandoverOrder(request.Person, request.To, request.Reason), JsonSerializerOptions.Web);
        return await batches.HandleAsync(new OrderBatch.Request(Kind, order, cases, request.IdempotencyKey), lead, cancellationToken);
    }

    /// <summary>The name of somebody the lead leads, or led; null for anybody else.</summary>
    private async Task<string?> NameAsync(Guid person, CurrentUser lead, CancellationToken cancellationToken) =>
        TeamRights.Leads(lead, await ReassignTask.HeldEverAsync(context, person, cancellationToken))
            ? await context.Users.Where(u => u.Id == person).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken)
            : null;

    private IQueryable<TaskItem> Open(Guid person)
    {
        string[] kinds = [nameof(Workflows.TaskKind.Accept), nameof(Workflows.TaskKind.Review), nameof(Workflows.TaskKind.Ruling), nameof(Workflows.TaskKind.Fill)];
        return context.TaskItems.AsNoTracking().Where(t => t.OwnerUserId == person && (t.State == TaskItemState.Open || t.State == TaskItemState.Claimed)
            && kinds.Contains(t.Kind) && !context.Cases.Any(c => c.Id == t.CaseId && (c.ApplicantUserId == person || c.FiledByUserId == person)));
    }

    /// <summary>What lies in another office is not shown as unknown but as out of reach.</summary>
    private static Error Worded(Error refused) => refused.Kind == ErrorKind.NotFound ? new Error("tasks.otherOffice") : refused;
}

/// <summary>What a handover asks, as its batch keeps it.</summary>
internal sealed record HandoverOrder(Guid From, Guid? To, string Reason);

/// <summary>Hands over what somebody has in one case.</summary>
internal sealed class HandoverWork(ReassignTask reassign) : ICaseBatchWork
{
    public string Kind => HandOver.Kind;

    public async Task<Result<Unit>> RunAsync(CaseBatch batch, CaseBatchItem item, CurrentUser by, CancellationToken cancellationToken)
    {
        var order = JsonSerializer.Deserialize<HandoverOrder>(batch.Order, JsonSerializerOptions.Web)!;
        var tasks = JsonSerializer.Deserialize<Guid[]>(item.Subject)!;
        var request = new ReassignTask.Request(tasks, order.To, order.Reason, batch.Id.ToString("N")) { From = order.From };
        return (await reassign.HandleAsync(request, by, cancellationToken)).Map(_ => Unit.Value);
    }
}
