using System.Collections.Immutable;
using Approvals.Application.Calendars;
using Approvals.Application.Policies;
using Approvals.Application.Regions;
using Approvals.Feel;
using Approvals.Workflows;

namespace Approvals.Application.CaseViews;

/// <summary>The likely way ahead of a case whose answers are not opened: only its place is known.</summary>
public sealed class Foresight(CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>The steps that will likely come.</summary>
    /// <param name="service">The service's version.</param>
    /// <param name="state">Where the case stands; a new state for the guide.</param>
    /// <param name="regionPath">The region's path; null for a case that begins in a county.</param>
    public ImmutableArray<PredictedStep> Of(ServiceSnapshot service, WorkflowState state, string? regionPath)
    {
        IReadOnlyList<string> codes = regionPath is null ? ["province", "city", "county"] : RegionPath.Codes(regionPath);
        var place = FeelContext.Of(
            ("service", FeelValue.Of(service.Code)),
            ("province", FeelValue.Of(codes.ElementAtOrDefault(0))),
            ("city", FeelValue.Of(codes.ElementAtOrDefault(1))),
            ("county", FeelValue.Of(codes.ElementAtOrDefault(2))));
        var context = new StepContext
        {
            Instant = clock.GetUtcNow(), Today = calendar.Today(clock), Data = FeelContext.Of(("case", FeelValue.Of(place))), Facts = FactSet.Empty,
            Decisions = service.Package.Decisions,
        };
        return PredictedRoute.Of(service.Package.Workflow, state, context);
    }
}
