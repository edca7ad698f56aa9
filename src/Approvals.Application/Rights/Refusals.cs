namespace Approvals.Application.Rights;

/// <summary>Why somebody may not do or see a thing.</summary>
public static class Refusals
{
    /// <summary>The rights do not reach so far.</summary>
    public static Error Forbidden { get; } = new("rights.forbidden", ErrorKind.Forbidden);

    /// <summary>There is no such thing, or nobody may know that there is.</summary>
    public static Error NotFound { get; } = new("rights.notFound", ErrorKind.NotFound);

    /// <summary>Somebody changed it meanwhile.</summary>
    public static Error Stale { get; } = new("rights.stale", ErrorKind.Conflict);
}
