using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>A decision of a model.</summary>
/// <param name="Id">Its id in the file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Label">What people call it; its name where nothing else is said.</param>
/// <param name="Inputs">The input data it needs, directly or through other decisions, in order.</param>
/// <param name="Outputs">For a table of several outputs, their names; else empty.</param>
public sealed record DecisionInfo(string Id, string Name, string Label, ImmutableArray<DecisionInput> Inputs, ImmutableArray<string> Outputs);

/// <summary>An input that a decision needs.</summary>
/// <param name="Name">The name under which it is given.</param>
/// <param name="Type">Its type; <see cref="FeelType.Any"/> when the model does not say.</param>
public sealed record DecisionInput(string Name, FeelType Type);
