namespace Approvals.Application.Database;

/// <summary>Ids from the clock and the operating system's randomness.</summary>
public sealed class IdSource(TimeProvider time) : IIdSource
{
    /// <inheritdoc />
    public Guid Next() => Guid.CreateVersion7(time.GetUtcNow());

    /// <inheritdoc />
    public Guid Unordered() => Guid.NewGuid();
}
