namespace Approvals.Application.People;

/// <summary>A key of the web nodes' shared key ring.</summary>
public sealed class DataProtectionKey
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
