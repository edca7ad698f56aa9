using Approvals.Application.Database;

namespace Approvals.Application.Organisations;

/// <summary>A company, an authority, a hospital: anything that people act for.</summary>
public sealed class Organisation : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>Unified social credit code, normalised.</summary>
    public required string Uscc { get; init; }

    public required string Name { get; set; }

    /// <summary>What it is, as packages name it in participants, such as <c>employer</c>.</summary>
    public required string Kind { get; init; }

    public required string RegionCode { get; set; }

    public required string RegionPath { get; set; }

    public DateTimeOffset? VerifiedAt { get; set; }

    public Guid? VerifiedByUserId { get; set; }

    public Guid? ProofDocumentId { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Into which it was merged: what it began goes on there.</summary>
    public Guid? SuccessorId { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public int Version { get; set; }
}
