using Approvals.Application.Cases;
using Approvals.Workflows;

namespace Approvals.Application.Effects;

/// <summary>Turns one kind of effect into rows of the step's transaction.</summary>
internal interface IEffectApplier
{
    public Type Effect { get; }

    /// <summary>Why the effect cannot be carried out; the activity then stands in an incident. Null when it can.</summary>
    public Task<Error?> RefusalAsync(Effect effect, CaseWork work, CancellationToken cancellationToken);

    public Task ApplyAsync(Effect effect, CaseWork work, CancellationToken cancellationToken);
}

/// <summary>Turns one kind of effect into rows of the step's transaction; it reads but never writes by itself.</summary>
internal abstract class EffectApplier<TEffect> : IEffectApplier
    where TEffect : Effect
{
    public Type Effect => typeof(TEffect);

    public Task<Error?> RefusalAsync(Effect effect, CaseWork work, CancellationToken cancellationToken) =>
        RefusalAsync((TEffect)effect, work, cancellationToken);

    public Task ApplyAsync(Effect effect, CaseWork work, CancellationToken cancellationToken) =>
        ApplyAsync((TEffect)effect, work, cancellationToken);

    /// <summary>Overridden where what is asked for may not be there.</summary>
    protected virtual Task<Error?> RefusalAsync(TEffect effect, CaseWork work, CancellationToken cancellationToken) => Task.FromResult<Error?>(null);

    protected abstract Task ApplyAsync(TEffect effect, CaseWork work, CancellationToken cancellationToken);
}
