using Approvals.Application.ApiKeys;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Microsoft.AspNetCore.Identity;

namespace Approvals.Application.SignIn;

/// <summary>Puts a new password in the place of the old one, and ends what the old one opened: other sessions, and keys of programs.</summary>
public sealed class ChangePassword(UserManager<User> users, RevokeApiKey keys, SignInSessions sessions, AuditLog audit, ApprovalsDbContext context)
{
    /// <summary>Changes the password of whoever asks; the session that asks goes on.</summary>
    public async Task<Result<Unit>> HandleAsync(
        User user, string current, string password, Guid? session, CurrentUser by, string? address, CancellationToken cancellationToken)
    {
        // Saved with the new password, or not at all.
        await keys.AddAllAsync(user.Id, cancellationToken);
        audit.Add(user.Id, "account.passwordChanged", "user", user.Id.ToString(), address: address);
        var result = await users.ChangePasswordAsync(user, current, password);
        if (!result.Succeeded)
        {
            context.ChangeTracker.Clear();
            return PasswordRules.ErrorOf(result);
        }

        return await sessions.EndAllAsync(user.Id, session, by, cancellationToken);
    }
}
