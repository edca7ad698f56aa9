using System.ComponentModel.DataAnnotations;
using Approvals.Application.Counter;
using Approvals.Application.Rights;
using Approvals.Web.Employers;
using Approvals.Web.Guides;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Counter;

/// <summary>Begins an application for somebody present.</summary>
/// <param name="Service">The service's code.</param>
/// <param name="Person">Who is present.</param>
/// <param name="DocumentSeen">Whether the clerk has compared the person with the document.</param>
internal sealed record FileAtCounterRequest(
    [property: StringLength(100, MinimumLength = 1)] string Service, NamedPersonRequest Person, bool DocumentSeen) : IRequest;

/// <summary>Clerks at the counter who file for people present.</summary>
internal static class CounterEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var counter = api.MapGroup("/counter").WithTags("Counter");
        counter.MapGet("/", Read);
        counter.MapPost("/drafts", Open).RequireRateLimiting(RateLimits.Search);
        counter.MapGet("/slips/{id:guid}", ReadSlip);
    }

    /// <summary>What can be filed, what was begun, and what was filed lately.</summary>
    private static Task<Results<Ok<CounterDto>, ErrorResult>> Read(CounterDesk desk, CurrentUser user, CancellationToken cancellationToken) =>
        desk.ReadAsync(user, cancellationToken).ToHttp();

    /// <summary>The slip for what was handed in at a task of somebody for whom a clerk filed.</summary>
    /// <param name="id">The task.</param>
    private static Task<Results<Ok<CounterSlipDto>, ErrorResult>> ReadSlip(Guid id, CounterSlip slip, CurrentUser user, CancellationToken cancellationToken) =>
        slip.ReadAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Opens a draft for somebody present, or the one that is there already.</summary>
    private static async Task<Results<Ok<DraftOpenedDto>, ErrorResult>> Open(
        FileAtCounterRequest request, FileAtCounter file, CurrentUser user, CancellationToken cancellationToken) =>
        (await file.HandleAsync(new FileAtCounter.Request(request.Service, request.Person.Find(), request.DocumentSeen), user, cancellationToken))
            .Map(o => new DraftOpenedDto(o.Id.ToString())).ToHttp();
}
