using Approvals.Application.Database;

namespace Approvals.Application.Organisations;

/// <summary>A power of attorney: an agent acts for an organisation or for a person.</summary>
public sealed class Mandate : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid AgentUserId { get; init; }

    public Guid? OrganisationId { get; init; }

    public Guid? PersonId { get; init; }

    public DateTimeOffset ValidFrom { get; init; }

    public DateTimeOffset? ValidTo { get; set; }

    public Guid? ProofDocumentId { get; init; }

    public Guid? GrantedByUserId { get; init; }

    public int Version { get; set; }
}
