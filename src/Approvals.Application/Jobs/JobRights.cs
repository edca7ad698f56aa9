using Approvals.Application.Rights;

namespace Approvals.Application.Jobs;

/// <summary>Who sees how the product runs, and who may act on its jobs: neither learns anything of a case.</summary>
public static class JobRights
{
    /// <summary>Sees jobs, queues and nodes.</summary>
    public static bool Sees(CurrentUser user) => user.Has(Roles.Operator) || user.Has(Roles.SystemAdmin);

    /// <summary>Starts, stops and pauses jobs and changes when they run.</summary>
    public static bool Acts(CurrentUser user) => Sees(user);
}
