using Approvals.Application.Administration;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Administration;

/// <summary>Services, and the catalogues that administration chooses from.</summary>
internal static class OperationEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var admin = api.MapGroup("/admin").WithTags("Administration");
        admin.MapGet("/roles", ListRoles);
        admin.MapGet("/services", ListServices);
        api.MapGet("/regions", ListRegions).WithTags("Administration");
        api.MapGet("/organisations", ListOrganisations).WithTags("Administration");
    }

    /// <summary>The roles with what they may do.</summary>
    private static Results<Ok<IReadOnlyList<RoleMeaningDto>>, ErrorResult> ListRoles(RoleNames names, CurrentUser user) =>
        AdministrationRights.SeesPeople(user)
            ? TypedResults.Ok<IReadOnlyList<RoleMeaningDto>>(
                [.. Roles.All.Select(r => new RoleMeaningDto(r, names.NameOf(r, user.Language), names.MeaningOf(r, user.Language)))])
            : new ErrorResult(Refusals.Forbidden);

    /// <summary>The services with their versions and problems.</summary>
    private static Task<Results<Ok<IReadOnlyList<AdministeredServiceDto>>, ErrorResult>> ListServices(
        Operations operations, CurrentUser user, CancellationToken cancellationToken) =>
        operations.ServicesAsync(user, cancellationToken).ToHttp();

    /// <summary>The regions below one, or the top.</summary>
    private static async Task<Ok<IReadOnlyList<RegionDto>>> ListRegions(string? parent, Places places, CurrentUser user, CancellationToken cancellationToken) =>
        TypedResults.Ok(await places.RegionsAsync(string.IsNullOrEmpty(parent) ? null : parent, user.Language, cancellationToken));

    /// <summary>Organisations by name, at most fifty.</summary>
    private static Task<Results<Ok<IReadOnlyList<OrganisationDto>>, ErrorResult>> ListOrganisations(
        string? q, string? kind, Places places, CurrentUser user, CancellationToken cancellationToken) =>
        places.OrganisationsAsync(user, q, kind, cancellationToken).ToHttp();
}
