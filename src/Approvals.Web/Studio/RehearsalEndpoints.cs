using System.Text.Json;
using Approvals.Application.Rehearsals;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Web.Studio;

/// <summary>Plays a scenario under recording.</summary>
/// <param name="Scenario">The scenario as its file holds it: start, people, what is known, acts, and what is expected.</param>
internal sealed record RehearsalRequest(IReadOnlyDictionary<string, JsonElement> Scenario) : IRequest;

/// <summary>The sandbox: a scenario played on the real application, on a clock of its own, with nothing kept.</summary>
internal static class RehearsalEndpoints
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/studio/drafts/{id:guid}/rehearsals", Play).WithTags("Studio")
        .WithMetadata(new RequestSizeLimitAttribute(Rehearse.MostBytes));

    /// <summary>Plays the acts so far and says what waits for whom now; the same scenario gives the same answer.</summary>
    private static async Task<Results<Ok<RehearsalDto>, ErrorResult>> Play(
        Guid id, RehearsalRequest request, Rehearse rehearse, MessageCatalog texts, CurrentUser user, CancellationToken cancellationToken)
    {
        var played = await rehearse.HandleAsync(id, JsonSerializer.SerializeToElement(request.Scenario), user, cancellationToken);
        return played.Map(p => RehearsalDto.Of(p, texts, user.Language)).ToHttp();
    }
}
