namespace Approvals.Application.Cases;

public enum CommentAudience
{
    Staff,
    Everyone,
}

/// <summary>A remark beside a case; it never enters the engine.</summary>
public sealed class Comment
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid AuthorUserId { get; init; }

    public required string AuthorName { get; init; }

    public required CommentAudience Audience { get; init; }

    public string? Text { get; set; }

    public required DateTimeOffset At { get; init; }
}
