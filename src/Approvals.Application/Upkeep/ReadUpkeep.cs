using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.Application.Nodes;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Upkeep;

/// <summary>How the product runs, for operators and administrators; nothing of it names a case or a person.</summary>
public sealed class ReadUpkeep(ApprovalsDbContext context, JobList jobs, QueueCounts queues, RunsByHour hours, ReadInterfaces interfaces, CalendarInForce calendar, TimeProvider time)
{
    private const int MostFaults = 20;
    private const int MostNodes = 50;
    private const int Most = 10_000;

    public async Task<Result<UpkeepDto>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var listed = await jobs.ListAsync(user, cancellationToken);
        if (!listed.IsSuccess)
        {
            return listed.Error;
        }

        var now = time.GetUtcNow();
        var waiting = await queues.ReadAsync(cancellationToken);
        var nodes = await context.ServerNodes.AsNoTracking().OrderByDescending(n => n.SeenAt).Take(MostNodes).ToListAsync(cancellationToken);
        var since = now.AddDays(-1);
        return new UpkeepDto(
            now, await FiguresAsync(waiting, nodes, now, cancellationToken), listed.Value, waiting,
            [.. nodes.OrderBy(n => now - n.SeenAt > ServerNode.Silence).ThenBy(n => n.StartedAt).Select(n => new NodeDto(n.Name, n.Release, n.StartedAt, n.SeenAt, now - n.SeenAt <= ServerNode.Silence, n.Steps))],
            await jobs.FaultsAsync(context.JobFaults.Where(f => f.At > since), MostFaults, user, cancellationToken),
            await hours.ReadAsync(cancellationToken), await interfaces.ReadAsync(user.Language, cancellationToken));
    }

    private async Task<UpkeepFiguresDto> FiguresAsync(IReadOnlyList<QueueDto> waiting, List<ServerNode> nodes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var alive = nodes.Where(n => now - n.SeenAt <= ServerNode.Silence).ToList();
        var today = calendar.Current.StartOf(calendar.Today(time));
        var slowest = alive.Where(n => n.Steps > 0).Select(n => (int?)n.StepMilliseconds).Max();
        return new UpkeepFiguresDto(
            waiting.Sum(q => q.Ready), waiting.Min(q => q.OldestReadyAt), alive.Sum(n => n.Steps), slowest,
            await context.JobFaults.CountAsync(f => f.BrokeRun && f.At >= today, cancellationToken), waiting.Sum(q => q.GivenUp),
            await context.Incidents.Where(i => i.ResolvedAt == null).Take(Most).CountAsync(cancellationToken));
    }
}
