namespace Approvals.Application.Cases;

/// <summary>A field marked searchable: exact, prefix and range look-up only.</summary>
public sealed class SearchValue
{
    public required Guid CaseId { get; init; }

    public required string ServiceCode { get; init; }

    public required string Field { get; init; }

    /// <summary>Normalised so that ordinal order is the field's order; a keyed hash for a sensitive field.</summary>
    public required string Value { get; set; }

    public required string RegionPath { get; set; }

    public Guid? OrganisationId { get; set; }

    /// <summary>The case's state.</summary>
    public required string State { get; set; }
}
