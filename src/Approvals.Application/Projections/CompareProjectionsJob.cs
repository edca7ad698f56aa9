using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Jobs;

namespace Approvals.Application.Projections;

/// <summary>Every night: says in the audit which tasks and timers differ from the states of their cases. It mends nothing: a difference is a fault to be understood.</summary>
internal sealed class CompareProjectionsJob(ProjectionCheck check, AuditLog log, WriteTransaction transaction) : IJob
{
    private const int MostNamed = 100;

    public string Name => "projections.compare";

    public string DefaultCron => "0 15 3 ? * *";

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var (after, cases) = (context.Cursor is { } cursor ? Guid.Parse(cursor) : Guid.Empty, context.Progress);
        context.Plan(cases + await check.CountAsync(after, cancellationToken), "cases");
        while (await check.NextAsync(after, cancellationToken) is { Last: { } last } next)
        {
            (after, cases) = (last, cases + next.Cases);
            if (next.Differences.Count > 0)
            {
                log.Add(null, "projections.differ", "projections", $"{last}", Data(next.Differences));
                foreach (var difference in next.Differences.Take(MostNamed))
                {
                    context.Report(new Error(difference.Code) { Data = difference.Data }, difference.CaseNumber);
                }
            }

            await context.SaveAsync($"{after}", cases, cancellationToken);
        }

        log.Add(null, "projections.compared", "projections", "all", JsonSerializer.Serialize(new { cases }));
        await transaction.CommitAsync(cancellationToken);
    }

    private static string Data(IReadOnlyList<ProjectionDifference> differences) => JsonSerializer.Serialize(new
    {
        count = differences.Count,
        differences = differences.Take(MostNamed).Select(d => new { code = d.Code, @case = d.CaseNumber, bookmark = d.Bookmark }),
    });
}
