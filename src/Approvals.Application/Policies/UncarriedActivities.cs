using System.Collections.Frozen;
using System.Collections.Immutable;
using Approvals.Domain.Packages;

namespace Approvals.Application.Policies;

/// <summary>
/// Activities that the engine steps through and whose effects nothing here carries out yet. A package that uses one is named
/// when it is loaded, so that no case ever stands before a step that nobody can take.
/// </summary>
internal static class UncarriedActivities
{
    private static readonly FrozenSet<string> Types = FrozenSet.ToFrozenSet(
    [
        "Approvals.ChangeEntitlement", "Approvals.StartCase",
        "Elsa.PublishEvent", "Elsa.RunTask", "Elsa.SendEmail", "Elsa.SendHttpRequest", "Elsa.FlowSendHttpRequest",
    ], StringComparer.Ordinal);

    /// <summary>A problem for each use, in the flow and in the definitions it runs.</summary>
    internal static ImmutableArray<PackageProblem> In(ServicePackage package) =>
    [
        .. package.Workflow.Flows.Values.Prepend(package.Workflow).DistinctBy(w => w.DefinitionId)
            .SelectMany(w => w.Root.WithDescendants()).Where(a => Types.Contains(a.Type))
            .Select(a => new PackageProblem("workflow.json", "policies.activityNotCarriedOut") { Activity = a.Id }.With("type", a.Type)),
    ];
}
