namespace Approvals.Application.Experts;

/// <summary>The draws of a panel: who sits on it, who may be drawn and who not and why, and each draw as it was made.</summary>
/// <param name="Task">Id of the task of the draw while the reader may act on it, else null.</param>
/// <param name="Etag">To be sent with a draw; null as the task is.</param>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNumber">Its number.</param>
/// <param name="StepName">The step whose panel it is.</param>
/// <param name="FieldName">The experts' field; null for every field.</param>
/// <param name="Number">How many sit on the panel.</param>
/// <param name="Minimum">How many must take part before it can be convened.</param>
/// <param name="Vacant">How many seats are neither taken nor offered.</param>
/// <param name="IsConvened">Whether the panel meets already.</param>
/// <param name="Members">Who was drawn, and what became of it.</param>
/// <param name="Pool">Who may be drawn now, and who not and why; empty once nobody draws any more.</param>
/// <param name="Draws">The draws, the first first.</param>
public sealed record DrawDto(
    string? Task, string? Etag, string CaseId, string CaseNumber, string StepName, string? FieldName, int Number, int Minimum, int Vacant, bool IsConvened,
    IReadOnlyList<PanelMemberDto> Members, IReadOnlyList<PoolMemberDto> Pool, IReadOnlyList<PanelDrawDto> Draws);

/// <summary>What became of somebody's seat.</summary>
public enum SeatState
{
    /// <summary>Drawn, has not answered.</summary>
    Invited,

    /// <summary>Takes part.</summary>
    Seated,

    /// <summary>Stepped aside.</summary>
    SteppedAside,

    /// <summary>Did not answer.</summary>
    NoAnswer,
}

/// <summary>Somebody who was drawn.</summary>
/// <param name="User">The user's id.</param>
/// <param name="Name">The name.</param>
/// <param name="State">What became of the seat.</param>
/// <param name="Reason">Why the expert stepped aside, or null.</param>
public sealed record PanelMemberDto(string User, string Name, SeatState State, string? Reason);

/// <summary>An expert of the pool.</summary>
/// <param name="User">The user's id.</param>
/// <param name="Name">The name.</param>
/// <param name="Employer">The employer, or null.</param>
/// <param name="Reasons">Why the expert may not be drawn, in words; empty when nothing stands against it.</param>
public sealed record PoolMemberDto(string User, string Name, string? Employer, IReadOnlyList<string> Reasons);

/// <summary>A draw as it was made.</summary>
/// <param name="Number">Which one it is, from 1.</param>
/// <param name="At">When.</param>
/// <param name="By">Who drew.</param>
/// <param name="Reason">Why it was drawn again, or null.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Seats">How many seats were empty.</param>
/// <param name="Places">The pool as it stood, in the order of the draw.</param>
/// <param name="Repeats">Whether drawing again from what the case's event holds gives the same people.</param>
public sealed record PanelDrawDto(
    int Number, DateTimeOffset At, string By, string? Reason, string Seed, int Seats, IReadOnlyList<DrawPlaceDto> Places, bool Repeats);

/// <summary>What a draw made of an expert.</summary>
/// <param name="User">The user's id, which is what the seed is hashed with.</param>
/// <param name="Name">The name.</param>
/// <param name="Order">The place in the order of the draw, from 1; 0 for who could not be drawn.</param>
/// <param name="IsDrawn">Whether the expert was drawn.</param>
/// <param name="Reasons">Why the expert could not be drawn, in words.</param>
public sealed record DrawPlaceDto(string User, string Name, int Order, bool IsDrawn, IReadOnlyList<string> Reasons);
