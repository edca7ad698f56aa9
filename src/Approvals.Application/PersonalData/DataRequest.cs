using Approvals.Application.Database;

namespace Approvals.Application.PersonalData;

public enum DataRequestKind
{
    /// <summary>更正.</summary>
    Correction,

    /// <summary>删除.</summary>
    Erasure,
}

/// <summary>What of a person's data a correction is about.</summary>
public enum DataField
{
    Name,
    Mobile,
    Mail,
    Address,
    Nationality,

    /// <summary>A new identity document, beside the old ones.</summary>
    Identifier,
}

/// <summary>
/// Somebody asks for their data to be corrected or erased; a person decides. What was asked lies encrypted under the person's key,
/// so that an erasure erases the request for it, too; that it was asked and decided stays.
/// </summary>
public sealed class DataRequest : IVersioned
{
    public required Guid Id { get; init; }

    public required DataRequestKind Kind { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid KeyId { get; init; }

    public required Guid ByUserId { get; init; }

    /// <summary>The smallest region that holds all cases of the person: who leads it decides.</summary>
    public required string RegionPath { get; init; }

    public DataField? Field { get; init; }

    /// <summary><see cref="DataRequestContent"/>, encrypted.</summary>
    public required byte[] Payload { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The first instant that is late for the decision; null without a limit.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? YellowAt { get; init; }

    /// <summary>The limit as JSON, from which the instants follow.</summary>
    public string? Limit { get; init; }

    public bool IsProvisional { get; init; }

    public bool? Granted { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? DecidedByUserId { get; set; }

    public string? DecidedByName { get; set; }

    /// <summary>Why, as the person reads it; encrypted.</summary>
    public byte[]? Reason { get; set; }

    /// <summary>The person took the request back before it was decided.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public int Version { get; set; }

    /// <summary>Where one of its texts belongs; it opens nowhere else.</summary>
    public static string Place(Guid id, string part) => $"dataRequest:{id:N}:{part}";
}

/// <summary>What was asked.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Value">The right value, for a correction.</param>
/// <param name="IdentifierKind">The kind of a new identity document.</param>
public sealed record DataRequestContent(string Reason, string? Value = null, string? IdentifierKind = null);
