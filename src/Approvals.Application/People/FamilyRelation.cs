namespace Approvals.Application.People;

/// <summary>A registered relation between two people; nobody decides a relative's case, whichever way it was registered.</summary>
public sealed class FamilyRelation
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid RelativePersonId { get; init; }

    /// <summary>Such as <c>spouse</c>, <c>child</c>, <c>parent</c>.</summary>
    public required string Kind { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }
}
