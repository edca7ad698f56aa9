namespace Approvals.Application.People;

/// <summary>
/// One browser in which somebody has signed in. The cookie names it, so that it can be ended from elsewhere: by its owner, by an
/// administrator, or with all others of the account.
/// </summary>
public sealed class SignInSession
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was last used, to the minute or so.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    public string? Address { get; init; }

    public string? Agent { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Who ended it: the owner, or an administrator.</summary>
    public Guid? EndedByUserId { get; set; }
}
