using System.Globalization;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Presence;
using Approvals.Domain.Residency;
using Approvals.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation.Scenarios;

/// <summary>What happens around a yearly duty: the job opens the case of the check, and days of presence are entered meanwhile.</summary>
internal sealed class DutyActs(Stage stage)
{
    /// <summary>Does an act; null when it is none of these.</summary>
    internal Task<Error?>? Find(PersonAct act) => act.Act switch
    {
        "openCheck" => OpenAsync(act),
        "enterPresence" => EnterAsync(act),
        _ => null,
    };

    /// <summary>Runs the job's work of the day and takes up the case it opened.</summary>
    private async Task<Error?> OpenAsync(PersonAct act)
    {
        await stage.Simulator.InScopeAsync(async services =>
        {
            var (open, after) = (services.GetRequiredService<OpenObligations>(), OpenObligations.Place.Read(null));
            while (await open.NextAsync(after, CancellationToken.None) is { } chunk)
            {
                after = chunk.Last;
            }

            return Unit.Value;
        });
        await stage.Simulator.DrainAsync();
        var opened = await stage.Simulator.InScopeAsync(services => services.GetRequiredService<ApprovalsDbContext>().Cases.AsNoTracking()
            .Where(c => services.GetRequiredService<ApprovalsDbContext>().Obligations.Any(o => o.OpenedCaseId == c.Id) && c.FinishedAt == null)
            .Select(c => (Guid?)c.Id).FirstOrDefaultAsync());
        stage.CaseId = opened ?? stage.CaseId;
        return opened is null ? ApplicantActs.NoTask(act) : null;
    }

    private async Task<Error?> EnterAsync(PersonAct act)
    {
        var (user, form) = (await stage.UserAsync(act.By!), act.Form!.Value);
        DateOnly Day(string name) => DateOnly.ParseExact(form.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var kinds = form.GetProperty("proofs").EnumerateArray().Select(k => Enum.Parse<ProofKind>(k.GetString()!, ignoreCase: true)).ToList();
        var request = new EnterPresence.Request(stage.Cast.PersonOf(act.For ?? act.By!), act.For is null ? null : user.AgentOf.First(), Day("from"), Day("to"), kinds);
        return (await stage.Simulator.InScopeAsync(services => services.GetRequiredService<EnterPresence>().HandleAsync(request, user, CancellationToken.None))).Error;
    }
}
