using System.Collections.Immutable;

namespace Approvals.Feel;

/// <summary>What an evaluation gave.</summary>
/// <param name="Value">The value; null also where the expression's author made a mistake.</param>
/// <param name="Diagnostics">What went wrong on the way, in order, at most 50; not every diagnostic makes the value null.</param>
public readonly record struct FeelOutcome(FeelValue Value, ImmutableArray<FeelDiagnostic> Diagnostics);
