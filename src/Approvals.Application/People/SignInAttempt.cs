namespace Approvals.Application.People;

public enum SignInOutcome
{
    Succeeded,
    WrongPassword,
    UnknownUser,
    LockedOut,
    SecondFactorNeeded,
    WrongSecondFactor,
    Disabled,
    SignedOut,
}

/// <summary>One attempt to sign in.</summary>
public sealed class SignInAttempt
{
    public required Guid Id { get; init; }

    /// <summary>Null when the name belongs to nobody.</summary>
    public Guid? UserId { get; init; }

    public required SignInOutcome Outcome { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Address { get; init; }

    public string? Agent { get; init; }
}
