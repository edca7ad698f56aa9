using Approvals.Application.Cases;
using Approvals.Workflows;

namespace Approvals.Application.Effects;

/// <summary>Turns one kind of effect into rows of the step's transaction.</summary>
internal interface IEffectApplier
{
    public Type Effect { get; }

    public Task ApplyAsync(Effect effect, CaseWork work, CancellationToken cancellationToken);
}

/// <summary>Turns one kind of effect into rows of the step's transaction; it reads but never writes by itself.</summary>
internal abstract class EffectApplier<TEffect> : IEffectApplier
    where TEffect : Effect
{
    public Type Effect => typeof(TEffect);

    public Task ApplyAsync(Effect effect, CaseWork work, CancellationToken cancellationToken) =>
        ApplyAsync((TEffect)effect, work, cancellationToken);

    protected abstract Task ApplyAsync(TEffect effect, CaseWork work, CancellationToken cancellationToken);
}
