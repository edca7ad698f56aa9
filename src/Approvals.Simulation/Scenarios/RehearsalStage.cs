using System.Collections.Immutable;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Policies;
using Approvals.Application.Rehearsals;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Application.WorkTasks;
using Approvals.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation.Scenarios;

/// <summary>Plays a scenario that is being recorded. What the packages compile to is kept for the next act.</summary>
internal sealed class RehearsalStage(ReferenceData reference) : IRehearsalStage, IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private SimulationTemplate? _template;
    private string _hash = "";

    /// <inheritdoc />
    public async Task<Rehearsal> PlayAsync(PackageTree packages, string service, Scenario scenario, string language, CancellationToken cancellationToken)
    {
        // One at a time: it takes a database in memory and a moment of two cores.
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var template = await TemplateAsync(packages, cancellationToken);
            await using var simulator = await template.StartAsync(scenario.Start, cancellationToken);
            var stage = new Stage(simulator, await Cast.MakeAsync(simulator, scenario, service), service);
            var (done, failed) = await PlayAsync(stage, scenario, cancellationToken);
            var (run, _, replay) = await Observation.OfAsync(stage);
            ImmutableArray<Error> differences = failed is null ? ScenarioComparison.Compare(scenario.Expect, run) : [];
            return new Rehearsal(simulator.Now, done, failed, await TasksAsync(stage), run, replay is null ? differences : differences.Add(replay));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_template is not null)
        {
            await _template.DisposeAsync();
        }

        _gate.Dispose();
    }

    private async Task<SimulationTemplate> TemplateAsync(PackageTree packages, CancellationToken cancellationToken)
    {
        var hash = string.Join('/', packages.Packages.Select(p => Convert.ToHexString(p.Hash())).Append(Convert.ToHexString(PackageFolder.HashOf(packages.Shared))));
        if (_template is { } known && _hash == hash)
        {
            return known;
        }

        if (_template is not null)
        {
            await _template.DisposeAsync();
            _template = null;
        }

        _template = await SimulationTemplate.CreateAsync(packages, reference, cancellationToken);
        await _template.PutInForceAsync(cancellationToken);
        _hash = hash;
        return _template;
    }

    private static async Task<(int Done, Error? Failed)> PlayAsync(Stage stage, Scenario scenario, CancellationToken cancellationToken)
    {
        for (var number = 0; number < scenario.Acts.Length; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await ScenarioRunner.PlayAsync(stage, scenario with { Acts = [scenario.Acts[number]] }, cancellationToken) is { } failed)
            {
                return (number, failed.With("act", $"{number + 1}"));
            }
        }

        return (scenario.Acts.Length, null);
    }

    /// <summary>What waits now, and what the first who may do it sees.</summary>
    private static async Task<ImmutableArray<RehearsedTask>> TasksAsync(Stage stage)
    {
        if (stage.CaseId is not { } id)
        {
            return [];
        }

        var rows = await stage.Simulator.InScopeAsync(s => s.GetRequiredService<ApprovalsDbContext>().TaskItems.AsNoTracking().Include(t => t.Candidates)
            .Where(t => t.CaseId == id && (t.State == TaskItemState.Open || t.State == TaskItemState.Claimed)).OrderBy(t => t.ReceivedAt).ThenBy(t => t.Id).ToListAsync());
        List<CurrentUser> people = [];
        foreach (var key in stage.Cast.Keys)
        {
            people.Add(await stage.UserAsync(key));
        }

        var form = await FormsAsync(stage, id);
        var tasks = ImmutableArray.CreateBuilder<RehearsedTask>();
        foreach (var row in rows)
        {
            var able = people.Where(p => TaskRights.MayAct(p, row)).ToList();
            var page = able.Count > 0 && TaskRights.IsOfAnOffice(row) ? await PageAsync(stage, row.Id, able[0]) : null;
            tasks.Add(new RehearsedTask(row.ActivityId, row.StepName, row.Kind, [.. able.Select(p => stage.Cast.KeyOf(p.Id)!)], row.DueAt, page, form(row.ActivityId)));
        }

        return tasks.ToImmutable();
    }

    private static async Task<WorkTaskDto?> PageAsync(Stage stage, Guid task, CurrentUser user)
    {
        var page = await stage.Simulator.InScopeAsync(s => s.GetRequiredService<WorkTaskPage>().ReadAsync(task, user, CancellationToken.None));
        return page.IsSuccess ? page.Value : null;
    }

    /// <summary>Which form a step shows, by its id.</summary>
    private static async Task<Func<string, string?>> FormsAsync(Stage stage, Guid id)
    {
        var package = await stage.Simulator.InScopeAsync(async s =>
        {
            var version = await s.GetRequiredService<ApprovalsDbContext>().Cases.Where(c => c.Id == id).Select(c => c.ServiceVersionId).SingleAsync();
            return (await s.GetRequiredService<ServiceCatalog>().FindAsync(version, CancellationToken.None)).Package;
        });
        return activity => package.Activity(activity) is { } known ? StartForm.IdOf(known) : null;
    }
}
