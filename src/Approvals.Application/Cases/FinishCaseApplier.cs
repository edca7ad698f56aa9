using Approvals.Application.Children;
using Approvals.Application.Effects;
using Approvals.Application.Entitlements;
using Approvals.Application.WaitingLists;
using Approvals.Workflows;

namespace Approvals.Application.Cases;

/// <summary>Ends a case: its result stands, and the applicant may file again.</summary>
internal sealed class FinishCaseApplier : EffectApplier<FinishCase>
{
    private const string Granted = "granted";

    protected override async Task ApplyAsync(FinishCase effect, CaseWork work, CancellationToken cancellationToken)
    {
        work.Case.Result = effect.Result;
        work.Case.FinishedAt = work.Now;
        work.Case.OpenKey = null;
        await Renewals.TimelyRenewal.DecidedAsync(work, cancellationToken);
        await DutyRows.FinishedAsync(work, effect.Result == Granted, cancellationToken);
        await Family.FinishedAsync(work, effect.Result, cancellationToken);
        if (effect.Result != Granted)
        {
            await WaitingRows.ReturnTakenAsync(work, cancellationToken);
        }
    }
}
