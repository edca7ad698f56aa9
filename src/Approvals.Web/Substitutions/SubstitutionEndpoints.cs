using System.ComponentModel.DataAnnotations;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Substitutions;

/// <summary>Names who acts while somebody is away.</summary>
/// <param name="Person">Who is away; oneself, or for a lead one of the own people.</param>
/// <param name="Substitute">Who acts.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Reason">Why.</param>
/// <param name="Service">The service it is limited to, or null.</param>
internal sealed record SetSubstituteRequest(
    Guid Person, Guid Substitute, DateOnly From, DateOnly To, [property: StringLength(500, MinimumLength = 2)] string Reason,
    [property: StringLength(100)] string? Service = null) : IRequest;

/// <summary>A substitution was set.</summary>
/// <param name="Id">Its id.</param>
internal sealed record SubstitutionSetDto(string Id);

/// <summary>Who acts for whom while somebody is away.</summary>
internal static class SubstitutionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var substitutions = api.MapGroup("/substitutions").WithTags("Substitutions");
        substitutions.MapGet("/", Read);
        substitutions.MapGet("/colleagues", Search);
        substitutions.MapPost("/", Set);
        substitutions.MapDelete("/{id:guid}", End);
    }

    /// <summary>The reader's substitutions, and those of the people a lead leads.</summary>
    private static Task<Results<Ok<SubstitutionsDto>, ErrorResult>> Read(SubstitutionList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.ReadAsync(user, cancellationToken).ToHttp();

    /// <summary>Colleagues who could act for somebody, by a part of their name; at most fifty.</summary>
    private static Task<Results<Ok<IReadOnlyList<ColleagueDto>>, ErrorResult>> Search(
        string? q, Guid? person, SubstitutionList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.ColleaguesAsync(person, q, user, cancellationToken).ToHttp();

    /// <summary>Names a substitute; the same again changes nothing.</summary>
    private static async Task<Results<Ok<SubstitutionSetDto>, ErrorResult>> Set(
        SetSubstituteRequest request, SetSubstitute set, CurrentUser user, CancellationToken cancellationToken) =>
        (await set.HandleAsync(
            new SetSubstitute.Request(request.Person, request.Substitute, request.From, request.To, string.IsNullOrEmpty(request.Service) ? null : request.Service, request.Reason),
            user, cancellationToken)).Map(id => new SubstitutionSetDto(id.ToString())).ToHttp();

    /// <summary>Ends a substitution; one that is over stays so.</summary>
    private static Task<Results<NoContent, ErrorResult>> End(Guid id, EndSubstitution end, CurrentUser user, CancellationToken cancellationToken) =>
        end.HandleAsync(id, user, cancellationToken).ToNoContent();
}
