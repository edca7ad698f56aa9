using Approvals.Application.Database;

namespace Approvals.Application.People;

/// <summary>Somebody acts for a colleague who is away, on certain days and for all services or one. Ended, never deleted: acts refer to it.</summary>
public sealed class Substitution : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>Who is away.</summary>
    public required Guid PersonUserId { get; init; }

    /// <summary>Who acts instead.</summary>
    public required Guid SubstituteUserId { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Null for every service.</summary>
    public string? ServiceCode { get; init; }

    public required string Reason { get; init; }

    public required Guid CreatedByUserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public Guid? EndedByUserId { get; set; }

    public int Version { get; set; }
}
