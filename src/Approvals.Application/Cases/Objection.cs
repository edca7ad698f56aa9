using Approvals.Application.Database;

namespace Approvals.Application.Cases;

/// <summary>An objection to a public notice; who objects and why is encrypted under the case's key.</summary>
public sealed class Objection : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid NoticeId { get; init; }

    public required Guid CaseId { get; init; }

    public Guid? FiledByUserId { get; init; }

    /// <summary>Name, contact and grounds as JSON, encrypted.</summary>
    public required byte[] Payload { get; init; }

    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>Whether it was upheld; null until ruled.</summary>
    public bool? Upheld { get; set; }

    public Guid? RuledByUserId { get; set; }

    public string? Ruling { get; set; }

    public DateTimeOffset? RuledAt { get; set; }

    public int Version { get; set; }
}
