using Approvals.Application.Cases;
using Approvals.Workflows;

namespace Approvals.Application.Effects;

/// <summary>A line of the case's log needs no row of its own: the event stores its effects, and the log is read from there.</summary>
internal sealed class WriteLogApplier : EffectApplier<WriteLog>
{
    protected override Task ApplyAsync(WriteLog effect, CaseWork work, CancellationToken cancellationToken) => Task.CompletedTask;
}
