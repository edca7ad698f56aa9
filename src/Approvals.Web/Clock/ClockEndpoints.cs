using Approvals.Infrastructure.Clock;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Clock;

/// <summary>The demonstration clock.</summary>
/// <param name="Now">Its time.</param>
internal sealed record ClockDto(DateTimeOffset Now);

/// <summary>Moves the demonstration clock forward.</summary>
/// <param name="To">Where to.</param>
internal sealed record MoveClockRequest(DateTimeOffset To) : IRequest;

/// <summary>The demonstration clock; Development only.</summary>
internal static class ClockEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/demo/clock", Read).WithTags("Demonstration");
        api.MapPost("/demo/clock", Move).WithTags("Demonstration");
    }

    /// <summary>The time of the demonstration.</summary>
    private static Ok<ClockDto> Read(TimeProvider clock) => TypedResults.Ok(new ClockDto(clock.GetUtcNow()));

    /// <summary>Moves the clock forward, never back; timers that have come due run with the pump's next round.</summary>
    private static Results<Ok<ClockDto>, ErrorResult> Move(MoveClockRequest request, DevelopmentClock clock) =>
        clock.MoveTo(request.To).Map(now => new ClockDto(now)).ToHttp();
}
