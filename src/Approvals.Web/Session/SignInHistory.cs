using Approvals.Application.Database;
using Approvals.Application.People;

namespace Approvals.Web.Session;

/// <summary>Keeps every attempt to sign in, and signing out.</summary>
internal sealed class SignInHistory(ApprovalsDbContext context, IIdSource ids, TimeProvider clock)
{
    public async Task KeepAsync(HttpContext http, Guid? user, SignInOutcome outcome)
    {
        context.SignInAttempts.Add(new SignInAttempt
        {
            Id = ids.Next(),
            UserId = user,
            Outcome = outcome,
            At = clock.GetUtcNow(),
            Address = http.Connection.RemoteIpAddress?.ToString(),
            Agent = http.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent[..Math.Min(agent.Length, 200)] : null,
        });
        await context.SaveChangesAsync(http.RequestAborted);
    }
}
