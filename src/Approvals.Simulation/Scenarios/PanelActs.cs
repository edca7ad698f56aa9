using Approvals.Application.Database;
using Approvals.Application.Experts;
using Approvals.Application.Tasks;
using Approvals.Application.Votes;
using Approvals.Domain.Scenarios;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation.Scenarios;

/// <summary>What is done around a panel: drawing, taking the seats, voting.</summary>
internal sealed class PanelActs(Stage stage, OfficeActs office)
{
    /// <summary>Does an act; null when it is none of these.</summary>
    internal Task<Error?>? Find(PersonAct act) => (act.Act, act.By) switch
    {
        ("vote", null) => VoteAsync(act),
        ("takePart", null) => TakePartAsync(act),
        ("draw", { } by) => DrawAsync(act, by),
        _ => null,
    };

    /// <summary>Each member of the panel casts a ballot.</summary>
    private async Task<Error?> VoteAsync(PersonAct act)
    {
        foreach (var (member, choice) in act.Ballots)
        {
            var user = await stage.UserAsync(member);
            var failed = await office.OnTaskAsync<CompleteTask, ActDone>(act, user, (use, task) => use.HandleAsync(
                new CompleteTask.Request(task.Id, Etag.Of(task), "vote", stage.Click())
                {
                    Ballot = Enum.Parse<BallotChoice>(choice, ignoreCase: true), Form = OfficeActs.Values(act),
                },
                user,
                CancellationToken.None));
            if (failed is not null)
            {
                return failed;
            }
        }

        return null;
    }

    /// <summary>Everybody who was drawn and has not answered takes the seat.</summary>
    private async Task<Error?> TakePartAsync(PersonAct act)
    {
        foreach (var member in await InvitedAsync(act))
        {
            var failed = await office.DecideAsync(act, await stage.UserAsync(member));
            if (failed is not null)
            {
                return failed;
            }
        }

        return null;
    }

    private async Task<Error?> DrawAsync(PersonAct act, string by)
    {
        var (user, without) = (await stage.UserAsync(by), act.Without.Append(act.To).OfType<string>().Select(stage.Cast.UserOf).ToList());
        return await office.OnTaskAsync<DrawExperts, ActDone>(act, user, (use, task) => use.HandleAsync(
            new DrawExperts.Request(task.Id, Etag.Of(task), without, act.Reason, stage.Click()), user, CancellationToken.None));
    }

    private async Task<IReadOnlyList<string>> InvitedAsync(PersonAct act) => await stage.Simulator.InScopeAsync(async services =>
    {
        var open = await services.GetRequiredService<ApprovalsDbContext>().TaskItems.AsNoTracking().Include(t => t.Candidates)
            .Where(t => t.CaseId == stage.CaseId && t.ActivityId == act.Activity && t.Kind == nameof(TaskKind.Invitation) && t.ClosedAt == null).ToListAsync();
        return (IReadOnlyList<string>)[.. stage.Cast.Keys.Where(k => open.Exists(t => t.Candidates.Exists(c => c.Key == CandidateKey.User(stage.Cast.UserOf(k)))))];
    });
}
