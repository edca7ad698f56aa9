using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Replay;
using Approvals.Application.Timers;
using Approvals.Domain.Scenarios;
using Approvals.Simulation.Scenarios;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation.Replay;

/// <summary>Plays past cases on the real application, a database in memory for each.</summary>
internal sealed class PastCaseStage(ReferenceData reference) : IPastCaseStage
{
    /// <inheritdoc />
    public async Task<Result<IPastCasePlays>> OpenAsync(PackageTree version, CancellationToken cancellationToken)
    {
        var template = await SimulationTemplate.CreateAsync(version, reference, cancellationToken);
        if (!template.Import.Broken.IsEmpty)
        {
            await template.DisposeAsync();
            return new Error("replay.versionBroken", ErrorKind.Conflict);
        }

        await template.PutInForceAsync(cancellationToken);
        return new Plays(template);
    }

    private sealed class Plays(SimulationTemplate template) : IPastCasePlays
    {
        /// <summary>How far the platform may go on by itself after the last act.</summary>
        private static readonly TimeSpan Patience = TimeSpan.FromDays(400);

        public async Task<PlayedCase> PlayAsync(PastCase past, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var (acts, service, until) = (past.Acts, past.Row.ServiceCode, past.Row.FinishedAt ?? now);
            await using var simulator = await template.StartAsync(acts.Start, past.Told, cancellationToken);
            var stage = new Stage(simulator, await Cast.MakeAsync(simulator, acts, service), service);
            var open = await ActAsync(stage, acts, cancellationToken);
            if (open is null)
            {
                await simulator.AdvanceToAsync(until > simulator.Now ? until : simulator.Now, cancellationToken);
                open = past.Row.FinishedAt is not null ? await EndAsync(stage, cancellationToken) : null;
            }

            return new PlayedCase(await SeenAsync(stage), open);
        }

        public ValueTask DisposeAsync() => template.DisposeAsync();

        private static async Task<Error?> ActAsync(Stage stage, Scenario acts, CancellationToken cancellationToken)
        {
            foreach (var act in acts.Acts)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var at = act switch { PersonAct person => person.At!.Value, OutsideEvent outside => outside.At, OpenedByAnother opened => opened.At, _ => stage.Simulator.Now };
                await stage.Simulator.AdvanceToAsync(at > stage.Simulator.Now ? at : stage.Simulator.Now, cancellationToken);
                if (stage.CaseId is not null && await IsOverAsync(stage))
                {
                    return null;
                }

                if (await OneAsync(stage, act, cancellationToken) is { } refused)
                {
                    return refused;
                }

                await HoldOthersAsync(stage, cancellationToken);
            }

            return null;
        }

        private static async Task<Error?> OneAsync(Stage stage, ScenarioAct act, CancellationToken cancellationToken) => act switch
        {
            PersonAct person => await ScenarioRunner.ActAsync(stage, person) is { } refused && !await IsDoneAsync(stage, person)
                ? Told(refused, person.Activity, person.Outcome ?? person.Act) : null,
            OutsideEvent outside => await new OutsideActs(stage).HappenAsync(outside, cancellationToken) is { } refused
                ? Told(refused, outside.Activity, outside.Event.GetType().Name) : null,
            OpenedByAnother opened => await new OutsideActs(stage).OpenAsync(opened, cancellationToken) is { } refused ? Told(refused, null, nameof(Started)) : null,
            _ => null,
        };

        private static Error Told(Error refused, string? activity, string act) =>
            new Error(refused.Code == "simulation.noTask" ? "replay.noPlace" : "replay.refused", ErrorKind.Conflict)
                .With("activity", activity ?? "–").With("act", act).With("reason", refused.Code);

        /// <summary>Cases that this one started are there, but what becomes of them is told as it was: their own clocks stand still.</summary>
        private static Task<int> HoldOthersAsync(Stage stage, CancellationToken cancellationToken) => stage.Simulator.InScopeAsync(services =>
            services.GetRequiredService<ApprovalsDbContext>().Timers.Where(t => t.CaseId != stage.CaseId && t.State == TimerState.Pending)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.State, TimerState.Cancelled), cancellationToken));

        /// <summary>Further signatures on a step that fewer people sign here have no place and need none.</summary>
        private static async Task<bool> IsDoneAsync(Stage stage, PersonAct act) =>
            act.Activity is { } activity && stage.CaseId is not null && act.Act == "decide"
            && await StateAsync(stage) is { } state && state.Rounds.TryGetValue(activity, out var round) && round.Outcome == act.Outcome
            && state.Tasks.All(t => t.Activity != activity);

        private static async Task<Error?> EndAsync(Stage stage, CancellationToken cancellationToken)
        {
            if (!await IsOverAsync(stage) && !(await StateAsync(stage)).Tasks.Any())
            {
                await stage.Simulator.AdvanceToAsync(stage.Simulator.Now + Patience, cancellationToken);
            }

            if (await IsOverAsync(stage))
            {
                return null;
            }

            var state = await StateAsync(stage);
            return state.Incidents.FirstOrDefault() is { } incident
                ? new Error("replay.incident", ErrorKind.Conflict).With("activity", incident.Activity).With("reason", incident.Code)
                : new Error("replay.waits", ErrorKind.Conflict).With("activity", string.Join(", ", state.Bookmarks.Select(b => b.Activity).Distinct()));
        }

        private static Task<bool> IsOverAsync(Stage stage) => stage.Simulator.InScopeAsync(s =>
            s.GetRequiredService<ApprovalsDbContext>().Cases.AnyAsync(c => c.Id == stage.CaseId && c.FinishedAt != null));

        private static Task<WorkflowState> StateAsync(Stage stage) => stage.Simulator.InScopeAsync(async s => WorkflowState.FromJson(
            await s.GetRequiredService<ApprovalsDbContext>().CaseStates.Where(c => c.CaseId == stage.CaseId).Select(c => c.State).SingleAsync()));

        private static Task<SeenCase> SeenAsync(Stage stage) => stage.Simulator.InScopeAsync(async services =>
        {
            var row = await services.GetRequiredService<ApprovalsDbContext>().Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == stage.CaseId);
            if (row is null)
            {
                return SeenCase.Nothing;
            }

            var version = await services.GetRequiredService<ServiceCatalog>().FindAsync(row.ServiceVersionId, CancellationToken.None);
            var replayed = await services.GetRequiredService<ReplayCase>().HandleAsync(row.Number, CancellationToken.None);
            return SeenCase.Of(row.Result, version.Package.Workflow, replayed.Value.Steps);
        });
    }
}
