using Approvals.Application.Database;

namespace Approvals.Application.Cases;

public enum NoticeState
{
    Open,
    Ended,
    Withdrawn,
}

/// <summary>A case's public notice: only the fields the service names, masked as it says.</summary>
public sealed class PublicNotice : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    public required LocalText ServiceName { get; init; }

    public required string ActivityId { get; set; }

    public required int Round { get; init; }

    public required string RegionCode { get; init; }

    public required string RegionPath { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>JSON <c>[{"label","value"}]</c>, already masked; cleared when the notice comes down.</summary>
    public string? Fields { get; set; }

    public required NoticeState State { get; set; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; set; }

    public required DateTimeOffset EndsAt { get; set; }

    /// <summary>The engine's limit as JSON, from which the last day follows.</summary>
    public string? Limit { get; init; }

    /// <summary>The last day rests on a calendar that is not published yet.</summary>
    public bool IsProvisional { get; set; }

    public DateTimeOffset? TakenDownAt { get; set; }

    public int Version { get; set; }
}
