using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.SignIn;

/// <summary>
/// Makes an administrator from the command line: a new installation has nobody who could. Accounts and roles stay in
/// different hands (等保三级), so an installation begins with two.
/// </summary>
public sealed class CreateAdministrator(ApprovalsDbContext context, UserManager<User> users, AuditLog audit, IIdSource ids, TimeProvider time)
{
    /// <param name="UserName">The sign-in name.</param>
    /// <param name="Name">The name shown to others.</param>
    /// <param name="Email">The mail address, taken as confirmed.</param>
    /// <param name="Role">Which of the two administrators.</param>
    /// <param name="Password">The first password.</param>
    public sealed record Request(string UserName, string Name, string Email, string Role, string Password);

    public async Task<Result<Unit>> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        if (!Roles.IsAdministrator(request.Role))
        {
            return new Error("rights.unknownRole");
        }

        var top = await context.Regions.AsNoTracking().Where(r => r.ParentCode == null).OrderBy(r => r.Code).FirstOrDefaultAsync(cancellationToken);
        if (top is null)
        {
            return new Error("rights.unknownRegion", ErrorKind.Conflict);
        }

        var user = new User
        {
            Id = ids.Next(), UserName = request.UserName, DisplayName = request.Name, Email = request.Email, EmailConfirmed = true, IsStaff = true,
            LockoutEnabled = true, CreatedAt = time.Now(),
        };
        context.RoleAssignments.Add(new RoleAssignment
        {
            Id = ids.Next(), UserId = user.Id, Role = request.Role, RegionCode = top.Code, RegionPath = top.Path, ValidFrom = time.Now(),
        });
        audit.Add(null, "account.administratorCreated", "user", user.Id.ToString());
        var created = await users.CreateAsync(user, request.Password);
        return created.Succeeded ? Unit.Value : PasswordRules.ErrorOf(created);
    }
}
