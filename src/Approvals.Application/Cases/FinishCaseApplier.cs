using Approvals.Application.Effects;
using Approvals.Workflows;

namespace Approvals.Application.Cases;

/// <summary>Ends a case: its result stands, and the applicant may file again.</summary>
internal sealed class FinishCaseApplier : EffectApplier<FinishCase>
{
    protected override Task ApplyAsync(FinishCase effect, CaseWork work, CancellationToken cancellationToken)
    {
        work.Case.Result = effect.Result;
        work.Case.FinishedAt = work.Now;
        work.Case.OpenKey = null;
        return Task.CompletedTask;
    }
}
