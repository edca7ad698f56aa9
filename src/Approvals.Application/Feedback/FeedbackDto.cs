using Approvals.Application.Limits;

namespace Approvals.Application.Feedback;

/// <summary>How far a rating or complaint has come.</summary>
public enum FeedbackStage
{
    /// <summary>Nothing has to be done about it.</summary>
    Noted,

    /// <summary>Whoever wrote it has to be called.</summary>
    Contact,

    /// <summary>It waits for its answer.</summary>
    Answer,

    /// <summary>It was answered.</summary>
    Answered,
}

/// <summary>A rating or a complaint.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="CaseId">The case it is about.</param>
/// <param name="CaseNumber">The case's number.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="Level">One (worst) to five (best), for a rating.</param>
/// <param name="Topic">What a complaint is about.</param>
/// <param name="TopicName">The same in words.</param>
/// <param name="Text">What was written, or null.</param>
/// <param name="Named">Whether it was given by name.</param>
/// <param name="By">Who wrote it, for the officer of a named one; else null.</param>
/// <param name="Mobile">How to reach them, for the officer of a named one; else null.</param>
/// <param name="At">When.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Due">Until when the next thing is to be done.</param>
/// <param name="ContactedAt">When they were called, or null.</param>
/// <param name="ContactedBy">Who called, or null.</param>
/// <param name="ContactNote">What was said then, or null.</param>
/// <param name="AnsweredAt">When it was answered, or null.</param>
/// <param name="AnsweredBy">Who answered, or null.</param>
/// <param name="Answer">The answer, or null.</param>
/// <param name="Outcome">What came out of a complaint, or null.</param>
/// <param name="OutcomeName">The same in words.</param>
/// <param name="Etag">The version that is shown.</param>
public sealed record FeedbackDto(
    string Id,
    FeedbackKind Kind,
    string CaseId,
    string CaseNumber,
    string ServiceName,
    int? Level,
    ComplaintTopic? Topic,
    string? TopicName,
    string? Text,
    bool Named,
    string? By,
    string? Mobile,
    DateTimeOffset At,
    FeedbackStage Stage,
    DueDto Due,
    DateTimeOffset? ContactedAt,
    string? ContactedBy,
    string? ContactNote,
    DateTimeOffset? AnsweredAt,
    string? AnsweredBy,
    string? Answer,
    ComplaintOutcome? Outcome,
    string? OutcomeName,
    string Etag);
