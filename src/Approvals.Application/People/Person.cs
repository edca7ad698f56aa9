using Approvals.Application.Database;

namespace Approvals.Application.People;

/// <summary>A natural person. Everything sensitive lies encrypted in <see cref="Payload"/>.</summary>
public sealed class Person : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>The key of the payload; destroying it erases the person.</summary>
    public required Guid KeyId { get; init; }

    /// <summary><see cref="PersonDetails"/>, encrypted under the person's key.</summary>
    public byte[] Payload { get; set; } = [];

    /// <summary>The name as lists show it.</summary>
    public string MaskedName { get; set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ErasedAt { get; set; }

    public List<PersonIdentifier> Identifiers { get; init; } = [];

    public int Version { get; set; }
}

/// <summary>One identity document of a person, found by keyed hash only; a new passport is a new row.</summary>
public sealed class PersonIdentifier
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>The kind of document, such as the resident identity card's code.</summary>
    public required string Kind { get; init; }

    /// <summary>Keyed hash of the normalised number.</summary>
    public required byte[] Hash { get; init; }

    public required string MaskedValue { get; set; }

    public DateOnly? ValidUntil { get; set; }
}
