using System.ComponentModel.DataAnnotations;
using Approvals.Application.Administration;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.SignIn;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Administration;

/// <summary>Makes an account; its owner sets the password by the mail that goes out.</summary>
/// <param name="UserName">The sign-in name.</param>
/// <param name="Name">The full name.</param>
/// <param name="Email">The mail address.</param>
/// <param name="Kind">Applicant or staff.</param>
internal sealed record CreateAccountRequest(
    [property: StringLength(64, MinimumLength = 3), RegularExpression("[A-Za-z0-9._-]+")] string UserName,
    [property: StringLength(100, MinimumLength = 1)] string Name,
    [property: StringLength(200, MinimumLength = 3), EmailAddress] string Email,
    UserKind Kind) : IRequest;

/// <summary>Changes an account.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Email">The mail address.</param>
/// <param name="Disabled">Whether it may not sign in.</param>
internal sealed record ChangeAccountRequest(
    [property: StringLength(100, MinimumLength = 1)] string Name,
    [property: StringLength(200, MinimumLength = 3), EmailAddress] string Email,
    bool Disabled) : IRequest;

/// <summary>Gives a role.</summary>
/// <param name="Role">The role's code.</param>
/// <param name="Region">The region's code.</param>
/// <param name="Organisation">The organisation, or null.</param>
/// <param name="Service">The service's code, or null for all.</param>
internal sealed record AssignRoleRequest(
    [property: StringLength(50, MinimumLength = 1)] string Role,
    [property: StringLength(20, MinimumLength = 1)] string Region,
    Guid? Organisation = null,
    [property: StringLength(100)] string? Service = null) : IRequest;

/// <summary>Accounts, for system administrators; their roles, for security administrators.</summary>
internal static class PeopleEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/admin/people").WithTags("Administration");
        people.MapGet("/", List);
        people.MapPost("/", Create);
        people.MapPut("/{id:guid}", Change);
        people.MapPost("/{id:guid}/unlock", Unlock);
        people.MapPost("/{id:guid}/reset-two-factor", ResetTwoFactor);
        people.MapGet("/{id:guid}/roles", ListRoles);
        people.MapPost("/{id:guid}/roles", Assign);
        people.MapDelete("/{id:guid}/roles/{assignmentId:guid}", Remove);
    }

    /// <summary>Accounts by name, sign-in name or mail address.</summary>
    private static Task<Results<Ok<Page<AccountDto>>, ErrorResult>> List(
        string? q, string? cursor, AccountList accounts, CurrentUser user, CancellationToken cancellationToken) =>
        accounts.ListAsync(user, q, cursor, cancellationToken).ToHttp();

    /// <summary>Makes an account.</summary>
    private static Task<Results<Ok<AccountDto>, ErrorResult>> Create(
        CreateAccountRequest request, ManageAccount accounts, CurrentUser user, CancellationToken cancellationToken) =>
        accounts.CreateAsync(
            new ManageAccount.NewAccount(request.UserName, request.Name, request.Email, request.Kind == UserKind.Staff), user, cancellationToken).ToHttp();

    /// <summary>Changes an account; disabling it ends its sessions.</summary>
    private static Task<Results<Ok<AccountDto>, ErrorResult>> Change(
        Guid id, ChangeAccountRequest request, ManageAccount accounts, CurrentUser user, CancellationToken cancellationToken) =>
        accounts.ChangeAsync(id, new ManageAccount.Change(request.Name, request.Email, request.Disabled), user, cancellationToken).ToHttp();

    /// <summary>Unlocks an account after failed sign-ins.</summary>
    private static Task<Results<NoContent, ErrorResult>> Unlock(Guid id, ManageAccount accounts, CurrentUser user) =>
        accounts.UnlockAsync(id, user).ToNoContent();

    /// <summary>Takes the second factor away, so that its owner sets up a new one.</summary>
    private static Task<Results<NoContent, ErrorResult>> ResetTwoFactor(Guid id, ManageAccount accounts, CurrentUser user) =>
        accounts.ResetTwoFactorAsync(id, user).ToNoContent();

    /// <summary>The roles of an account.</summary>
    private static Task<Results<Ok<IReadOnlyList<RoleAssignmentDto>>, ErrorResult>> ListRoles(
        Guid id, RoleNames names, CurrentUser user, CancellationToken cancellationToken) => names.ReadAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Gives a role.</summary>
    private static Task<Results<Ok<RoleAssignmentDto>, ErrorResult>> Assign(
        Guid id, AssignRoleRequest request, AssignRole assign, CurrentUser user, CancellationToken cancellationToken) =>
        assign.HandleAsync(
            new AssignRole.Request(id, request.Role, request.Region, request.Organisation, request.Service), user, cancellationToken).ToHttp();

    /// <summary>Takes a role away.</summary>
    private static Task<Results<NoContent, ErrorResult>> Remove(
        Guid id, Guid assignmentId, RemoveRole remove, CurrentUser user, CancellationToken cancellationToken) =>
        remove.HandleAsync(id, assignmentId, user, cancellationToken).ToNoContent();
}
