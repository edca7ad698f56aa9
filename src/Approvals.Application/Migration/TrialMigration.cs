using System.Collections.Immutable;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Migration;

/// <summary>Says what a migration would do: the place of each step, and for each case the very step the batch would take, without writing it.</summary>
public sealed class TrialMigration(ApprovalsDbContext context, IServiceScopeFactory scopes, MigrationPaths paths, MigrationWords words)
{
    private const int PageSize = 20;

    /// <summary>How many cases are counted when a plan is handed over.</summary>
    private const int MostCounted = 500;

    /// <param name="From">The version cases follow.</param>
    /// <param name="To">The version they shall follow.</param>
    /// <param name="Activities">Places that staff named: new id by old.</param>
    public sealed record Request(Guid From, Guid To, ImmutableSortedDictionary<string, string> Activities);

    /// <summary>Where each step would go.</summary>
    public async Task<Result<MigrationPlanDto>> PlanAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var path = await FindAsync(request, user, cancellationToken);
        if (!path.IsSuccess)
        {
            return path.Error;
        }

        var (from, to) = (path.Value.From, path.Value.To);
        var open = await context.Cases.CountAsync(c => c.ServiceVersionId == from.VersionId && c.FinishedAt == null, cancellationToken);
        var kinds = to.Package.Workflow.Activities.ToLookup(a => a.Type, a => new OptionDto(a.Id, $"{a.DisplayName.In(user.Language)} ({a.Id})"));
        var steps = path.Value.Places.Where(p => p.Activity.Type.StartsWith("Approvals.", StringComparison.Ordinal) || p.Found is PlaceFound.None)
            .Select(p => new StepPlaceDto(p.Activity.Id, p.Activity.DisplayName.In(user.Language), p.To?.Id, p.To?.DisplayName.In(user.Language), p.Found, [.. kinds[p.Activity.Type]]));
        return new MigrationPlanDto(from.Code, from.Number, to.Number, open, [.. steps]);
    }

    /// <summary>What would become of the cases under way, a page at a time.</summary>
    public async Task<Result<Page<TrialCaseDto>>> ListAsync(Request request, string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Place>(cursor);
        var path = after.IsSuccess ? await FindAsync(request, user, cancellationToken) : after.Error;
        if (!path.IsSuccess)
        {
            return path.Error;
        }

        var (place, last) = (after.Value?.Number ?? 0, after.Value?.Last ?? Guid.Empty);
        var cases = await OpenAsync(request.From, last, PageSize + 1, cancellationToken);
        List<TrialCaseDto> rows = [];
        foreach (var found in cases.Take(PageSize))
        {
            rows.Add(Shown(await TryAsync(found, path.Value, user, cancellationToken) with { Place = ++place }, found, user));
        }

        return new Page<TrialCaseDto>(rows, cases.Count > PageSize ? Cursor.Write(new Place(place, cases[PageSize - 1].Id)) : null);
    }

    /// <summary>What a plan would do, counted for whoever approves it.</summary>
    internal async Task<Result<MovingPlan>> CountAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var path = await FindAsync(request, user, cancellationToken);
        if (!path.IsSuccess)
        {
            return path.Error;
        }

        var open = await context.Cases.CountAsync(c => c.ServiceVersionId == request.From && c.FinishedAt == null, cancellationToken);
        var cases = await OpenAsync(request.From, Guid.Empty, MostCounted, cancellationToken);
        var possible = 0;
        foreach (var found in cases)
        {
            possible += (await TryAsync(found, path.Value, user, cancellationToken)).Possible ? 1 : 0;
        }

        return new MovingPlan(request.From, request.Activities, open, cases.Count, possible);
    }

    private Task<List<Case>> OpenAsync(Guid from, Guid after, int atMost, CancellationToken cancellationToken) => context.Cases.AsNoTracking()
        .Where(c => c.ServiceVersionId == from && c.FinishedAt == null && c.Id.CompareTo(after) > 0).OrderBy(c => c.Id).Take(atMost).ToListAsync(cancellationToken);

    /// <summary>Whoever plans need not be one who may know which cases there are.</summary>
    private static TrialCaseDto Shown(TrialCaseDto tried, Case head, CurrentUser user) =>
        PolicyRights.Migrates(user) || CaseRights.MayRead(user, head) ? tried : tried with { CaseId = null, Number = null, NewVariables = [] };

    private async Task<Result<MigrationPath>> FindAsync(Request request, CurrentUser user, CancellationToken cancellationToken) => PolicyRights.PlansMigration(user)
        ? await paths.PlanAsync(request.From, request.To, request.Activities, cancellationToken)
        : Refusals.Forbidden;

    /// <summary>In a scope of its own that is thrown away with everything the step put there.</summary>
    private async Task<TrialCaseDto> TryAsync(Case head, MigrationPath path, CurrentUser user, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var loaded = await scope.ServiceProvider.GetRequiredService<CaseWorkLoader>().LoadAsync(head.Id, user, cancellationToken);
        if (!loaded.IsSuccess)
        {
            return Impossible(head, loaded.Error, path, user);
        }

        var work = loaded.Value;
        var before = work.Tasks.ToDictionary(t => t.Id, t => (t.StepName, t.DueAt));
        var (state, due) = (work.State, work.Case.DueAt);
        var moved = await MigrateCase.MoveAsync(work, path, cancellationToken);
        return moved.IsSuccess ? await PossibleAsync(work, before, state, due, user, cancellationToken) : Impossible(head, moved.Error, path, user);
    }

    private TrialCaseDto Impossible(Case head, Error why, MigrationPath path, CurrentUser user) =>
        new(0, head.Id, head.Number, false, words.Of(why.Code, why.Data, path, user.Language), [], [], [], null, null);

    private static async Task<TrialCaseDto> PossibleAsync(
        CaseWork work, Dictionary<Guid, (LocalText Name, DateTimeOffset? Due)> before, WorkflowState state, DateTimeOffset? due, CurrentUser user, CancellationToken cancellationToken)
    {
        var holders = work.Tasks.Select(t => t.OwnerUserId).OfType<Guid>().Distinct().ToList();
        var names = await work.Context.Users.AsNoTracking().Where(u => holders.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        var tasks = work.Tasks.Where(t => t.State is TaskItemState.Open or TaskItemState.Claimed or TaskItemState.Frozen).Select(t =>
        {
            var was = before.GetValueOrDefault(t.Id);
            return new TrialTaskDto(
                t.StepName.In(user.Language), was.Name?.In(user.Language), t.OwnerUserId is { } owner ? names.GetValueOrDefault(owner) : null, Day(was.Due), Day(t.DueAt));
        });
        return new TrialCaseDto(
            0, work.Case.Id, work.Case.Number, true, null, [.. tasks],
            [.. work.State.Bookmarks.Select(b => work.StepName(b.Activity).In(user.Language)).Distinct()],
            [.. work.State.Variables.Where(v => !state.Variables.ContainsKey(v.Key)).Select(v => $"{v.Key} = {v.Value}")],
            Day(due), Day(work.Case.DueAt));

        DateOnly? Day(DateTimeOffset? instant) => instant is { } known ? work.Calendar.DayOf(known.AddTicks(-1)) : null;
    }

    private sealed record Place(int Number, Guid Last);
}
