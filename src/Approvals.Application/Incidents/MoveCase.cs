using Approvals.Application.CaseViews;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Limits;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Incidents;

/// <summary>
/// An operator moves a case to another step, with a reason (跳转环节). What it would do is shown first by the very same step, which is then
/// thrown away; a move after which the case could not end is refused.
/// </summary>
public sealed class MoveCase(CaseStepper stepper, CaseWorkLoader loader, Offices offices, DueBadge badge, MessageCatalog texts)
{
    private const int StatesToLookAt = 5_000;

    /// <param name="Case">The case.</param>
    /// <param name="Etag">The version of its state that was seen.</param>
    /// <param name="Execution">The place that is left.</param>
    /// <param name="To">The step it is put at.</param>
    public sealed record Move(Guid Case, string Etag, string Execution, string To);

    /// <param name="What">The move, as it was shown.</param>
    /// <param name="Reason">Why; kept as a remark for staff.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Move What, string Reason, string IdempotencyKey);

    /// <summary>Where the case stands and where it may go.</summary>
    public async Task<Result<MovableCaseDto>> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(id, user, cancellationToken);
        return loaded.Map(work => new MovableCaseDto(
            work.Case.Id.ToString(), work.Case.Number, work.Case.ServiceName.In(user.Language), work.Service.Number, Etag.Of(work.Row),
            [.. MovePlaces.Of(work.Service.Package.Workflow, work.State).Select(p => new MovePlaceDto(
                p.Execution, p.Activity.Id, p.Activity.DisplayName.In(user.Language),
                work.State.Incidents.FirstOrDefault(i => i.Execution == p.Execution)?.Describe(texts, user.Language),
                [.. p.Targets.Select(t => new OptionDto(t.Id, t.DisplayName.In(user.Language)))]))]));
    }

    /// <summary>What a move would do.</summary>
    public async Task<Result<MovePreviewDto>> PreviewAsync(Move move, CurrentUser user, CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(move.Case, user, cancellationToken);
        if (!loaded.IsSuccess)
        {
            return loaded.Error;
        }

        var work = loaded.Value;
        var before = work.Tasks.ToDictionary(t => t.Id, t => t.State);
        var closing = new List<MovedTaskDto>();
        foreach (var row in work.Tasks)
        {
            closing.Add(await TaskAsync(row, user, cancellationToken));
        }

        var tasks = work.Tasks.ToList();
        var (sent, asked) = (Sent(work), await TakeAsync(work, move, user, null, cancellationToken));
        if (!asked.IsSuccess)
        {
            return asked.Error;
        }

        List<MovedTaskDto> opening = [];
        foreach (var row in work.Tasks.Where(t => !before.ContainsKey(t.Id)))
        {
            opening.Add(await TaskAsync(row, user, cancellationToken));
        }

        var verdict = PathRules.CanEnd(work.Service.Package.Workflow, work.State, StatesToLookAt).Verdict;
        return new MovePreviewDto(
            [.. closing.Where((_, i) => tasks[i].State == TaskItemState.Closed)], opening,
            [.. MovePlaces.Of(work.Service.Package.Workflow, work.State).Select(p => p.Activity.DisplayName.In(user.Language)).Distinct()],
            Sent(work) - sent, [.. work.State.Incidents.Select(i => i.Describe(texts, user.Language))],
            verdict switch { PathVerdict.Holds => true, PathVerdict.Broken => false, _ => null });
    }

    /// <summary>Does it.</summary>
    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        AdministrationRights.MendsIncidents(user)
            ? stepper.RunAsync(request.What.Case, user, work => ActAsync(work, request, user, cancellationToken), cancellationToken)
            : Task.FromResult<Result<ActDone>>(Refusals.Forbidden);

    private static async Task<Result<ActDone>> ActAsync(CaseWork work, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (IncidentRights.MayMend(user, work.Case) is { IsSuccess: false, Error: { } refused })
        {
            return refused;
        }

        var remark = StableId.Of(user.Id, "move", $"{work.Case.Id:N}:{request.IdempotencyKey}");
        if (await work.Context.Comments.AnyAsync(c => c.Id == remark, cancellationToken))
        {
            return new ActDone(work.Case.Id);
        }

        Messages.Add(work, user, request.Reason, CommentAudience.Staff, remark);
        var taken = await TakeAsync(work, request.What, user, remark, cancellationToken);
        return !taken.IsSuccess ? taken.Error
            : PathRules.CanEnd(work.Service.Package.Workflow, work.State, StatesToLookAt).Verdict == PathVerdict.Broken ? new Error("incidents.moveCannotEnd", ErrorKind.Conflict)
            : new ActDone(work.Case.Id);
    }

    private async Task<Result<CaseWork>> LoadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.MendsIncidents(user))
        {
            return Refusals.Forbidden;
        }

        var loaded = await loader.LoadAsync(id, user, cancellationToken);
        return !loaded.IsSuccess || IncidentRights.MayMend(user, loaded.Value.Case) is not { IsSuccess: false, Error: { } refused } ? loaded : refused;
    }

    /// <summary>Takes the event on the loaded case; a refusal speaks of steps by their names.</summary>
    private static async Task<Result<Unit>> TakeAsync(CaseWork work, Move move, CurrentUser user, Guid? remark, CancellationToken cancellationToken)
    {
        if (!Etag.Matches(work.Row, move.Etag))
        {
            return Refusals.Stale;
        }

        var taken = await work.TakeAsync(
            new CaseAct(new MovedByAdministrator(move.Execution, move.To, new Actor(user.Id.ToString()), remark?.ToString())), cancellationToken);
        return taken.IsSuccess ? taken : taken.Error with
        {
            Data = taken.Error.Data.SetItems(taken.Error.Data.Where(d => work.Service.Package.Workflow.Running(d.Value) is not null)
                .Select(d => KeyValuePair.Create(d.Key, work.StepName(d.Value).In(user.Language))).ToList()),
        };
    }

    private static int Sent(CaseWork work) => work.Context.ChangeTracker.Entries<Outbox.OutboxMessage>().Count(e => e.State == EntityState.Added);

    private async Task<MovedTaskDto> TaskAsync(TaskItem row, CurrentUser user, CancellationToken cancellationToken) => new(
        row.StepName.In(user.Language), await WhoAsync(row, user.Language, cancellationToken), badge.Of(row.DueAt, row.YellowAt, row.Limit is not null, row.IsProvisional));

    private async Task<string?> WhoAsync(TaskItem row, string language, CancellationToken cancellationToken) =>
        await offices.OfAsync(row, language, cancellationToken);
}
