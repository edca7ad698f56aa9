using Approvals.Application.Database;

namespace Approvals.Application.Policies;

public enum ServiceVersionState
{
    /// <summary>Its author works on it.</summary>
    Draft,

    /// <summary>A second person is asked to publish it; its files change no more.</summary>
    Submitted,

    /// <summary>It binds submissions from its day on, until a later version does.</summary>
    Published,

    /// <summary>A later version took its place; cases that follow it go on with it.</summary>
    Retired,
}

/// <summary>One version of a service's package. Once submitted its files never change.</summary>
public sealed class ServiceVersion : IVersioned
{
    /// <summary>The pseudo service that holds what packages share.</summary>
    public const string SharedCode = "_shared";

    public required Guid Id { get; init; }

    public required string ServiceCode { get; init; }

    /// <summary>1, 2, 3, … within the service.</summary>
    public required int Number { get; init; }

    /// <summary>Two digits for case numbers; unique among services.</summary>
    public string? NumberCode { get; init; }

    public required LocalText Name { get; set; }

    public required ServiceVersionState State { get; set; }

    /// <summary>The first day on which a submission is bound to it.</summary>
    public DateOnly? EffectiveFrom { get; set; }

    /// <summary>The day that its author proposes; whoever publishes may set another.</summary>
    public DateOnly? ProposedFrom { get; set; }

    /// <summary>What its author says to whoever publishes.</summary>
    public string? Note { get; set; }

    /// <summary>What its author plans for cases under way, JSON of a <see cref="Migration.MovingPlan"/>; null when they stay with their version.</summary>
    public string? MovingPlan { get; set; }

    /// <summary>The shared version it was checked with.</summary>
    public Guid? SharedVersionId { get; init; }

    /// <summary>Hash over paths and hashes of the files.</summary>
    public required string Hash { get; set; }

    /// <summary>How many changes were made to it in the studio; the files are as after the last of them.</summary>
    public int Revision { get; set; }

    public Guid? CreatedByUserId { get; init; }

    public Guid? SubmittedByUserId { get; set; }

    public Guid? PublishedByUserId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SubmittedAt { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    public DateTimeOffset? RetiredAt { get; set; }

    public int Version { get; set; }
}

/// <summary>One file of a version.</summary>
public sealed class PackageFile
{
    public required Guid ServiceVersionId { get; init; }

    /// <summary>Relative path with forward slashes.</summary>
    public required string Path { get; init; }

    public required byte[] Content { get; set; }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public required string Hash { get; set; }
}
