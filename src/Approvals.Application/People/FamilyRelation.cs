using Approvals.Application.Database;

namespace Approvals.Application.People;

/// <summary>A registered relation between two people; nobody decides a relative's case, whichever way it was registered.</summary>
public sealed class FamilyRelation : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid RelativePersonId { get; set; }

    /// <summary>Such as <c>spouse</c>, <c>child</c>, <c>parent</c>.</summary>
    public required string Kind { get; set; }

    public required DateTimeOffset RegisteredAt { get; set; }

    /// <summary>The case that registered it; null where it is only known, so that nobody decides a relative's case.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>When the person ended it; it is kept, as who were related stay partial.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public int Version { get; set; }
}
