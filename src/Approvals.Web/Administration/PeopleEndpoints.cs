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
/// <param name="Reason">Why.</param>
/// <param name="Organisation">The organisation, or null.</param>
/// <param name="Service">The service's code, or null for all.</param>
/// <param name="From">The first day; null begins at once.</param>
/// <param name="To">The last day, or null.</param>
internal sealed record AssignRoleRequest(
    [property: StringLength(50, MinimumLength = 1)] string Role,
    [property: StringLength(20, MinimumLength = 1)] string Region,
    [property: StringLength(500, MinimumLength = 2)] string Reason,
    Guid? Organisation = null,
    [property: StringLength(100)] string? Service = null,
    DateOnly? From = null,
    DateOnly? To = null) : IRequest;

/// <summary>Takes a role away.</summary>
/// <param name="Reason">Why.</param>
/// <param name="LastDay">The last day on which it holds; null ends it at once.</param>
internal sealed record EndRoleRequest([property: StringLength(500, MinimumLength = 2)] string Reason, DateOnly? LastDay = null) : IRequest;

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
        people.MapPost("/{id:guid}/roles/{assignmentId:guid}/end", End);
        people.MapGet("/{id:guid}/access", Explain);
        people.MapGet("/{id:guid}/sign-ins", ListSignIns);
        api.MapGet("/me/sign-ins", ListOwnSignIns).WithTags("Account");
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

    /// <summary>The roles of an account: in force, to come and ended.</summary>
    private static Task<Results<Ok<IReadOnlyList<GrantDto>>, ErrorResult>> ListRoles(
        Guid id, GrantList grants, CurrentUser user, CancellationToken cancellationToken) => grants.ReadAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Gives a role; never to oneself.</summary>
    private static Task<Results<Ok<GrantDto>, ErrorResult>> Assign(
        Guid id, AssignRoleRequest request, AssignRole assign, CurrentUser user, CancellationToken cancellationToken) =>
        assign.HandleAsync(
            new AssignRole.Request(id, request.Role, request.Region, request.Organisation, request.Service, request.Reason)
            {
                From = request.From, To = request.To,
            },
            user,
            cancellationToken).ToHttp();

    /// <summary>Takes a role away, at once or after a last day; never the last administrator's.</summary>
    private static Task<Results<NoContent, ErrorResult>> End(
        Guid id, Guid assignmentId, EndRoleRequest request, EndRole end, CurrentUser user, CancellationToken cancellationToken) =>
        end.HandleAsync(new EndRole.Request(id, assignmentId, request.Reason, request.LastDay), user, cancellationToken).ToNoContent();

    /// <summary>Why somebody reads a case, or why not; who asks is kept in the audit.</summary>
    /// <param name="id">Who is asked about.</param>
    /// <param name="case">The case's number.</param>
    private static Task<Results<Ok<CaseAccessDto>, ErrorResult>> Explain(
        Guid id, string? @case, ExplainAccess explain, CurrentUser user, CancellationToken cancellationToken) =>
        explain.HandleAsync(new ExplainAccess.Request(id, @case), user, cancellationToken).ToHttp();

    /// <summary>When and from where somebody signed in or tried to.</summary>
    private static Task<Results<Ok<Page<SignInDto>>, ErrorResult>> ListSignIns(
        Guid id, string? cursor, SignInList signIns, CurrentUser user, CancellationToken cancellationToken) =>
        signIns.OfAsync(id, cursor, user, cancellationToken).ToHttp();

    /// <summary>When and from where oneself signed in, or somebody tried to.</summary>
    private static Task<Results<Ok<Page<SignInDto>>, ErrorResult>> ListOwnSignIns(
        string? cursor, SignInList signIns, CurrentUser user, CancellationToken cancellationToken) =>
        signIns.OwnAsync(cursor, user, cancellationToken).ToHttp();
}
