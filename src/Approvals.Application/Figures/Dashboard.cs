using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Figures;

/// <summary>
/// A lead's figures. Days that are over come from what is kept of each; the last ones are counted by their own instants; what runs and what
/// is overdue now comes from indexes that hold open rows alone. No page goes through all cases.
/// </summary>
public sealed class Dashboard(
    ApprovalsDbContext context, FigureScope scope, DayCount count, LiveFigures live, Offices offices, ServiceCatalog catalog, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>Days not kept yet that a look counts itself: the job keeps each in its first night.</summary>
    private const int MostLive = 3;

    private sealed record Sum(string RegionCode, string RegionPath, string ServiceCode, FigureDto Figure);

    private sealed record StepSum(string ServiceCode, string ActivityId, int Done, int WorkingDays, int Late, int Limited, int LateDays);

    private sealed record Open(string ServiceCode, string ActivityId, int Count, int Overdue);

    /// <summary>The figures.</summary>
    public async Task<Result<DashboardDto>> ReadAsync(FigureRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var view = await scope.OfAsync(request, user, cancellationToken);
        if (!view.IsSuccess)
        {
            return view.Error;
        }

        await using var connection = await HeldConnection.OpenAsync(context, cancellationToken);
        var (lately, missing) = await LatelyAsync(view.Value, cancellationToken);
        var days = await DaysAsync(view.Value, lately, cancellationToken);
        List<Sum> sums = [.. await KeptAsync(view.Value, cancellationToken), .. lately.SelectMany(f => f.Cases).Select(SumOf), .. await RunningAsync(view.Value, cancellationToken)];
        return new DashboardDto(
            view.Value.From,
            view.Value.To,
            missing,
            Together(sums),
            days,
            await RegionsAsync(view.Value, sums, user.Language, cancellationToken),
            await ServicesAsync(sums, user.Language, cancellationToken),
            await StepsAsync(view.Value, lately, user.Language, cancellationToken),
            await AroundAsync(view.Value, user, cancellationToken));
    }

    /// <summary>The figures of the days that are not kept yet, of what the lead may see; older ones that the job has not come to are missing.</summary>
    private async Task<(IReadOnlyList<DayFigures> Figures, int Missing)> LatelyAsync(FigureView view, CancellationToken cancellationToken)
    {
        var (from, to, today) = (view.From, view.To, calendar.Today(clock));
        var kept = await context.FiguredDays.Where(d => d.Day >= from && d.Day <= to).Select(d => d.Day).ToListAsync(cancellationToken);
        var first = await context.Cases.OrderBy(c => c.SubmittedAt).Select(c => (DateTimeOffset?)c.SubmittedAt).FirstOrDefaultAsync(cancellationToken);
        var begin = first is { } at ? calendar.Current.DayOf(at) : today;
        var open = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).Where(d => d >= begin && d <= today).Except(kept).Order().ToList();
        List<DayFigures> figures = [];
        foreach (var day in open.TakeLast(MostLive))
        {
            var whole = await live.OfAsync(day, () => count.OfAsync(day, cancellationToken));
            figures.Add(new DayFigures(
                [.. whole.Cases.Where(f => IsWithin(view, f.RegionPath, f.ServiceCode))], [.. whole.Steps.Where(f => IsWithin(view, f.RegionPath, f.ServiceCode))]));
        }

        return (figures, Math.Max(0, open.Count - MostLive));
    }

    private static bool IsWithin(FigureView view, string path, string service) =>
        view.Parts.Any(p => RegionPath.Covers(p.RegionPath, path) && (p.Service is null || p.Service == service));

    private IQueryable<DayFigure> Kept(FigureView view)
    {
        var (from, to) = (view.From, view.To);
        return context.DayFigures.Where(f => f.Day >= from && f.Day <= to).Where(CaseScope.Within<DayFigure>(view.Parts));
    }

    private async Task<IReadOnlyList<DayFigureDto>> DaysAsync(FigureView view, IReadOnlyList<DayFigures> lately, CancellationToken cancellationToken)
    {
        var kept = await Kept(view).GroupBy(f => f.Day)
            .Select(g => new DayFigureDto(g.Key, g.Sum(f => f.Submitted), g.Sum(f => f.Finished))).ToListAsync(cancellationToken);
        var known = kept.Concat(lately.SelectMany(f => f.Cases).GroupBy(f => f.Day).Select(g => new DayFigureDto(g.Key, g.Sum(f => f.Submitted), g.Sum(f => f.Finished))))
            .ToDictionary(d => d.Day);
        return
        [
            .. Enumerable.Range(0, view.To.DayNumber - view.From.DayNumber + 1).Select(view.From.AddDays)
                .Select(d => known.GetValueOrDefault(d) ?? new DayFigureDto(d, 0, 0)),
        ];
    }

    private async Task<IReadOnlyList<Sum>> KeptAsync(FigureView view, CancellationToken cancellationToken) =>
        [.. (await Kept(view).GroupBy(f => new { f.RegionCode, f.RegionPath, f.ServiceCode }).Select(g => new
            {
                g.Key,
                Submitted = g.Sum(f => f.Submitted),
                Finished = g.Sum(f => f.Finished),
                Granted = g.Sum(f => f.Granted),
                Refused = g.Sum(f => f.Refused),
                Late = g.Sum(f => f.Late),
                Limited = g.Sum(f => f.Limited),
                UsedDays = g.Sum(f => f.UsedDays),
                LateDays = g.Sum(f => f.LateDays),
            }).ToListAsync(cancellationToken))
            .Select(g => new Sum(g.Key.RegionCode, g.Key.RegionPath, g.Key.ServiceCode, new FigureDto(g.Submitted, g.Finished, g.Granted, g.Refused, g.Late, 0, 0)
            {
                Limited = g.Limited, UsedDays = g.UsedDays, LateDays = g.LateDays,
            }))];

    private static Sum SumOf(DayFigure figure) => new(
        figure.RegionCode, figure.RegionPath, figure.ServiceCode, new FigureDto(figure.Submitted, figure.Finished, figure.Granted, figure.Refused, figure.Late, 0, 0)
        {
            Limited = figure.Limited, UsedDays = figure.UsedDays, LateDays = figure.LateDays,
        });

    private async Task<IReadOnlyList<Sum>> RunningAsync(FigureView view, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var running = await context.Cases.Where(c => c.FinishedAt == null).Where(CaseScope.Within<Case>(view.Parts)).GroupBy(c => new { c.RegionPath, c.ServiceCode })
            .Select(g => new { g.Key, Running = g.Count(), Overdue = g.Count(c => c.DueAt < now) }).ToListAsync(cancellationToken);
        return [.. running.Select(g => new Sum(RegionPath.Codes(g.Key.RegionPath)[^1], g.Key.RegionPath, g.Key.ServiceCode, new FigureDto(0, 0, 0, 0, 0, g.Running, g.Overdue)))];
    }

    private static FigureDto Together(IEnumerable<Sum> sums) => sums.Aggregate(
        new FigureDto(0, 0, 0, 0, 0, 0, 0),
        (all, s) => new FigureDto(
            all.Submitted + s.Figure.Submitted, all.Finished + s.Figure.Finished, all.Granted + s.Figure.Granted, all.Refused + s.Figure.Refused,
            all.Late + s.Figure.Late, all.Running + s.Figure.Running, all.Overdue + s.Figure.Overdue)
        {
            Limited = all.Limited + s.Figure.Limited, UsedDays = all.UsedDays + s.Figure.UsedDays, LateDays = all.LateDays + s.Figure.LateDays,
        });

    /// <summary>One level below the region looked at; what lies at that region itself stands under its own name.</summary>
    private async Task<IReadOnlyList<PlacedFigureDto>> RegionsAsync(FigureView view, List<Sum> sums, string language, CancellationToken cancellationToken)
    {
        var depth = RegionPath.Codes(view.Region).Count;
        List<PlacedFigureDto> regions = [];
        foreach (var some in sums.GroupBy(s => RegionPath.Codes(s.RegionPath) is var codes && codes.Count > depth ? codes[depth] : codes[^1]).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            regions.Add(new PlacedFigureDto(some.Key, await offices.RegionAsync(some.Key, language, cancellationToken) ?? some.Key, Together(some)));
        }

        return regions;
    }

    private async Task<IReadOnlyList<PlacedFigureDto>> ServicesAsync(List<Sum> sums, string language, CancellationToken cancellationToken)
    {
        List<PlacedFigureDto> services = [];
        foreach (var some in sums.GroupBy(s => s.ServiceCode).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            services.Add(new PlacedFigureDto(some.Key, (await ServiceAsync(some.Key, cancellationToken))?.Service.Name.In(language) ?? some.Key, Together(some)));
        }

        return services;
    }

    private ValueTask<ServiceSnapshot?> ServiceAsync(string code, CancellationToken cancellationToken) => catalog.InForceAsync(code, calendar.Today(clock), cancellationToken);

    private async Task<IReadOnlyList<StepFigureDto>> StepsAsync(FigureView view, IReadOnlyList<DayFigures> lately, string language, CancellationToken cancellationToken)
    {
        var (from, to, now, kinds) = (view.From, view.To, clock.GetUtcNow(), DayCount.Kinds);
        var kept = await context.StepFigures.Where(f => f.Day >= from && f.Day <= to).Where(CaseScope.Within<StepFigure>(view.Parts))
            .GroupBy(f => new { f.ServiceCode, f.ActivityId })
            .Select(g => new StepSum(g.Key.ServiceCode, g.Key.ActivityId, g.Sum(f => f.Done), g.Sum(f => f.WorkingDays), g.Sum(f => f.Late), g.Sum(f => f.Limited), g.Sum(f => f.LateDays))).ToListAsync(cancellationToken);
        var open = await context.TaskItems.Where(t => t.ClosedAt == null && kinds.Contains(t.Kind) && t.State != TaskItemState.Frozen)
            .Where(CaseScope.Within<TaskItem>(view.Parts)).GroupBy(t => new { t.ServiceCode, t.ActivityId })
            .Select(g => new Open(g.Key.ServiceCode, g.Key.ActivityId, g.Count(), g.Count(t => t.DueAt < now))).ToListAsync(cancellationToken);
        var sums = kept.Concat(lately.SelectMany(f => f.Steps).Select(f => new StepSum(f.ServiceCode, f.ActivityId, f.Done, f.WorkingDays, f.Late, f.Limited, f.LateDays)))
            .ToLookup(s => (s.ServiceCode, s.ActivityId));
        List<StepFigureDto> steps = [];
        foreach (var key in sums.Select(s => s.Key).Union(open.Select(o => (o.ServiceCode, o.ActivityId))).OrderBy(k => k.ServiceCode, StringComparer.Ordinal))
        {
            var (service, some, waiting) = (await ServiceAsync(key.ServiceCode, cancellationToken), sums[key].ToList(), open.Find(o => (o.ServiceCode, o.ActivityId) == key));
            var done = some.Sum(s => s.Done);
            steps.Add(new StepFigureDto(
                key.ServiceCode, service?.Service.Name.In(language) ?? key.ServiceCode, key.ActivityId, service?.Package.Activity(key.ActivityId)?.DisplayName.In(language) ?? key.ActivityId,
                done, done == 0 ? null : Math.Round((decimal)some.Sum(s => s.WorkingDays) / done, 1), some.Sum(s => s.Late), waiting?.Count ?? 0, waiting?.Overdue ?? 0)
            {
                Limited = some.Sum(s => s.Limited), LateDays = some.Sum(s => s.LateDays),
            });
        }

        return steps;
    }

    private async Task<IReadOnlyList<OptionDto>> AroundAsync(FigureView view, CurrentUser user, CancellationToken cancellationToken)
    {
        List<OptionDto> around = [];
        var path = "";
        foreach (var code in RegionPath.Codes(view.Region))
        {
            path = RegionPath.Of(path, code);
            if (TeamRights.Grants(user).Any(g => RegionPath.Covers(g.RegionPath, path)) || path == view.Region)
            {
                around.Add(new OptionDto(code, await offices.RegionAsync(code, user.Language, cancellationToken) ?? code));
            }
        }

        return around;
    }
}
