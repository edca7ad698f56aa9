using Approvals.Application.Database;
using Approvals.Application.Rights;

namespace Approvals.Application.Presence;

/// <summary>The same click done twice at once.</summary>
internal static class OneClick
{
    /// <summary>Does it; where somebody was faster it is looked at anew, once: what the faster one did may be the very same.</summary>
    internal static async Task<Result<T>> DoAsync<T>(ApprovalsDbContext context, Func<Task<Result<T>>> act)
    {
        var done = await act();
        if (done.IsSuccess || done.Error.Code != Refusals.Stale.Code)
        {
            return done;
        }

        context.ChangeTracker.Clear();
        return await act();
    }
}
