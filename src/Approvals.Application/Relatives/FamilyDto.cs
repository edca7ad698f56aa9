namespace Approvals.Application.Relatives;

/// <summary>Somebody registered as belonging to the reader.</summary>
/// <param name="Id">The relation.</param>
/// <param name="Name">The relative's name.</param>
/// <param name="Relation">child, spouse, parent, or what the service calls it.</param>
/// <param name="RelationName">The relation in words.</param>
/// <param name="Identifier">The identity document, masked.</param>
/// <param name="BirthDate">The day of birth, where known.</param>
/// <param name="RegisteredAt">Since when.</param>
/// <param name="EndedAt">When it was ended; null while it stands.</param>
/// <param name="CaseId">The case that registered it.</param>
/// <param name="ServiceName">The service of that case.</param>
public sealed record RelativeDto(
    string Id, string Name, string Relation, string RelationName, string? Identifier, DateOnly? BirthDate, DateTimeOffset RegisteredAt, DateTimeOffset? EndedAt, string CaseId,
    string ServiceName);
