using Approvals.Application.Database;

namespace Approvals.Application.Feedback;

public enum FeedbackKind
{
    /// <summary>好差评.</summary>
    Rating,

    /// <summary>投诉.</summary>
    Complaint,
}

/// <summary>What a complaint is about.</summary>
public enum ComplaintTopic
{
    Delay,
    Conduct,
    Documents,
    Fees,
    Result,
    Other,
}

/// <summary>What came out of a complaint.</summary>
public enum ComplaintOutcome
{
    Upheld,
    PartlyUpheld,
    NotUpheld,
}

/// <summary>
/// A rating of five levels or a complaint. What was written lies encrypted under the key of who wrote it. Complaints and the
/// lowest named ratings have an officer who first gets in touch and then answers, each within a limit of its own.
/// </summary>
public sealed class CaseFeedback : IVersioned
{
    public required Guid Id { get; init; }

    public required FeedbackKind Kind { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    public required string ServiceCode { get; init; }

    public required LocalText ServiceName { get; init; }

    public required string RegionCode { get; init; }

    public required string RegionPath { get; init; }

    public required Guid ByUserId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>The key of who wrote it.</summary>
    public required Guid KeyId { get; init; }

    /// <summary>One (worst) to five (best), for a rating.</summary>
    public int? Level { get; init; }

    /// <summary>What a complaint is about.</summary>
    public ComplaintTopic? Topic { get; init; }

    /// <summary>Whether the officer learns who wrote it.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>What was written, encrypted; null where nothing was.</summary>
    public byte[]? Text { get; set; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Whether an officer has to see to it.</summary>
    public required bool NeedsAnswer { get; init; }

    /// <summary>The first instant that is late for getting in touch; null without a limit.</summary>
    public DateTimeOffset? ContactDueAt { get; init; }

    public DateTimeOffset? ContactYellowAt { get; init; }

    /// <summary>The limit for getting in touch as JSON, from which its instants follow.</summary>
    public string? ContactLimit { get; init; }

    /// <summary>The first instant that is late for the answer; null without a limit.</summary>
    public DateTimeOffset? AnswerDueAt { get; init; }

    public DateTimeOffset? AnswerYellowAt { get; init; }

    /// <summary>The limit for the answer as JSON.</summary>
    public string? AnswerLimit { get; init; }

    public bool IsProvisional { get; init; }

    public DateTimeOffset? ContactedAt { get; set; }

    public string? ContactedByName { get; set; }

    /// <summary>What was said then, encrypted.</summary>
    public byte[]? ContactNote { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public Guid? AnsweredByUserId { get; set; }

    public string? AnsweredByName { get; set; }

    /// <summary>The answer, encrypted.</summary>
    public byte[]? Answer { get; set; }

    public ComplaintOutcome? Outcome { get; set; }

    public int Version { get; set; }

    /// <summary>Where one of its texts belongs; it opens nowhere else.</summary>
    public static string Place(Guid id, string part) => $"feedback:{id:N}:{part}";
}
