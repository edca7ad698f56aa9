namespace Approvals.Workflows;

/// <summary>Everything a step may know besides definition, state and event. Stored with the event, so that replay gives the same.</summary>
public sealed record StepContext
{
    /// <summary>The event's recorded instant; expressions see it as <c>now</c>.</summary>
    public required DateTimeOffset Instant { get; init; }

    /// <summary>The day of <see cref="Instant"/> where the office is; expressions see it as <c>today</c>.</summary>
    public required DateOnly Today { get; init; }

    /// <summary><c>case</c>, <c>applicant</c> and <c>form.&lt;formId&gt;.&lt;key&gt;</c>. Variables, today, now and facts are added by the engine.</summary>
    public required FeelContext Data { get; init; }

    /// <summary>The facts asked so far.</summary>
    public required FactSet Facts { get; init; }

    /// <summary>The decisions of the case's own snapshot.</summary>
    public required IDecisions Decisions { get; init; }
}

/// <summary>The decisions of a service version.</summary>
public interface IDecisions
{
    /// <summary>Evaluates a decision by name or id.</summary>
    public Result<DecisionResult> Evaluate(string decision, FeelContext inputs);
}
