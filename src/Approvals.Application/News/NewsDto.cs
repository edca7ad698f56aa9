namespace Approvals.Application.News;

/// <summary>A line in the reader's news.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What happened.</param>
/// <param name="CaseId">The case it is about, or null.</param>
/// <param name="CaseNumber">Its number, or null.</param>
/// <param name="ServiceName">The service, or null.</param>
/// <param name="LetterId">The letter to read, or null.</param>
/// <param name="TaskId">The task to do, while it waits; else null.</param>
/// <param name="At">When.</param>
/// <param name="Read">Whether it was read.</param>
public sealed record NewsDto(
    string Id, string Text, string? CaseId, string? CaseNumber, string? ServiceName, string? LetterId, string? TaskId, DateTimeOffset At, bool Read);

/// <summary>A page of news.</summary>
/// <param name="Items">The lines of this page.</param>
/// <param name="Next">The cursor of the next page, or null at the end.</param>
/// <param name="Unread">How many are not read yet.</param>
public sealed record NewsPageDto(IReadOnlyList<NewsDto> Items, string? Next, Paging.CountDto Unread);
