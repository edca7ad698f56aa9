using Approvals.Application.Database;
using Approvals.Application.Tasks;
using Approvals.Bench.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.Persisting;

/// <summary>The use case that completes a task, on a flow of two reviews that follow each other for ever.</summary>
internal sealed class RealTransitions : ITransitions
{
    private readonly BenchHost _host;
    private readonly List<Guid> _cases = [];
    private int _acts;

    private RealTransitions(BenchHost host) => _host = host;

    public string Name => "use case";

    public static async Task<RealTransitions> CreateAsync(BenchHost host, int cases)
    {
        var transitions = new RealTransitions(host);
        var applicant = await host.ApplicantAsync();
        for (var i = 0; i < cases; i++)
        {
            transitions._cases.Add(await host.SubmitAsync("ring", applicant));
        }

        return transitions;
    }

    public Task<Guid> OpenTaskAsync(int caseIndex) => _host.InScopeAsync(async services =>
    {
        var (id, context) = (_cases[caseIndex], services.GetRequiredService<ApprovalsDbContext>());
        var open = await context.TaskItems.Where(t => t.CaseId == id && t.State == TaskItemState.Open).Select(t => t.Id).ToListAsync();
        return open is [var task] ? task : throw new InvalidOperationException(await WhyAsync(context, id));
    });

    public async Task StepAsync(int caseIndex, Guid task)
    {
        var act = _acts++;
        var request = new CompleteTask.Request(task, null, "approve", $"bench-{act}");
        BenchHost.Require(await _host.InScopeAsync(services => services.GetRequiredService<CompleteTask>().HandleAsync(
            request, _host.Reviewers[act / _cases.Count % 2], CancellationToken.None)));
    }

    public Task<IReadOnlyDictionary<string, long>> RowsAsync() =>
        _host.InScopeAsync(services => RowCounts.ReadAsync(services.GetRequiredService<ApprovalsDbContext>()));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<string> WhyAsync(ApprovalsDbContext context, Guid id)
    {
        var incidents = await context.Incidents.Where(i => i.CaseId == id).Select(i => i.Code + " " + i.Data).ToListAsync();
        return $"The case does not wait at one task: {string.Join("; ", incidents)}";
    }
}
