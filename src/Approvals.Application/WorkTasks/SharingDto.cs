using Approvals.Workflows;

namespace Approvals.Application.WorkTasks;

/// <summary>How many colleagues an act asks for.</summary>
public enum PersonPick
{
    /// <summary>None, or one of those listed with the act.</summary>
    None,

    /// <summary>One, searched by name.</summary>
    One,

    /// <summary>One or more, searched by name.</summary>
    Many,
}

/// <summary>When an added signer signs.</summary>
/// <param name="Place">The code.</param>
/// <param name="Label">Its label.</param>
/// <param name="Consequence">What it means.</param>
public sealed record SignerPlaceDto(SignerPlace Place, string Label, string Consequence);

/// <summary>How far a limit may be made longer.</summary>
/// <param name="Length">The present length.</param>
/// <param name="Most">The greatest length.</param>
/// <param name="Unit">The unit in words.</param>
/// <param name="Until">The last day of the greatest length, or null while the clock stands.</param>
public sealed record ExtensionDto(int Length, int Most, string Unit, DateOnly? Until);

/// <summary>Who else takes part in a step and how.</summary>
/// <param name="Signing">Who decides the step, or null.</param>
/// <param name="Delegation">Who prepares the task for whom, or null.</param>
/// <param name="Question">What is asked, for a task of an opinion, or null.</param>
/// <param name="Asked">Opinions that were asked for at this task.</param>
/// <param name="Clock">The stop that stands, or null.</param>
/// <param name="Waits">What the reader waits for, in words, or null.</param>
public sealed record SharingDto(
    SigningDto? Signing, DelegationDto? Delegation, QuestionDto? Question, IReadOnlyList<AskedOpinionDto> Asked, StoppedClockDto? Clock, string? Waits);

/// <summary>Who decides a step.</summary>
/// <param name="Mode">AnyOf, AllOf, InSequence or Quota.</param>
/// <param name="Text">The rule and how it stands, in a sentence.</param>
/// <param name="People">Those who take part, in order.</param>
public sealed record SigningDto(string Mode, string Text, IReadOnlyList<SigningPersonDto> People);

/// <summary>Where somebody stands in a step.</summary>
public enum SigningStatus
{
    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Rejected.</summary>
    Rejected,

    /// <summary>Has the task now.</summary>
    Current,

    /// <summary>Comes later.</summary>
    Waiting,
}

/// <summary>Somebody who takes part in a step.</summary>
/// <param name="Name">A person, or an office from which one will take it.</param>
/// <param name="Status">Where they stand.</param>
/// <param name="Note">How they came in, or null.</param>
/// <param name="Me">Whether it is the reader.</param>
public sealed record SigningPersonDto(string Name, SigningStatus Status, string? Note, bool Me);

/// <summary>A task that somebody prepares for another.</summary>
/// <param name="By">Whose task it is.</param>
/// <param name="To">Who prepares it or did.</param>
/// <param name="Note">What they should look at, or null.</param>
/// <param name="Proposed">What they propose, or null while they prepare it.</param>
/// <param name="Opinion">What they wrote, or null.</param>
public sealed record DelegationDto(string By, string To, string? Note, string? Proposed, string? Opinion);

/// <summary>What somebody is asked.</summary>
/// <param name="By">Who asks.</param>
/// <param name="Text">What.</param>
/// <param name="At">When.</param>
public sealed record QuestionDto(string By, string Text, DateTimeOffset At);

/// <summary>An opinion that was asked for.</summary>
/// <param name="Of">Who was asked.</param>
/// <param name="Question">What.</param>
/// <param name="Text">The opinion; null while it is awaited.</param>
/// <param name="At">When it was given, or asked for.</param>
public sealed record AskedOpinionDto(string Of, string Question, string? Text, DateTimeOffset At);

/// <summary>A stop of the clock that stands.</summary>
/// <param name="Since">Since when.</param>
/// <param name="By">Who ordered it.</param>
/// <param name="Reason">Why.</param>
public sealed record StoppedClockDto(DateTimeOffset Since, string By, string? Reason);

/// <summary>Colleagues found by name.</summary>
/// <param name="Items">At most twenty.</param>
/// <param name="More">Whether there are more: a longer name finds fewer.</param>
public sealed record ColleaguesDto(IReadOnlyList<PersonChoiceDto> Items, bool More);
