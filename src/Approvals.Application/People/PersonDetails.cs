namespace Approvals.Application.People;

/// <summary>What is known of a person; stored encrypted only.</summary>
public sealed record PersonDetails(string Name)
{
    public string? IdentifierKind { get; init; }

    public string? IdentifierNumber { get; init; }

    public DateOnly? IdentifierValidUntil { get; init; }

    /// <summary>Country code of ISO 3166-1 alpha-3.</summary>
    public string? Nationality { get; init; }

    public string? Sex { get; init; }

    public DateOnly? BirthDate { get; init; }

    public string? Mobile { get; init; }

    public string? Email { get; init; }

    public string? Address { get; init; }
}
